namespace LlmGuide.Core.Catalogue.Resources;

// The works that it builds on.
public sealed partial class Resource
{
    private readonly List<BuildsOn> _buildsOn = [];

    public IReadOnlyList<BuildsOn> Foundations => _buildsOn;

    public void BuildOn(Resource foundation) => _buildsOn.Add(new BuildsOn(this, foundation, _buildsOn.Count + 1));

    /// <summary>Says of all works at once that it builds on them, in this order.</summary>
    public void SetFoundations(IReadOnlyList<Resource> foundations)
    {
        _buildsOn.RemoveAll(relation => !foundations.Contains(relation.Foundation));
        foreach (var foundation in foundations.Where(f => !_buildsOn.Exists(relation => relation.Foundation == f)))
        {
            BuildOn(foundation);
        }

        foreach (var relation in _buildsOn)
        {
            relation.MoveTo(1 + foundations.TakeWhile(f => f != relation.Foundation).Count());
        }
    }
}

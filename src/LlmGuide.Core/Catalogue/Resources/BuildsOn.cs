namespace LlmGuide.Core.Catalogue.Resources;

/// <summary><see cref="Resource"/> uses or extends what <see cref="Foundation"/> introduced.</summary>
public sealed class BuildsOn
{
    private BuildsOn()
    {
    }

    internal BuildsOn(Resource resource, Resource foundation, int position)
    {
        Resource = resource;
        Foundation = foundation;
        Position = position;
    }

    public int ResourceId { get; private set; }

    public Resource Resource { get; private set; } = null!;

    public int FoundationId { get; private set; }

    public Resource Foundation { get; private set; } = null!;

    /// <summary>Counted from 1 within the resource.</summary>
    public int Position { get; private set; }

    internal void MoveTo(int position) => Position = position;
}

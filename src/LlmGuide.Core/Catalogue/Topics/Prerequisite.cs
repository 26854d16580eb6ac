namespace LlmGuide.Core.Catalogue.Topics;

/// <summary>An edge of the path: <see cref="Topic"/> comes after <see cref="Required"/>, for a reason.</summary>
public sealed class Prerequisite
{
    private Prerequisite()
    {
    }

    internal Prerequisite(Topic topic, Topic required, string reason)
    {
        Topic = topic;
        Required = required;
        Reason = reason;
    }

    public int TopicId { get; private set; }

    public Topic Topic { get; private set; } = null!;

    public int RequiredId { get; private set; }

    public Topic Required { get; private set; } = null!;

    /// <summary>What of the earlier topic the later one uses.</summary>
    public string Reason { get; private set; } = "";

    internal void Explain(string reason) => Reason = reason;
}

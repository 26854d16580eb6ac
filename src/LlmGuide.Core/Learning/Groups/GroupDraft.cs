namespace LlmGuide.Core.Learning.Groups;

/// <summary>A reading group as somebody describes it.</summary>
public sealed record GroupDraft
{
    public string Name { get; init; } = "";

    public GroupReads Reads { get; init; }

    /// <summary>The slug of the stage, where it reads one.</summary>
    public string Stage { get; init; } = "";

    /// <summary>The slugs of the topics, where it reads some.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    public DateOnly? StartOn { get; init; }

    public int TopicsPerWeek { get; init; } = 1;

    /// <summary>An IANA name.</summary>
    public string TimeZone { get; init; } = "";

    /// <summary>Whether the others may see where its owner is.</summary>
    public bool ShowsProgress { get; init; }
}

namespace LlmGuide.Core;

/// <summary>The pages kept for anonymous readers. A command that changed something names what, after its commit.</summary>
public interface IPageCache
{
    /// <summary>Forgets every kept page that shows one of these; the next reader gets a new one.</summary>
    ValueTask EvictAsync(IReadOnlyCollection<string> tags, CancellationToken cancellationToken);
}

/// <summary>The names under which pages are kept: what a page shows, and so what must change for it to change.</summary>
public static class PageTags
{
    /// <summary>Everything that shows any part of the catalogue.</summary>
    public const string Catalogue = "catalogue";

    /// <summary>Everything that shows the public log.</summary>
    public const string Changes = "changes";

    /// <summary>Lists of what was said, which every change of a conversation may reorder.</summary>
    public const string Discussions = "discussions";

    /// <summary>What shows a topic, or what is said about it.</summary>
    public static string Topic(string slug) => $"topic:{slug}";

    /// <summary>What shows a resource, or what is said about it.</summary>
    public static string Resource(string slug) => $"resource:{slug}";

    /// <summary>What shows an NLP task, or what is said about it.</summary>
    public static string Task(string slug) => $"task:{slug}";

    /// <summary>The profile of a member.</summary>
    public static string Member(string name) => $"member:{name.ToLowerInvariant()}";
}

using LlmGuide.Core.Catalogue.Resources;

namespace LlmGuide.Core.Search;

/// <param name="Text">What the reader typed.</param>
/// <param name="Type">Of one kind alone; <c>null</c> for all.</param>
/// <param name="Reader">The id of the member whose notes are searched too; <c>null</c> for nobody's.</param>
public sealed record SearchRequest(string? Text, SearchType? Type = null, int? Reader = null);

/// <summary>One page of what was found.</summary>
/// <param name="Counts">How many there are of each kind, whichever is shown; of many, as many as can be shown.</param>
public sealed record SearchView(Page<SearchHit> Hits, IReadOnlyList<KindCount> Counts)
{
    /// <summary>What of the query could not be read, each a sentence.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>How the query was understood, as a query.</summary>
    public string Understood { get; init; } = "";

    /// <summary>Whether the query was nothing but words.</summary>
    public bool IsPlain { get; init; } = true;

    /// <summary>Which of "or" and "not" were read as words, being in lower case.</summary>
    public IReadOnlyList<string> ReadAsWords { get; init; } = [];

    /// <summary>What was searched for instead, since nothing has what was typed; <c>null</c> when something has.</summary>
    public string? Instead { get; init; }

    /// <summary>What may have been meant besides; <c>null</c> when nothing is near.</summary>
    public string? Suggested { get; init; }

    /// <summary>How many have all the words, where what is shown may have some of them only; <c>null</c> where all have all.</summary>
    public int? HaveAll { get; init; }

    public int All => Counts.Sum(kind => kind.Count);
}

/// <param name="More">Whether there are more than were counted.</param>
public sealed record KindCount(SearchType Type, int Count, bool More = false);

/// <param name="Match">What matched.</param>
/// <param name="Resource">Its facts, for a resource.</param>
public sealed record SearchHit(TextMatch Match, ResourceLine? Resource)
{
    /// <summary>The stage of a topic, the topics of a resource, the task of a benchmark, the subject of a comment.</summary>
    public string? Place { get; init; }

    /// <summary>What a note is about, and when it was saved.</summary>
    public NoteFacts? Note { get; init; }

    /// <summary>Who wrote it and when, for a comment.</summary>
    public CommentFacts? Comment { get; init; }
}

/// <param name="Author"><c>null</c> for a former member.</param>
public sealed record CommentFacts(string? Author, DateTimeOffset CreatedAt);

/// <param name="On">What it is about.</param>
/// <param name="Slug">Of that.</param>
public sealed record NoteFacts(SearchType On, string Slug, DateTimeOffset NotedAt);

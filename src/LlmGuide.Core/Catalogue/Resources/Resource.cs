using LlmGuide.Core.Catalogue.Topics;
using LlmGuide.Core.Data;
using LlmGuide.Core.Discussion.Conversations;
using LlmGuide.Core.Revisions;

namespace LlmGuide.Core.Catalogue.Resources;

/// <summary>A paper, article, video or other work that the guide sends its readers to.</summary>
public sealed partial class Resource : IRevised
{
    /// <summary>Stands between the names in <see cref="AuthorNames"/>.</summary>
    public const string AuthorSeparator = "; ";

    private readonly List<Placement> _placements = [];

    private Resource()
    {
    }

    /// <param name="slug">See <see cref="Core.Slug"/>.</param>
    /// <param name="title">The exact title of the work.</param>
    public Resource(string slug, string title, ResourceKind kind, string url, DateTimeOffset addedAt)
    {
        Slug = slug;
        Title = title;
        Kind = kind;
        Url = url;
        AddedAt = addedAt;
        Conversation = new Conversation(SubjectType.Resource, slug, title);
    }

    public int Id { get; private set; }

    public string Slug { get; private set; } = "";

    public string Title { get; private set; } = "";

    /// <summary>Another name that people know it by, if there is one.</summary>
    public string? AlsoKnownAs { get; private set; }

    public ResourceKind Kind { get; private set; }

    /// <summary>Full names in the order of the work, joined by <c>"; "</c>; a last entry "et al." stands for those left out.</summary>
    public string AuthorNames { get; private set; } = "";

    /// <summary>
    /// Year of first publication; of the first arXiv version where there is one. <c>null</c> for what is kept up to date.
    /// </summary>
    public int? Year { get; private set; }

    /// <summary>1 to 12.</summary>
    public int? Month { get; private set; }

    public string? Venue { get; private set; }

    public ResourceLevel Level { get; private set; }

    public ResourceAccess Access { get; private set; }

    /// <summary>How long a first reading or viewing takes, in minutes; an estimate.</summary>
    public int Minutes { get; private set; }

    /// <summary>Whether the path counts it among the works to read.</summary>
    public bool Essential { get; private set; }

    /// <summary>Whether the README that this guide grew out of linked it.</summary>
    public bool InOriginalGuide { get; private set; }

    public Prose Summary { get; private set; } = Prose.Empty;

    /// <summary>Unique, and never changed once given (<see cref="Resources.CitationKey"/>).</summary>
    public string CitationKey { get; private set; } = "";

    public DateTimeOffset AddedAt { get; private set; }

    /// <summary>
    /// Since when it is no part of the guide; <c>null</c> for one that is. Queries do not see those that are not (docs/decisions/0016).
    /// </summary>
    public DateTimeOffset? RemovedAt { get; private set; }

    /// <summary>When a curator last said that it is still good; <c>null</c> when that was on <see cref="AddedAt"/>.</summary>
    public DateTimeOffset? LookedAt { get; private set; }

    public int Version { get; private set; }

    LogSubject IRevised.Subject => new(LogKind.Resource, Slug, Title);

    public LinkStatus LinkStatus { get; private set; }

    public DateTimeOffset? LinkCheckedAt { get; private set; }

    public string? ArchiveUrl { get; private set; }

    public int ConversationId { get; private set; }

    int? IRevised.DiscussedIn => ConversationId;

    /// <summary>What is said about it.</summary>
    public Conversation Conversation { get; private set; } = null!;

    public IReadOnlyList<Placement> Placements => _placements;

    /// <summary>Sets who made it, when and where it appeared, and under which identifiers.</summary>
    public void Publish(IReadOnlyList<string> authors, int? year, int? month, string? venue, string? arxivId, string? doi)
    {
        AuthorNames = string.Join(AuthorSeparator, authors);
        Year = year;
        Month = month;
        Venue = venue;
        ArxivId = arxivId;
        Doi = doi;
    }

    /// <summary>Sets what a reader should know before opening it.</summary>
    public void Describe(Prose summary, ResourceLevel level, ResourceAccess access, int minutes, string? alsoKnownAs)
    {
        Summary = summary;
        Level = level;
        Access = access;
        Minutes = minutes;
        AlsoKnownAs = alsoKnownAs;
    }

    /// <summary>Sets what it is called, and with it the name of its conversation.</summary>
    public void Rename(string slug, string title)
    {
        Slug = slug;
        Title = title;
        Conversation.Rename(slug, title);
    }

    /// <summary>Sets what it is and where it is read.</summary>
    public void Locate(ResourceKind kind, string url)
    {
        Kind = kind;
        Url = url;
    }

    public void MarkEssential(bool essential = true) => Essential = essential;

    public void MarkOriginal(bool original = true) => InOriginalGuide = original;

    /// <summary>Takes it out of the guide: lists and topics pass it over. Everything about it stays.</summary>
    public void Remove(DateTimeOffset now) => RemovedAt ??= now;

    public void Restore() => RemovedAt = null;

    /// <summary>Somebody has looked at it and it is still good.</summary>
    public void Confirm(DateTimeOffset now) => LookedAt = now;

    void IRevised.CountRevision() => Version++;

    /// <summary>Gives the citation key, once.</summary>
    /// <exception cref="InvalidOperationException">It has one already.</exception>
    public void CiteAs(string key)
    {
        if (CitationKey.Length > 0)
        {
            throw new InvalidOperationException($"“{Slug}” is cited as {CitationKey} already, and a citation key never changes.");
        }

        CitationKey = key;
    }
}

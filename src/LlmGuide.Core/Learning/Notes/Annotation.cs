using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Catalogue.Topics;
using LlmGuide.Core.Leaderboards.Benchmarks;
using LlmGuide.Core.Leaderboards.Tasks;

namespace LlmGuide.Core.Learning.Notes;

/// <summary>
/// What a member keeps about one thing of the guide, for nobody but themselves: a note, a bookmark, or both. It hangs on the thing, so it
/// survives another name or address; it is removed when neither is left.
/// </summary>
public sealed class Annotation
{
    private Annotation()
    {
    }

    internal Annotation(int memberId, AnnotatedThing thing)
    {
        MemberId = memberId;
        TopicId = thing.IdAs(AnnotatedKind.Topic);
        ResourceId = thing.IdAs(AnnotatedKind.Resource);
        TaskId = thing.IdAs(AnnotatedKind.Task);
        BenchmarkId = thing.IdAs(AnnotatedKind.Benchmark);
    }

    public int Id { get; private set; }

    public int MemberId { get; private set; }

    // One of these four, which the database sees to.
    public int? TopicId { get; private set; }

    public int? ResourceId { get; private set; }

    public int? TaskId { get; private set; }

    public int? BenchmarkId { get; private set; }

    public Topic? Topic { get; private set; }

    public Resource? Resource { get; private set; }

    public NlpTask? Task { get; private set; }

    public Benchmark? Benchmark { get; private set; }

    /// <summary>The note; empty for a bookmark alone.</summary>
    public Prose Note { get; private set; } = Prose.Empty;

    /// <summary>When the note was saved last; <c>null</c> without one.</summary>
    public DateTimeOffset? NotedAt { get; private set; }

    public DateTimeOffset? BookmarkedAt { get; private set; }

    internal bool IsEmpty => NotedAt is null && BookmarkedAt is null;

    /// <param name="note">Empty for none.</param>
    internal void Write(Prose note, DateTimeOffset now) => (Note, NotedAt) = (note, note.Markdown.Length == 0 ? null : now);

    /// <summary>Takes in what its member keeps about something that becomes one with this.</summary>
    /// <param name="rule">Between the two texts, and between their HTML.</param>
    internal void Absorb(Annotation other, string rule, string ruleHtml)
    {
        BookmarkedAt = BookmarkedAt is null || other.BookmarkedAt < BookmarkedAt ? other.BookmarkedAt ?? BookmarkedAt : BookmarkedAt;
        if (NotedAt is null || other.NotedAt is null)
        {
            (Note, NotedAt) = NotedAt is null ? (other.Note, other.NotedAt) : (Note, NotedAt);
            return;
        }

        Note = new Prose(
            Note.Markdown + rule + other.Note.Markdown, Note.Html + ruleHtml + other.Note.Html, Math.Min(Note.Version, other.Note.Version));
        NotedAt = other.NotedAt > NotedAt ? other.NotedAt : NotedAt;
    }

    /// <summary>Sets it, unless it is set, or takes it away.</summary>
    internal void Bookmark(bool wanted, DateTimeOffset now) => BookmarkedAt = wanted ? BookmarkedAt ?? now : null;
}

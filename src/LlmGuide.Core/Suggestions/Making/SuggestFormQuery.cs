using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Catalogue.Addresses;
using LlmGuide.Core.Data;
using LlmGuide.Core.Discussion;
using LlmGuide.Core.Discussion.Comments;
using LlmGuide.Core.Discussion.Conversations;
using LlmGuide.Core.Lookup;
using LlmGuide.Core.Revisions;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Suggestions.Making;

/// <summary>What the form for a suggestion needs to know: what it is about as that is now, the topics, the comment it comes from.</summary>
public sealed class SuggestFormQuery(
    IDbContextFactory<GuideDb> databases, SuggestionSubjects subjects, SameWorkQuery works, MetadataLookup facts)
{
    /// <summary>More that wait about the same than this are not named.</summary>
    private const int MostWaiting = 20;

    /// <summary>Asks other sites what they know of the address, and begins the form with that.</summary>
    /// <returns>Refused for what is no address, see <see cref="ResourceUrl.Parse"/>.</returns>
    public async Task<Outcome<SuggestForm>> LookUpAsync(SuggestionDraft asked, CancellationToken cancellationToken)
    {
        var looked = await facts.RunAsync(asked.Url, cancellationToken);
        if (looked.Value is not { } found)
        {
            return looked.Refusal! with { Field = nameof(asked.Url) };
        }

        var form = await RunAsync(NewWork.Of(found, asked), cancellationToken);
        return form with { Known = found.Known ?? form.Known, LookedUp = found };
    }

    public async Task<SuggestForm> RunAsync(SuggestionDraft asked, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var topics = db.Topics;
        var comment = asked.CommentId is { } id
            ? await db.Comments.AsNoTracking().Where(c => c.Id == id && c.State == CommentState.Standing)
                .Join(db.Conversations, c => c.ConversationId, t => t.Id, (c, t) => new { t.Type, t.Slug, c.Body.Markdown, c.Body.Html })
                .FirstOrDefaultAsync(cancellationToken) : null;
        var from = (comment, asked) switch
        {
            ({ Type: SubjectType.Resource }, { Resource: null, Topic: null }) => asked with { Resource = comment.Slug },
            ({ Type: SubjectType.Topic }, { Resource: null, Topic: null }) => asked with { Topic = comment.Slug },
            _ => asked,
        };
        var about = SubjectOf(from) is { } subject ? await subjects.FindAsync(subject.Kind, subject.Key, cancellationToken) : null;
        var address = ResourceUrl.Parse(from.Url).Value;

        // Not paged: some dozens of topics, for a choice among all of them.
        var all = await topics.AsNoTracking().OrderBy(t => t.Position).ThenBy(t => t.Id)
            .Select(t => new TopicChoice(t.Slug, t.Title)).ToListAsync(cancellationToken);
        return new SuggestForm(
            from, about, about is null ? [] : FieldsOf(about), all,
            address is null ? null : await works.RunAsync(address, cancellationToken), comment?.Html)
        {
            Waiting = await WaitingAsync(db, about, address?.Key, cancellationToken),
        };
    }

    /// <summary>What others have suggested about the same, oldest first: by number, since nobody has looked at their words.</summary>
    private static Task<List<WaitingSuggestion>> WaitingAsync(
        GuideDb db, SubjectState? about, string? urlKey, CancellationToken cancellationToken)
    {
        var (kind, id) = (about?.Subject.Kind, about?.Id);
        return db.Suggestions.AsNoTracking()
            .Where(s => s.State == SuggestionState.Pending
                && ((urlKey != null && s.UrlKey == urlKey) || (kind != null && s.SubjectKind == kind && s.SubjectId == id)))
            .OrderBy(s => s.Id).Take(MostWaiting).Select(s => new WaitingSuggestion(s.Id, s.Kind)).ToListAsync(cancellationToken);
    }

    private static (LogKind Kind, string Key)? SubjectOf(SuggestionDraft asked) =>
        asked.Resource is { Length: > 0 } resource ? (LogKind.Resource, resource)
        : asked.Result is { Length: > 0 } result ? (LogKind.Result, result)
        : asked.Benchmark is { Length: > 0 } benchmark ? (LogKind.Benchmark, benchmark)
        : asked.Topic is { Length: > 0 } topic ? (LogKind.Topic, topic)
        : null;

    /// <summary>What can be corrected, each with what it says now; the reason for each place, and each score, is one of its own.</summary>
    private static List<FieldNow> FieldsOf(SubjectState about) =>
    [
        .. from field in CorrectableFields.Of(about.Subject.Kind)
           from topic in field.IsOneOfMany ? new DraftField(field).KeysIn(about.Json) : (IReadOnlyList<string?>)[null]
           let now = new DraftField(field, topic).Read(about.Json)
           where now is not null
           select new FieldNow(field, topic, now),
    ];
}

/// <param name="About">What it is about; <c>null</c> for something new, or something that is not there.</param>
/// <param name="Topics">All topics, in the order of the path.</param>
/// <param name="CommentHtml">The comment that it comes from, as safe HTML.</param>
public sealed record SuggestForm(
    SuggestionDraft Draft, SubjectState? About, IReadOnlyList<FieldNow> Fields,
    IReadOnlyList<TopicChoice> Topics, KnownWork? Known, string? CommentHtml)
{
    /// <summary>What waits about the same.</summary>
    public IReadOnlyList<WaitingSuggestion> Waiting { get; init; } = [];

    /// <summary>What other sites say of the address; <c>null</c> when nobody was asked.</summary>
    public PastedAddress? LookedUp { get; init; }
}

public sealed record WaitingSuggestion(int Id, SuggestionKind Kind);

public sealed record FieldNow(CorrectableField Field, string? Topic, string Now);

public sealed record TopicChoice(string Slug, string Title);

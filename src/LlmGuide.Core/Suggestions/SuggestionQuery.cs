using LlmGuide.Core.Data;
using LlmGuide.Core.Revisions;
using LlmGuide.Core.Suggestions.Decisions;
using LlmGuide.Core.Suggestions.Making;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Suggestions;

/// <summary>One suggestion, with what it is about as that is now.</summary>
public sealed class SuggestionQuery(IDbContextFactory<GuideDb> databases, SuggestionReading reading, SuggestionSubjects subjects)
{
    /// <returns><c>null</c> when there is no such suggestion.</returns>
    public async Task<SuggestionView?> RunAsync(int id, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        if (await db.Suggestions.AsNoTracking().Include(s => s.Seconds).Include(s => s.Decisions)
            .AsSplitQuery().FirstOrDefaultAsync(s => s.Id == id, cancellationToken) is not { } made)
        {
            return null;
        }

        var facts = (await reading.FactsAsync(db, [made], cancellationToken))[0] with
        {
            Decisions = await DecisionsAsync(db, made, cancellationToken),
        };
        var subject = made is { SubjectKind: { } kind, SubjectId: { } subjectId }
            ? await subjects.FindAsync(kind, subjectId, cancellationToken) : null;
        if (made is { Kind: SuggestionKind.Update, State: SuggestionState.Pending } && subject is not null)
        {
            facts = facts with { Was = subject.Json, Value = DraftUpdate.Onto(subject, made.Was, made.Value) };
        }

        return new SuggestionView(facts, NowOf(made, subject), subject?.Version ?? 0, DraftOf(made));
    }

    private static async Task<List<DecisionFacts>> DecisionsAsync(GuideDb db, Suggestion made, CancellationToken cancellationToken)
    {
        var ids = made.Decisions.Select(d => d.ById).OfType<int>().ToList();
        var names = await db.Members.Where(m => ids.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.UserName!, cancellationToken);
        return [.. made.Decisions.OrderByDescending(d => d.Id)
            .Select(d => new DecisionFacts(d.State, d.ById is { } by ? names.GetValueOrDefault(by) : null, d.At, d.Reason, d.EntryId))];
    }

    private static string? NowOf(Suggestion made, SubjectState? subject) =>
        subject is not null && !SuggestionSubjects.IsRemoved(subject.Json) && made.DraftField is { } field
            ? field.Read(subject.Json) : null;

    internal static SuggestionDraft DraftOf(Suggestion made)
    {
        var draft = new SuggestionDraft
        {
            Kind = made.Kind,
            Field = made.Field,
            Value = made.Value,
            Why = made.Why,
            Topic = made.Topic,
            CommentId = made.CommentId,
        };
        return made.SubjectKind switch
        {
            _ when made.Kind == SuggestionKind.Update => draft,
            LogKind.Resource => draft with { Resource = made.SubjectKey },
            LogKind.Topic => draft with { Topic = made.SubjectKey },
            LogKind.Benchmark => draft with { Benchmark = made.SubjectKey },
            LogKind.Result => draft with { Result = made.SubjectKey },
            _ => NewWork.Typed(made),
        };
    }
}

/// <param name="Now">What the field says now; <c>null</c> where it changes none, or there is none any more.</param>
/// <param name="Version">The subject's version now, for <see cref="Approval.Seen"/>.</param>
public sealed record SuggestionView(SuggestionFacts Facts, string? Now, int Version, SuggestionDraft Draft)
{
    /// <summary>Whether the field says something else than when the suggestion was made.</summary>
    public bool IsStale => Now is not null && Now != Facts.Was;

    /// <summary>Whether the guide can make the change by itself.</summary>
    public bool CanApply => Facts.Kind == SuggestionKind.Update
        || (Facts.Kind != SuggestionKind.Result && Facts.About?.Fate != SubjectStatus.Removed);
}

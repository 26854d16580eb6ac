using LlmGuide.Core.Data;
using LlmGuide.Core.Members;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Suggestions.Decisions;

/// <summary>
/// What all acts about suggestions have in common: one transaction with its row in the log, and the log's kept pages forgotten after it.
/// </summary>
public sealed class SuggestionWriting(Writing writing, IDbContextFactory<GuideDb> databases, TimeProvider clock)
{
    internal DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Looks without writing.</summary>
    internal async Task<T> LookAsync<T>(Func<GuideDb, Task<T>> look, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await look(db);
    }

    /// <returns>The suggestion as it is now, to look at; <c>null</c> when there is none.</returns>
    internal Task<Suggestion?> FindAsync(int id, CancellationToken cancellationToken) =>
        LookAsync(db => db.Suggestions.AsNoTracking().Include(s => s.Seconds).FirstOrDefaultAsync(
            s => s.Id == id, cancellationToken), cancellationToken);

    /// <returns>The same while nobody has decided; else why nothing can be decided any more.</returns>
    internal async Task<Outcome<Suggestion>> FindPendingAsync(int id, CancellationToken cancellationToken) =>
        Pending(await FindAsync(id, cancellationToken));

    internal Task<Outcome<T>> RunAsync<T>(Func<GuideDb, Task<Outcome<T>>> act, CancellationToken cancellationToken) =>
        writing.RunAsync(act, _ => [PageTags.Changes], cancellationToken);

    /// <summary>As <see cref="Writing.RunTakingAsync"/>: of two who propose the same at once, the later one finds it proposed.</summary>
    internal Task<Outcome<T>> RunTakingAsync<T>(Func<GuideDb, Task<Outcome<T>>> act, CancellationToken cancellationToken) =>
        writing.RunTakingAsync(act, _ => [PageTags.Changes], cancellationToken);

    /// <summary>
    /// Finds the suggestion and keeps others off it until the commit, so that two who act at once do so one after the other.
    /// </summary>
    internal static async Task<Suggestion?> TakeAsync(GuideDb db, int id, CancellationToken cancellationToken)
    {
        // Changes nothing, but locks the row where rows are locked.
        await db.Suggestions.Where(s => s.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.SubjectVersion, s => s.SubjectVersion), cancellationToken);
        return await db.Suggestions.Include(s => s.Seconds).FirstOrDefaultAsync(s => s.Id == id, cancellationToken);
    }

    /// <summary>As <see cref="TakeAsync"/>, while nobody has decided.</summary>
    internal static async Task<Outcome<Suggestion>> TakePendingAsync(GuideDb db, int id, CancellationToken cancellationToken) =>
        Pending(await TakeAsync(db, id, cancellationToken));

    internal static void Log(GuideDb db, Actor by, string act, Suggestion suggestion, string reason, DateTimeOffset now) =>
        db.Log.Add(new LogEntry(by, act, suggestion.Subject, reason, now));

    /// <summary>Why nothing can be decided about it any more.</summary>
    internal static Refusal Decided(Suggestion suggestion) => Refusal.Rule(suggestion.State switch
    {
        SuggestionState.Approved => "Somebody has already approved it.",
        SuggestionState.Rejected => "Somebody has already declined it.",
        _ => "It has been withdrawn in the meantime.",
    });

    private static Outcome<Suggestion> Pending(Suggestion? found) =>
        found is null ? Refusal.NotThere() : found.State == SuggestionState.Pending ? found : Decided(found);
}

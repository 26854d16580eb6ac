using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.LinkChecks.Rounds;

/// <summary>How far the round is that runs; on whichever node.</summary>
public sealed class LinkCheckRunQuery(IDbContextFactory<GuideDb> databases)
{
    /// <returns>The last round; <c>null</c> before the first.</returns>
    public async Task<RoundView?> RunAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await LastAsync(db, cancellationToken);
    }

    internal static Task<RoundView?> LastAsync(GuideDb db, CancellationToken cancellationToken) =>
        db.LinkCheckRuns.AsNoTracking().OrderByDescending(r => r.Id)
            .Select(r => new RoundView(r.Id, r.StartedBy, r.Topic, r.StartedAt, r.FinishedAt, r.Total, r.Done, r.Problem))
            .FirstOrDefaultAsync(cancellationToken);
}

/// <summary>A round; each field as <see cref="LinkCheckRun"/> has it.</summary>
public sealed record RoundView(
    int Id, string StartedBy, string? Topic, DateTimeOffset StartedAt, DateTimeOffset? FinishedAt, int Total, int Done,
    string? Problem)
{
    public bool Running => FinishedAt is null;
}

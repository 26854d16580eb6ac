using LlmGuide.Core.Data;
using LlmGuide.Core.Members;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Interchange.Imports;

/// <summary>The files that curators have sent. A few are kept, so that their reports can be read again.</summary>
public sealed class ImportRuns(IDbContextFactory<GuideDb> databases, Writing writing, TimeProvider clock)
{
    private const int Kept = 20;

    private const string Stopped = "The server that did this was stopped. What was imported stays; send the file again to go on.";

    /// <param name="by">Who may edit the catalogue.</param>
    /// <param name="request">What the file is and what is to be done with it, as JSON.</param>
    /// <param name="file">What was sent, packed; <c>null</c> where nothing was.</param>
    public Task<Outcome<HeldImport>> BeginAsync(Actor by, string request, byte[]? file, CancellationToken cancellationToken) =>
        writing.RunAsync<HeldImport>(
            async db =>
            {
                if (!by.May(Permission.EditCatalogue))
                {
                    return Refusal.NotAllowed();
                }

                var now = clock.GetUtcNow();
                var run = new ImportRun(request, file, now, now + Lease.Length);
                db.Imports.Add(run);
                await ForgetAsync(db, now, cancellationToken);
                return new HeldImport(run.Id, run.LeaseUntil);
            },
            cancellationToken);

    /// <summary>Tells every node that it goes on, and how far it is.</summary>
    public Lease Hold(HeldImport run, Func<(long Done, long Rows)> progress) => Lease.Hold(
        run.Until,
        async until =>
        {
            var (done, rows) = progress();
            var kept = await writing.RunAsync<int>(
                async db => await db.Imports.Where(r => r.Id == run.Id && r.EndedAt == null).ExecuteUpdateAsync(
                    set => set.SetProperty(r => r.LeaseUntil, until).SetProperty(r => r.Done, done).SetProperty(r => r.Rows, rows),
                    CancellationToken.None),
                CancellationToken.None);
            return kept.Value == 1;
        },
        clock);

    /// <summary>It is through, or ended early.</summary>
    /// <param name="report">What became of each row, packed.</param>
    /// <param name="fault">Why it ended early, as a sentence.</param>
    /// <param name="keepFile">Whether the same file may be wanted again.</param>
    public Task EndAsync(HeldImport run, byte[]? report, string? fault, bool keepFile, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return writing.RunAsync<Done>(
            async db =>
            {
                await db.Imports.Where(r => r.Id == run.Id).ExecuteUpdateAsync(
                    set => set.SetProperty(r => r.EndedAt, now).SetProperty(r => r.Report, report).SetProperty(r => r.Fault, fault)
                        .SetProperty(r => r.File, r => keepFile ? r.File : null),
                    cancellationToken);
                return default(Done);
            },
            cancellationToken);
    }

    /// <returns><c>null</c> for one that is not known, or not any more.</returns>
    public async Task<ImportState?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Imports.AsNoTracking().Where(r => r.Id == id)
            .Select(r => new ImportState(
                r.Request, r.Done, r.Rows, r.EndedAt == null && r.LeaseUntil > now,
                r.EndedAt == null && r.LeaseUntil <= now ? Stopped : r.Fault))
            .FirstOrDefaultAsync(cancellationToken);
    }

    /// <returns>What became of each row, packed; <c>null</c> until it has ended, and when it ended early.</returns>
    public async Task<byte[]?> ReportAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Imports.AsNoTracking().Where(r => r.Id == id).Select(r => r.Report).FirstOrDefaultAsync(cancellationToken);
    }

    /// <returns>What was sent, packed; <c>null</c> where nothing was, and once it is imported.</returns>
    public async Task<byte[]?> FileAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Imports.AsNoTracking().Where(r => r.Id == id).Select(r => r.File).FirstOrDefaultAsync(cancellationToken);
    }

    private static async Task ForgetAsync(GuideDb db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var stay = await db.Imports.OrderByDescending(r => r.StartedAt).ThenBy(r => r.Id).Take(Kept - 1).Select(r => r.Id)
            .ToListAsync(cancellationToken);
        await db.Imports.Where(r => (r.EndedAt != null || r.LeaseUntil <= now) && !stay.Contains(r.Id))
            .ExecuteDeleteAsync(cancellationToken);
    }
}

/// <summary>An import in the hands of one node.</summary>
/// <param name="Until">When its node would be taken for dead, as it was when it began.</param>
public sealed record HeldImport(Guid Id, DateTimeOffset Until);

/// <summary>How far an import is, as every node sees it.</summary>
/// <param name="Request">What the file is and what is to be done with it, as JSON.</param>
/// <param name="Fault">Why it ended early, as a sentence; also when its node was killed.</param>
public sealed record ImportState(string Request, long Done, long Rows, bool IsRunning, string? Fault);

using LlmGuide.Core.Leaderboards.Benchmarks;
using LlmGuide.Core.Revisions;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Leaderboards.Edits;

/// <summary>Takes a benchmark out of the guide, or brings it back. Its results go with it, and come back with it.</summary>
internal sealed class BenchmarkListing(EditContext<Benchmark> to, bool removed)
{
    private readonly Benchmark _benchmark = to.Subject;

    /// <returns>Why not.</returns>
    public async Task<Refusal?> ApplyAsync(CancellationToken cancellationToken)
    {
        if (removed == _benchmark.RemovedAt is not null)
        {
            return null;
        }

        return removed ? await RemoveAsync(cancellationToken) : Restore();
    }

    private async Task<Refusal?> RemoveAsync(CancellationToken cancellationToken)
    {
        if (await to.Db.Benchmarks.Where(b => b.State!.SuccessorId == _benchmark.Id).OrderBy(b => b.Id)
            .Select(b => b.Name).FirstOrDefaultAsync(cancellationToken) is { } before)
        {
            return Refusal.Rule($"“{before}” names it as its successor. Remove it there first.", nameof(BenchmarkDraft.Removed));
        }

        _benchmark.Remove(to.Now);
        return null;
    }

    private Refusal? Restore()
    {
        if (_benchmark.Task.RemovedAt is not null)
        {
            return Refusal.Rule(
                $"The task “{_benchmark.Task.Name}” that it measures was removed. Restore that first, or choose another.",
                nameof(BenchmarkDraft.Removed));
        }

        _benchmark.Restore();
        return null;
    }
}

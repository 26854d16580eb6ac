using LlmGuide.Core.Data;
using LlmGuide.Core.Members;
using LlmGuide.Core.Revisions;
using LlmGuide.Core.Suggestions.Making;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Interchange.Seed.Updating;

/// <summary>Carries out what a new seed changes, one edit for each subject, what others refer to first.</summary>
public sealed class ApplySeed(
    IDbContextFactory<GuideDb> databases, Editing editing, ProposeUpdate propose, IEnumerable<IEditableKind> kinds)
{
    private static readonly LogKind[] Order =
    [
        LogKind.Stage, LogKind.Metric, LogKind.Topic, LogKind.Path, LogKind.Resource, LogKind.Topic, LogKind.Task, LogKind.Benchmark,
        LogKind.Result, LogKind.Model,
    ];

    /// <param name="reason">Why, for the history.</param>
    internal async Task<IReadOnlyList<SeedUpdateEntry>> RunAsync(
        SeedPlan plan, IReadOnlyList<Located<SeedSource>> sources, Actor by, string reason, IProgress<(long Done, long All)>? progress,
        CancellationToken cancellationToken)
    {
        var entries = plan.Steps.Select(step => (Step: step, Entry: SeedForecast.Of(plan, step)!)).Where(one => one.Entry is not null)
            .ToDictionary(one => one.Step, one => one.Entry);
        var edits = new SeedEdits(databases, editing, [.. kinds], plan, [.. sources.Select(at => at.Value)], by, reason);
        foreach (var (step, slug) in plan.Renames)
        {
            await edits.RenameAsync(step, slug, cancellationToken);
        }

        var done = 0;
        foreach (var (index, kind) in Order.Index())
        {
            var steps = entries.Keys.Where(step => step.Kind == kind).ToList();

            // Where a topic stands on the path decides what it may need, and the other way round: topics come twice.
            if (index == Array.IndexOf(Order, LogKind.Topic))
            {
                await edits.MakeRoomAsync(steps, cancellationToken);
                continue;
            }

            foreach (var (step, refusal) in await edits.RunAsync(kind, steps, cancellationToken))
            {
                entries[step] = entries[step] with { Outcome = SeedOutcome.Conflict, Reason = refusal.Why };
            }

            foreach (var step in steps.Where(step => entries[step].Outcome == SeedOutcome.Conflict))
            {
                await AskAsync(edits, step, $"{reason} {entries[step].Reason}".Trim(), cancellationToken);
            }

            progress?.Report((done += steps.Count, entries.Count));
        }

        foreach (var gone in plan.Gone)
        {
            await propose.RunAsync(
                gone.Subject, gone, SeedEdits.Removed(gone), $"{reason} It is no longer in it.", cancellationToken);
        }

        return [.. plan.Steps.Where(entries.ContainsKey).Select(step => entries[step]), .. plan.Gone.Select(SeedForecast.Gone)];
    }

    /// <summary>Suggests what the seed says, beside what is said here now.</summary>
    private async Task AskAsync(SeedEdits edits, SeedStep step, string why, CancellationToken cancellationToken)
    {
        var (now, wanted) = await edits.AskedAsync(step, cancellationToken);
        var subject = now?.Subject ?? new LogSubject(step.Kind, SeedEdits.ShortKey(step.Seed.Key), step.Seed.Title);
        await propose.RunAsync(subject, now, wanted, why, cancellationToken);
    }
}

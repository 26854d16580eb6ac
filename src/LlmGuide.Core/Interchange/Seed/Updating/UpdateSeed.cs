using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Data;
using LlmGuide.Core.Interchange.Seed.Kept;
using LlmGuide.Core.Members;
using LlmGuide.Core.Releases;
using LlmGuide.Core.Revisions;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Interchange.Seed.Updating;

/// <summary>
/// Brings a newer seed into a catalogue in use. What nobody here edited follows it, what is new comes, and what both sides changed or
/// the seed has no longer is suggested. Each is an edit like any other; at the end there is one release. Whoever is cut off runs it
/// again: what is done already needs nothing any more.
/// </summary>
public sealed class UpdateSeed(
    IDbContextFactory<GuideDb> databases, Writing writing, ReadSeed files, ApplySeed apply, PublishRelease releases,
    IEnumerable<IEditableKind> kinds, TimeProvider clock)
{
    private readonly IReadOnlyList<IEditableKind> _kinds = [.. kinds];

    /// <param name="folder">Where the seed is.</param>
    /// <param name="by">Who does it, an administrator.</param>
    /// <param name="progress">Told how many of all are done.</param>
    /// <param name="cancellationToken">Ends it; what is done stays.</param>
    /// <returns>Refused for a seed that is older than the last, unless that is wanted.</returns>
    /// <exception cref="SeedException">The seed is broken; nothing was changed.</exception>
    public async Task<Outcome<SeedUpdateReport>> RunAsync(
        string folder, SeedUpdateChoice choice, Actor by, IProgress<(long Done, long All)>? progress, CancellationToken cancellationToken)
    {
        if (!by.May(Permission.Configure))
        {
            return Refusal.NotAllowed();
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (!await db.Stages.AnyAsync(cancellationToken))
        {
            return Refusal.Rule("The catalogue is empty. Load the seed first; there is nothing to update.");
        }

        var (seed, read) = await files.RunAsync(folder, cancellationToken);
        var dated = read.Edition?.Value.Day;
        var hash = SeedCopy.HashOf(seed);
        var last = await LastSeed.ReadAsync(db, _kinds, seed, cancellationToken);
        if (!choice.Older && last.IsAfter(hash, dated))
        {
            return Refusal.Rule(Older(dated, last.Last!));
        }

        var plan = await SeedPlan.MakeAsync(db, _kinds, seed, last, cancellationToken);
        var entries = choice.DryRun ? SeedForecast.Of(plan)
            : await apply.RunAsync(plan, read.Sources, by, Reason(dated), progress, cancellationToken);
        var report = SeedUpdateReport.Of(entries, seed.Count) with { Hash = hash, Dated = dated, Restored = last.Last is null };
        return choice.DryRun ? report : await EndAsync(report, seed, last, by, cancellationToken);
    }

    private async Task<SeedUpdateReport> EndAsync(
        SeedUpdateReport report, IReadOnlyList<SeededSubject> seed, LastSeed last, Actor by, CancellationToken cancellationToken)
    {
        if (last.Last?.Hash != report.Hash)
        {
            await writing.RunAsync<Done>(
                async db =>
                {
                    await db.SeedLoads.Where(load => load.Content != null).ForEachAsync(load => load.Forget(), cancellationToken);
                    var ids = await IdsAsync(db, seed, last, cancellationToken);
                    db.SeedLoads.Add(new SeedLoad(report.Hash, report.Dated, SeedCopy.Write(ids), clock.GetUtcNow()));
                    return default(Done);
                },
                cancellationToken);
        }

        if (report.Added + report.Changed == 0)
        {
            return report;
        }

        // Refused where only leaderboards changed: a release is of the path.
        var published = await releases.RunAsync(by, SeedChangelog.Of(report), cancellationToken);
        return published.TryGet(out var number, out _) ? report with { Release = number } : report;
    }

    /// <summary>The seed with the ids that its subjects have here now.</summary>
    private static async Task<IReadOnlyList<SeededSubject>> IdsAsync(
        GuideDb db, IReadOnlyList<SeededSubject> seed, LastSeed last, CancellationToken cancellationToken)
    {
        var known = last.Subjects.ToDictionary(s => (s.Kind, s.Key), s => s.Id);
        var found = new List<SeededSubject>(seed.Count);
        foreach (var one in seed)
        {
            var id = one.Formerly.Prepend(one.Key).Select(key => known.GetValueOrDefault((one.Kind, key))).FirstOrDefault(old => old > 0);
            found.Add(one with { Id = id > 0 ? id : await KnownSubject.FindAsync(db, one, cancellationToken) ?? 0 });
        }

        return found;
    }

    private static string Reason(DateOnly? dated) =>
        dated is { } day ? $"From the guide’s content of {day:yyyy-MM-dd}." : "From the guide’s newer content.";

    private static string Older(DateOnly? dated, SeedLoad last) =>
        (dated == last.Dated ? "This seed is older than the one loaded last: it was loaded here before that one"
            : $"This seed{(dated is { } day ? $" of {day:yyyy-MM-dd}" : "")} is older than the one loaded last"
                + $"{(last.Dated is { } newer ? $", of {newer:yyyy-MM-dd}" : "")}")
        + ". Nothing was changed. --older takes it all the same.";
}

using System.Globalization;

using LlmGuide.Core;
using LlmGuide.Core.Interchange.Seed;
using LlmGuide.Core.Interchange.Seed.Updating;
using LlmGuide.Core.Members;
using LlmGuide.Web.Revisions;

namespace LlmGuide.Web.Interchange.Imports.Requests;

/// <summary>The content that came with the program, compared with the catalogue. It is no file that somebody sent.</summary>
/// <param name="Folder">Where it is.</param>
/// <param name="Older">See <see cref="SeedUpdateChoice.Older"/>.</param>
internal sealed record SeedRequest(UpdateSeed Update, string Folder, bool Older, bool DryRun) : ImportRequest(DryRun)
{
    private const string Unchanged = "unchanged";

    public override ImportLabels Wording => ImportLabels.OfSeed;

    public override bool HasLines => false;

    public override string Unit => "entry";

    public override IReadOnlyList<string> Outcomes => [.. Enum.GetValues<SeedOutcome>().Select(outcome => outcome.ToSlug()), Unchanged];

    public override async Task<Outcome<ImportEnd>> RunAsync(
        Stream file, Actor by, Action<ImportRow> report, IProgress<(long Done, long All)> progress, CancellationToken cancellationToken)
    {
        try
        {
            var updated = await Update.RunAsync(Folder, new SeedUpdateChoice(DryRun, Older), by, progress, cancellationToken);
            return updated.TryGet(out var done, out var refusal) ? End(done, report) : refusal;
        }
        catch (SeedException broken)
        {
            return Refusal.Rule($"The content is broken, and nothing was changed: {broken.Message}");
        }
    }

    private Outcome<ImportEnd> End(SeedUpdateReport done, Action<ImportRow> report)
    {
        foreach (var (index, entry) in done.Entries.Index())
        {
            report(new ImportRow(
                index + 1, entry.Outcome.ToSlug(), entry.Title, entry.Kind.ToSlug(),
                entry.Reason ?? (entry.Fields.Count > 0
                    ? $"Both sides changed: {string.Join(", ", entry.Fields.Select(FieldLabels.Of))}." : null)));
        }

        var counts = Enum.GetValues<SeedOutcome>().ToDictionary(o => o.ToSlug(), o => done.Entries.Count(e => e.Outcome == o));
        counts[Unchanged] = done.Unchanged;
        return new ImportEnd(done.Entries.Count, done.Entries.Count, counts, Story(done), done.Entries.Count > 0);
    }

    private string Story(SeedUpdateReport done) =>
        (done.Restored ? "What was loaded here before was not kept; it was worked out from the history of edits. " : "")
        + (DryRun ? "Nothing is written yet."
            : done.Release is { } number ? string.Create(CultureInfo.InvariantCulture, $"Release {number} was published with a change log.")
            : "There was nothing to publish.")
        + (done.Conflicts + done.Removed > 0
            ? DryRun ? " Conflicts and removals will be suggestions." : " Conflicts and removals are suggestions in the queue." : "");
}

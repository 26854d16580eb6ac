using LlmGuide.Core;
using LlmGuide.Core.Interchange.Sota;
using LlmGuide.Core.Members;
using LlmGuide.Web.Shared.Display;

namespace LlmGuide.Web.Interchange.Imports.Requests;

/// <summary>A file of leaderboards.</summary>
internal sealed record BoardRequest(ImportSota Import, ImportSource? Source, bool DryRun) : ImportRequest(DryRun)
{
    public override string Unit => "row";

    public override IReadOnlyList<string> Outcomes => [.. Enum.GetValues<ImportOutcome>().Select(outcome => outcome.ToSlug())];

    public override async Task<Outcome<ImportEnd>> RunAsync(
        Stream file, Actor by, Action<ImportRow> report, IProgress<(long Done, long All)> progress, CancellationToken cancellationToken)
    {
        var imported = await Import.RunAsync(
            file, new ImportChoice(DryRun, Source), by,
            entry => report(new ImportRow(entry.Line, entry.Outcome.ToSlug(), entry.Model, entry.Benchmark, entry.Reason)),
            progress, cancellationToken);
        if (!imported.TryGet(out var counts, out var refusal))
        {
            return refusal;
        }

        return new ImportEnd(
            counts.Rows, counts.Accounted,
            Enum.GetValues<ImportOutcome>().ToDictionary(outcome => outcome.ToSlug(), outcome => counts[outcome]),
            $"{Labels.Count(counts.Rows, "row")}, {Labels.Count(counts.Tasks, "new task")}, "
            + $"{Labels.Count(counts.Benchmarks, "new benchmark")}. {Written}",
            counts[ImportOutcome.Created] + counts[ImportOutcome.Merged] > 0);
    }
}

using LlmGuide.Core;
using LlmGuide.Core.Interchange.Lists;
using LlmGuide.Core.Members;
using LlmGuide.Web.Shared.Display;

namespace LlmGuide.Web.Interchange.Imports.Requests;

/// <summary>An awesome list.</summary>
/// <param name="Into">The slug of the topic that takes all of it; <c>null</c> where each heading is a topic.</param>
/// <param name="Name">Of the file.</param>
internal sealed record ListRequest(ImportList Import, string? Into, string Name, bool DryRun) : ImportRequest(DryRun)
{
    public override string Unit => "line";

    public override IReadOnlyList<string> Outcomes => [.. Enum.GetValues<ListOutcome>().Select(outcome => outcome.ToSlug())];

    public override async Task<Outcome<ImportEnd>> RunAsync(
        Stream file, Actor by, Action<ImportRow> report, IProgress<(long Done, long All)> progress, CancellationToken cancellationToken)
    {
        var imported = await Import.RunAsync(
            file, new ListChoice(DryRun, Into, Name), by, entry => Report(entry, report), progress, cancellationToken);
        if (!imported.TryGet(out var counts, out var refusal))
        {
            return refusal;
        }

        return new ImportEnd(
            counts.Lines, counts.Lines - counts.Unaccounted,
            Enum.GetValues<ListOutcome>().ToDictionary(outcome => outcome.ToSlug(), outcome => counts[outcome]),
            $"{Labels.Count(counts.Lines, "line")}, {Labels.Count(counts.Created, "new work")}, "
            + $"{Labels.Count(counts.Topics, "new topic")}. {Written}",
            counts.Created + counts.Merged > 0);
    }

    // What a line has nothing to say with, such as an empty one, nobody looks for here.
    private static void Report(ListEntry entry, Action<ImportRow> report)
    {
        if ((entry.Title ?? entry.Url ?? entry.Description) is { } words)
        {
            report(new ImportRow(
                entry.Line, entry.Outcome.ToSlug(), words, string.Join(" › ", entry.Headings),
                entry.Reason ?? (entry.Title is null ? null : entry.Url)));
        }
    }
}

using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

using LlmGuide.Core;
using LlmGuide.Core.Interchange.Lists;
using LlmGuide.Web.Shared.Display;

namespace LlmGuide.Web.Cli;

/// <summary>
/// What became of every line of a list. As JSON it names all of them; as text those that a person looks for: what is new, and what was
/// skipped though it leads somewhere.
/// </summary>
internal sealed class ListImportReport(bool dryRun)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly List<ListEntry> _entries = [];

    public void Add(ListEntry entry) => _entries.Add(entry);

    public async Task JsonAsync(ListCounts counts, CancellationToken cancellationToken)
    {
        await using var output = Console.OpenStandardOutput();
        await JsonSerializer.SerializeAsync(
            output,
            new
            {
                dryRun,
                entries = _entries.Select(entry => new
                {
                    entry.Line,
                    Outcome = entry.Outcome.ToSlug(),
                    entry.Reason,
                    entry.Title,
                    entry.Url,
                    entry.Description,
                    entry.Headings,
                    entry.Parent,
                }),
                counts = new
                {
                    counts.Created,
                    counts.Merged,
                    note = counts.Notes,
                    counts.Skipped,
                    counts.Lines,
                    newTopics = counts.Topics,
                },
                counts.Unaccounted,
            },
            Json, cancellationToken);
    }

    public async Task TextAsync(ListCounts counts)
    {
        foreach (var entry in _entries.Where(entry => entry.Url is not null && entry.Outcome != ListOutcome.Note))
        {
            var reason = entry.Reason is null ? "" : $": {entry.Reason}";
            await Console.Out.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"line {entry.Line}: {entry.Outcome.ToSlug()}: {entry.Title ?? entry.Url}{reason}"));
        }

        await Console.Out.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{Labels.Count(counts.Lines, "line")}: {counts.Created:N0} created, {counts.Merged:N0} merged, {counts.Notes:N0} noted, "
            + $"{counts.Skipped:N0} skipped; {Labels.Count(counts.Topics, "new topic")}.{(dryRun ? " Nothing was written." : "")}"));
    }
}

using LlmGuide.Core.Data;
using LlmGuide.Core.Text;

namespace LlmGuide.Core.Interchange.Seed.Updating;

/// <summary>The notes of the release that an update publishes.</summary>
internal static class SeedChangelog
{
    /// <summary>So many are named of each kind; the release itself shows all.</summary>
    private const int Named = 20;

    public static string Of(SeedUpdateReport report)
    {
        List<string> lines =
            [report.Dated is { } day ? $"The guide’s content of {day:yyyy-MM-dd}." : "Newer content of the guide."];
        Add("New", report.Entries.Where(e => e.Outcome == SeedOutcome.Added));
        Add("Changed", report.Entries.Where(e => e.Outcome == SeedOutcome.Changed));
        if (report.Conflicts + report.Removed > 0)
        {
            lines.Add(FormattableString.Invariant($"Awaiting a curator: {report.Conflicts + report.Removed}."));
        }

        return string.Join("\n\n", lines);

        void Add(string what, IEnumerable<SeedUpdateEntry> entries)
        {
            foreach (var kind in entries.Where(e => e.Kind != LogKind.Path).GroupBy(e => e.Kind).OrderBy(k => Place(k.Key)))
            {
                var titles = kind.Take(Named).Select(e => MarkdownText.Escape(e.Title)).ToList();
                var more = kind.Count() - titles.Count;
                lines.Add($"{what}, {Plural(kind.Key)}: {string.Join("; ", titles)}"
                    + (more > 0 ? FormattableString.Invariant($"; and {more} more.") : "."));
            }
        }
    }

    private static int Place(LogKind kind) => kind switch { LogKind.Stage => 0, LogKind.Topic => 1, LogKind.Resource => 2, _ => 3 };

    private static string Plural(LogKind kind) => kind.ToSlug() + "s";
}

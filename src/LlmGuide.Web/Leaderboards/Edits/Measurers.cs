using LlmGuide.Core;
using LlmGuide.Core.Leaderboards.Results;
using LlmGuide.Web.Forms;
using LlmGuide.Web.Leaderboards.Benchmarks;

namespace LlmGuide.Web.Leaderboards.Edits;

/// <summary>Who measured a result, as two fields of a form: a choice and a name.</summary>
internal static class Measurers
{
    public static readonly IReadOnlyList<(string Value, string Words)> Choices =
    [
        ("", "Not known"),
        .. Enum.GetValues<MeasurerKind>().Select(kind => (kind.ToSlug(), MeasuredLabels.Choice(kind))),
    ];

    /// <returns>As <see cref="Measurer"/> reads it; what lacks its name cannot be read, and is refused with the rest of the form.</returns>
    public static string Read(IFormCollection form)
    {
        var name = form.Text("MeasuredByName").Trim();
        return Names.Parse<MeasurerKind>(form["MeasuredBy"]) is { } kind ? new Measurer(kind, name).ToString() : name;
    }

    public static string KindOf(string measuredBy) => Words(measuredBy)?.Kind.ToSlug() ?? "";

    public static string NameOf(string measuredBy) => Words(measuredBy) is { } known ? known.Name : measuredBy;

    // "vendor" alone is what is left of a choice without its name.
    private static Measurer? Words(string measuredBy) => Measurer.Parse(measuredBy)
        ?? (Measurer.Parse($"{measuredBy} (x)") is { } unnamed ? unnamed with { Name = "" } : null);
}

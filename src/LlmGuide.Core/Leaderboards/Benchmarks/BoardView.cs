using LlmGuide.Core.Leaderboards.Results;

namespace LlmGuide.Core.Leaderboards.Benchmarks;

/// <summary>Everything the page of a benchmark shows.</summary>
/// <param name="Columns">Its metrics, in order; only those with a value among what is filtered.</param>
/// <param name="SortedBy">The column that the rows are sorted by; <c>null</c> for another order.</param>
/// <param name="Setting">The one that is shown; <c>null</c> for all.</param>
/// <param name="Charted">The metric of <paramref name="History"/>; <c>null</c> when there is no chart.</param>
/// <param name="ChartedSetting">The setting of <paramref name="History"/>: one at a time, since settings do not compare.</param>
/// <param name="History">The best over time; <c>null</c> when the metric has no better end, or nothing has a date.</param>
/// <param name="Best">The ids of the results that are the best of their track in <paramref name="Charted"/>.</param>
/// <param name="Settings">All that occur, those with most results first.</param>
/// <param name="Version">The version of the benchmark that is shown; <c>null</c> for all.</param>
/// <param name="Versions">All that occur, those with most results first.</param>
/// <param name="ChartedVersion">The version of <paramref name="History"/>: one at a time, as of settings.</param>
/// <param name="Measured">How many of all results were measured by whom.</param>
/// <param name="References">Lines to compare models with, which are not ranked.</param>
/// <param name="Years">All that occur, latest first.</param>
/// <param name="Sources">Where the numbers come from, those with most first.</param>
public sealed record BoardView(
    BoardFacts Facts,
    IReadOnlyList<BoardColumn> Columns,
    BoardColumn? SortedBy,
    SettingCount? Setting,
    BoardColumn? Charted,
    string ChartedSetting,
    BestOverTime? History,
    Page<BoardRow> Results,
    IReadOnlySet<int> Best,
    IReadOnlyList<SettingCount> Settings,
    IReadOnlyList<int> Years,
    IReadOnlyList<SourceFacts> Sources,
    SettingCount? Version,
    IReadOnlyList<SettingCount> Versions,
    string ChartedVersion,
    MeasuredCount Measured,
    IReadOnlyList<BoardRow> References);

/// <param name="Resource">The slug of its page among the resources.</param>
/// <param name="Task">The slug of its task.</param>
/// <param name="TaskName">The name of its task.</param>
/// <param name="State">How far it can be relied on; <c>null</c> when nobody has said.</param>
/// <param name="Metric">The name of the metric that it is usually compared by.</param>
public sealed record BoardFacts(
    string Slug,
    string Name,
    string Url,
    string? PaperUrl,
    int? Year,
    string? Size,
    string? Split,
    string? Licence,
    string? Resource,
    string Task,
    string TaskName,
    string Lookout,
    StateFacts? State,
    string? Metric);

/// <param name="Since">A date, perhaps only a year.</param>
/// <param name="Successor">The slug of what took its place.</param>
public sealed record StateFacts(
    Lifecycle Lifecycle, string? Since, string Reason, string? Source, string? Successor, string? SuccessorName);

/// <param name="HigherIsBetter"><c>null</c> where neither end is better, or nobody has said.</param>
/// <param name="Metric">The slug of the metric that the guide explains.</param>
public sealed record BoardColumn(int Id, string Key, string Name, bool? HigherIsBetter, string? Meaning, string? Metric, string? Unit);

/// <param name="Scores">By the id of the metric; what is not there is not known.</param>
/// <param name="Resource">The slug of the paper's page among the resources.</param>
/// <param name="ModelSlug">Of the model's page; <c>null</c> for a line that is no model's.</param>
public sealed record BoardRow(
    int Id,
    string Model,
    IReadOnlyDictionary<int, BoardScore> Scores,
    string Setting,
    string Track,
    string Version,
    Measurer? MeasuredBy,
    ReferenceKind? Reference,
    PartialDate? Date,
    string? PaperTitle,
    string? PaperUrl,
    string? CodeUrl,
    string? Note,
    string? Resource,
    string Source,
    string SourceUrl,
    string? ModelSlug);

public sealed record BoardScore(double Value, string? Text);

/// <param name="Setting">As results have it; empty for the usual one.</param>
public sealed record SettingCount(string Setting, int Results)
{
    /// <summary>Its name in addresses.</summary>
    public string Key => Setting.Length == 0 ? "usual" : Slug.Of(Setting) is { Length: > 0 } slug ? slug : Setting;
}

/// <param name="Licence">Under which its numbers may be used.</param>
public sealed record SourceFacts(string Name, string Url, string? Licence, string Attribution);

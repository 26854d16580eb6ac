using System.Globalization;

using LlmGuide.Core.Data;
using LlmGuide.Core.Lookup;
using LlmGuide.Core.Suggestions;
using LlmGuide.Core.Suggestions.Decisions;
using LlmGuide.Core.Suggestions.Making;
using LlmGuide.Web.Revisions;
using LlmGuide.Web.Shared.Display;

namespace LlmGuide.Web.Suggestions;

/// <summary>How suggestions are put into words.</summary>
internal static class SuggestionLabels
{
    public static string Of(SuggestionKind kind) => kind switch
    {
        SuggestionKind.Resource => "A new resource",
        SuggestionKind.Correction => "A correction",
        SuggestionKind.DeadLink => "A broken link",
        SuggestionKind.BetterLink => "A better link",
        SuggestionKind.Prerequisite => "A missing prerequisite",
        SuggestionKind.Update => "Newer content",
        _ => "A wrong result",
    };

    public static string Of(SuggestionState state) => state switch
    {
        SuggestionState.Pending => "Pending",
        SuggestionState.Approved => "Accepted",
        SuggestionState.Rejected => "Declined",
        _ => "Withdrawn",
    };

    /// <summary>The colours of its tag.</summary>
    public static string Tag(SuggestionState state) => state == SuggestionState.Approved ? "tag ok" : "tag";

    /// <summary>What the form is called that asks for one.</summary>
    public static string Heading(SuggestionKind kind) => kind switch
    {
        SuggestionKind.Resource => "Suggest a resource",
        SuggestionKind.Correction => "Suggest a correction",
        SuggestionKind.DeadLink => "Report a broken link",
        SuggestionKind.BetterLink => "Suggest a better link",
        SuggestionKind.Prerequisite => "Suggest a prerequisite",
        _ => "Report a wrong result",
    };

    /// <summary>What stands under that.</summary>
    public static string Lead(SuggestionKind kind) => kind == SuggestionKind.Resource
        ? "Something that helped you understand? A curator reads every suggestion, "
            + "usually within a few days, and tells you the outcome."
        : "A curator reads every suggestion and tells you the outcome.";

    /// <summary>What can be suggested about something of this kind; about nothing yet, a new resource.</summary>
    public static IReadOnlyList<SuggestionKind> For(LogKind? about) => about switch
    {
        LogKind.Resource => [SuggestionKind.Correction, SuggestionKind.DeadLink, SuggestionKind.BetterLink],
        LogKind.Topic => [SuggestionKind.Resource, SuggestionKind.Correction, SuggestionKind.Prerequisite],
        LogKind.Benchmark => [SuggestionKind.Result],
        LogKind.Result => [SuggestionKind.Correction],
        _ => [SuggestionKind.Resource],
    };

    public static string Field(CorrectableField field, string? topic, IReadOnlyList<TopicChoice> topics) => field.Name switch
    {
        CorrectableFields.Why => $"Why it is in “{topics.FirstOrDefault(t => t.Slug == topic)?.Title ?? topic}”",
        CorrectableFields.Score => topic ?? "Score",
        _ => FieldLabels.Of(field.Name),
    };

    /// <summary>"today", "1 day ago", "4 days ago".</summary>
    public static string Ago(DateTimeOffset at, DateTimeOffset now) =>
        Days(now - at) == 0 ? "today" : $"{Labels.Count(Days(now - at), "day")} ago";

    /// <summary>"less than a day", "4 days".</summary>
    public static string Long(TimeSpan time) => Days(time) == 0 ? "less than a day" : Labels.Count(Days(time), "day");

    /// <summary>Who says what was found: "arXiv and Crossref".</summary>
    public static string Sources(WorkMetadata facts) => Labels.List(
        [.. ((string?[])[facts.Title?.Source, facts.Authors?.Source, facts.Year?.Source, facts.Venue?.Source,
            facts.Kind?.Source, facts.Minutes?.Source]).OfType<string>().Distinct(StringComparer.Ordinal)]);

    /// <summary>An address as people read it.</summary>
    public static string Address(string url) =>
        Labels.Excerpt(url.Replace("https://", "", StringComparison.Ordinal).Replace("http://", "", StringComparison.Ordinal), 80);

    /// <summary>"12 accepted of 14", "first suggestion".</summary>
    public static string Record(Suggester by) =>
        by.Decided == 0 ? "first suggestion" : string.Create(CultureInfo.InvariantCulture, $"{by.Approved} of {by.Decided} accepted");

    private static int Days(TimeSpan time) => (int)time.TotalDays;
}

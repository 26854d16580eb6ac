using System.Globalization;

using Microsoft.AspNetCore.WebUtilities;

namespace LlmGuide.Web.Shared;

// What curators work with, and what members suggest to them.
public static partial class Links
{
    public const string CurateResources = "/curate/resources";
    public const string CurateStale = "/curate/stale";

    /// <summary>Where a field of a form looks for works by a part of their title.</summary>
    public const string CurateWorks = "/curate/works";

    /// <summary>Where what is selected in a table of resources is changed together.</summary>
    public const string CurateBulk = "/curate/bulk";

    /// <summary>Where a curator makes a new resource, with what is known of it filled in.</summary>
    public const string NewResource = "/curate/resources/new";

    public const string CurateTasks = "/curate/tasks";
    public const string CurateBenchmarks = "/curate/benchmarks";
    public const string CurateMetrics = "/curate/metrics";
    public const string CurateImport = "/curate/import";
    public const string NewTask = $"{CurateTasks}/new";
    public const string NewBenchmark = $"{CurateBenchmarks}/new";
    public const string NewMetric = $"{CurateMetrics}/new";
    public const string CurateTopics = "/curate/topics";
    public const string NewTopic = "/curate/topics/new";
    public const string NewStage = "/curate/stages/new";
    public const string Publish = "/curate/release";
    public const string Suggest = "/suggest";
    public const string OwnSuggestions = "/me/suggestions";
    public const string Curate = "/curate";

    /// <summary>Where something is done with the suggestions that are selected.</summary>
    public const string CurateSuggestionsBulk = "/curate/bulk/suggestions";

    /// <summary>Where something is done with the links that are selected.</summary>
    public const string CurateLinksBulk = "/curate/bulk/links";
    public const string CurateLinks = "/curate/links";
    public const string CurateAdd = "/curate/add";

    /// <summary>Where an open page hears how far a round is.</summary>
    public const string LinkRoundLive = "/curate/links/live";

    public static string EditResource(string slug) => $"/curate/resources/{slug}";

    public static string MergeResource(string slug) => $"{EditResource(slug)}/merge";

    /// <summary>One file that was sent, with what becomes of its rows.</summary>
    public static string Import(string id) => $"{CurateImport}/{id}";

    /// <summary>Where an open page hears how far an import is.</summary>
    public static string ImportLive(string id) => $"{Import(id)}/live";

    public static string EditTask(string slug) => $"{CurateTasks}/{slug}";

    public static string EditBenchmark(string slug) => $"{CurateBenchmarks}/{slug}";

    public static string EditModel(string slug) => $"/curate/models/{slug}";

    public static string EditMetric(string slug) => $"{CurateMetrics}/{slug}";

    /// <summary>The results of a benchmark, to be edited.</summary>
    public static string CurateResults(string benchmark) => $"{EditBenchmark(benchmark)}/results";

    /// <summary>Where something is done with the results that are selected.</summary>
    public static string CurateResultsBulk(string benchmark) => $"/curate/bulk/results/{benchmark}";

    public static string NewResult(string benchmark) => $"{CurateResults(benchmark)}/new";

    public static string EditResult(int id) => string.Create(CultureInfo.InvariantCulture, $"/curate/results/{id}");

    public static string EditTopic(string slug) => $"{CurateTopics}/{slug}";

    public static string MergeTopic(string slug) => $"{EditTopic(slug)}/merge";

    /// <summary>Where a topic is taken off the path, or put back.</summary>
    public static string ListTopic(string slug, bool listed) => $"{EditTopic(slug)}/{(listed ? "restore" : "remove")}";

    public static string EditStage(string slug) => $"/curate/stages/{slug}";

    /// <summary>Where a stage is taken off the path, or put back.</summary>
    public static string ListStage(string slug, bool listed) => $"{EditStage(slug)}/{(listed ? "restore" : "remove")}";

    /// <summary>What became of a suggestion, for everybody.</summary>
    public static string Suggestion(int id) => string.Create(CultureInfo.InvariantCulture, $"/suggestions/{id}");

    /// <summary>Where who made it mends it.</summary>
    public static string OwnSuggestion(int id) => string.Create(CultureInfo.InvariantCulture, $"{OwnSuggestions}/{id}");

    /// <summary>Where a curator decides about it.</summary>
    public static string CurateSuggestion(int id) => string.Create(CultureInfo.InvariantCulture, $"{Curate}/suggestions/{id}");

    public static string SuggestForResource(string slug) => QueryHelpers.AddQueryString(Suggest, "resource", slug);

    public static string SuggestForTopic(string slug) => QueryHelpers.AddQueryString(Suggest, "topic", slug);

    public static string SuggestForResult(int id) =>
        QueryHelpers.AddQueryString(Suggest, "result", id.ToString(CultureInfo.InvariantCulture));

    public static string SuggestForBenchmark(string slug) => QueryHelpers.AddQueryString(Suggest, "benchmark", slug);

    /// <summary>A suggestion that a comment gave rise to, which is answered when it is decided.</summary>
    public static string SuggestFromComment(int id) => string.Create(CultureInfo.InvariantCulture, $"{Suggest}?comment={id}");

    /// <summary>One work's link, with what can be done about it.</summary>
    public static string CurateLink(string slug) => $"{CurateLinks}/{slug}";
}

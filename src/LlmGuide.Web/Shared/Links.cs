using System.Globalization;

using LlmGuide.Core;
using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Data;
using LlmGuide.Core.Leaderboards.Metrics.Scoring;
using LlmGuide.Core.Search;

using Microsoft.AspNetCore.WebUtilities;

namespace LlmGuide.Web.Shared;

/// <summary>Every address of the site. Features meet here, not in each other's code.</summary>
public static partial class Links
{
    /// <summary>Where assistants ask by the Model Context Protocol.</summary>
    public const string Assistants = "/mcp";
    public const string Home = "/";
    public const string Resources = "/resources";
    public const string Tasks = "/tasks";
    public const string Search = "/search";
    public const string SearchHelp = "/search/help";
    public const string About = "/about";
    public const string Figures = "/figures";
    public const string Changes = "/changes";
    public const string Feed = "/feed.atom";
    public const string Api = "/api";
    public const string OpenApi = "/openapi/v1.json";
    public const string Theme = "/theme";
    public const string OpenSearch = "/opensearch.xml";
    public const string Manifest = "/manifest.webmanifest";

    /// <summary>Where the variables of MudBlazor are, for pages with islands.</summary>
    public const string IslandTheme = "/css/islands.css";

    public const string Releases = "/releases";
    public const string ChangesFeed = "/changes.atom";
    public const string Metrics = "/metrics";
    public const string Models = "/models";

    /// <summary>Back to the page of this request.</summary>
    public static string Here(HttpRequest request, string fragment = "") => request.Path + request.QueryString + fragment;

    /// <summary>Where a subject of the log is, or was.</summary>
    public static string Subject(LogKind kind, string key) => kind switch
    {
        LogKind.Topic => Topic(key),
        LogKind.Resource => Resource(key),
        LogKind.Task => Task(key),
        LogKind.Comment => $"/c/{key}",
        LogKind.Member => Member(key),
        LogKind.Benchmark => Benchmark(key),
        LogKind.Metric => Metric(key),
        LogKind.Model => Model(key),
        LogKind.Result when key.Length == 0 => Tasks,
        LogKind.Stage or LogKind.Path => Home,
        LogKind.Release => $"{Releases}/{key}",
        LogKind.Suggestion => $"/suggestions/{key}",
        LogKind.Link => key.Length == 0 ? Resources : Topic(key),
        _ => History(kind, key),
    };

    /// <summary>Everything that became of a subject.</summary>
    public static string History(LogKind kind, string key) => kind switch
    {
        LogKind.Topic or LogKind.Resource or LogKind.Task or LogKind.Benchmark => $"{Subject(kind, key)}/history",
        _ => $"/history/{kind.ToSlug()}/{key}",
    };

    /// <summary>One row of the log, with what was changed.</summary>
    public static string Change(int entryId) => string.Create(CultureInfo.InvariantCulture, $"{Changes}/{entryId}");

    /// <summary>Where somebody goes back to a revision, or to what was before it.</summary>
    public static string Revert(int entryId, bool before) => $"{Change(entryId)}/revert{(before ? "?before" : "")}";

    /// <summary>A release, compared with the one before it or with another.</summary>
    public static string Release(int number, int? from = null) =>
        With(string.Create(CultureInfo.InvariantCulture, $"{Releases}/{number}"), new KeyValuePair<string, string?>(
            "from", from?.ToString(CultureInfo.InvariantCulture)));

    public static string Topic(string slug) => $"/topics/{slug}";

    /// <summary>Where a figure stands in a topic.</summary>
    public static string Figure(string topic, string anchor) => $"{Topic(topic)}#{anchor}";

    /// <summary>The drawing alone.</summary>
    public static string FigureFile(string slug) => $"{Figures}/{slug}.svg";

    public static string Resource(string slug) => $"/resources/{slug}";

    /// <param name="page">The address of a page of content, which is there as Markdown too.</param>
    public static string Twin(string page) => $"{page}.md";

    /// <param name="extension">Of a file of citations: "bib", "ris" or "csl.json".</param>
    public static string Citation(string slug, string extension) => $"{Resource(slug)}.{extension}";

    public static string Task(string slug) => $"{Tasks}/{slug}";

    /// <summary>The page of something that was found.</summary>
    public static string Found(SearchType type, string slug) => type switch
    {
        SearchType.Topic => Topic(slug),
        SearchType.Task => Task(slug),
        SearchType.Benchmark => Benchmark(slug),
        SearchType.Metric => Metric(WorkedExamples.AnchorOf(slug) ?? slug),
        SearchType.Model => Model(slug),
        SearchType.Comment => $"/c/{slug}",
        _ => Resource(slug),
    };

    /// <param name="type">Of one kind alone.</param>
    /// <param name="page">As <see cref="PageParameter.For"/> has it.</param>
    public static string SearchFor(string text, SearchType? type = null, KeyValuePair<string, string?> page = default) =>
        With(Search, new("q", text), new("type", type?.ToSlug()), page.Key is null ? new("page", null) : page);

    public static string Metric(string anchor) => $"{Metrics}#{anchor}";

    public static string Model(string slug) => $"{Models}/{slug}";

    public static string Benchmark(string slug) => $"/benchmarks/{slug}";

    public static string BenchmarkCsv(string slug) => $"/benchmarks/{slug}.csv";

    public static string ResourcesOfTopic(string slug) => QueryHelpers.AddQueryString(Resources, "topic", slug);

    public static string ResourcesOfKind(ResourceKind kind) => QueryHelpers.AddQueryString(Resources, "kind", kind.ToSlug());

    public static string ArxivPdf(string arxivId) => $"https://arxiv.org/pdf/{arxivId}";

    public static string Arxiv(string arxivId) => $"https://arxiv.org/abs/{arxivId}";

    public static string Doi(string doi) => $"https://doi.org/{doi}";

    /// <summary>The address with these keys in its query; those without a value are left out.</summary>
    public static string With(string path, params IEnumerable<KeyValuePair<string, string?>> query) =>
        QueryHelpers.AddQueryString(path, query.Where(q => !string.IsNullOrEmpty(q.Value)));
}

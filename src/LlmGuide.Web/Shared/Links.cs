using System.Globalization;

using LlmGuide.Core.Catalogue;

using Microsoft.AspNetCore.WebUtilities;

namespace LlmGuide.Web.Shared;

/// <summary>Every address of the site. Features meet here, not in each other's code.</summary>
public static class Links
{
    public const string Home = "/";
    public const string Resources = "/resources";
    public const string Tasks = "/tasks";
    public const string Search = "/search";
    public const string About = "/about";
    public const string Api = "/api";
    public const string OpenApi = "/openapi/v1.json";
    public const string Theme = "/theme";
    public const string OpenSearch = "/opensearch.xml";
    public const string Manifest = "/manifest.webmanifest";

    public static string Member(string name) => $"/u/{name}";

    public static string Comment(int id) => string.Create(CultureInfo.InvariantCulture, $"/c/{id}");

    public static string Topic(string slug) => $"/topics/{slug}";

    public static string Resource(string slug) => $"/resources/{slug}";

    /// <summary>A task in the table, until it has a page of its own.</summary>
    public static string TaskRow(string slug) => $"{Tasks}#{slug}";

    public static string ResourcesOfTopic(string slug) => QueryHelpers.AddQueryString(Resources, "topic", slug);

    public static string ResourcesOfKind(ResourceKind kind) => QueryHelpers.AddQueryString(Resources, "kind", Core.Names.Of(kind));

    public static string ArxivPdf(string arxivId) => $"https://arxiv.org/pdf/{arxivId}";

    public static string Arxiv(string arxivId) => $"https://arxiv.org/abs/{arxivId}";

    public static string Doi(string doi) => $"https://doi.org/{doi}";

    /// <summary>The address with these keys in its query; those without a value are left out.</summary>
    public static string With(string path, params IEnumerable<KeyValuePair<string, string?>> query) =>
        QueryHelpers.AddQueryString(path, query.Where(q => !string.IsNullOrEmpty(q.Value)));
}

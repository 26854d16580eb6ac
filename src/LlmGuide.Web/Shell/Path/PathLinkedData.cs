using LlmGuide.Core.Catalogue.Path;
using LlmGuide.Web.Shared;

namespace LlmGuide.Web.Shell.Path;

/// <summary>The path as a schema.org Course whose parts are its topics.</summary>
internal static class PathLinkedData
{
    public static object Of(PathView path, HttpRequest request, SiteAddress address) =>
        new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "Course",
            ["name"] = "A reading path into large language models",
            ["description"] =
                "An ordered path of topics, each with a few papers, articles and videos, for people who know some deep learning.",
            ["url"] = address.Of(request, Links.Home),
            ["inLanguage"] = "en",
            ["isAccessibleForFree"] = true,
            ["provider"] = new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["@type"] = "Organization",
                ["name"] = "LlmGuide",
                ["url"] = address.Of(request, Links.Home),
            },
            ["hasPart"] = path.Stages.SelectMany(s => s.Stops)
                .Select((stop, index) => new Dictionary<string, object?>(StringComparer.Ordinal)
                {
                    ["@type"] = "LearningResource",
                    ["position"] = index + 1,
                    ["name"] = stop.Title,
                    ["description"] = stop.Summary,
                    ["url"] = address.Of(request, Links.Topic(stop.Slug)),
                }).ToList(),
        };
}

using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Catalogue.Topics;
using LlmGuide.Web.Shared;

namespace LlmGuide.Web.Catalogue.Topics;

/// <summary>A topic as a schema.org LearningResource.</summary>
internal static class TopicLinkedData
{
    public static object Of(TopicPageView topic, HttpRequest request, SiteAddress address) =>
        new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "LearningResource",
            ["name"] = topic.Title,
            ["description"] = topic.Summary,
            ["url"] = address.Of(request, Links.Topic(topic.Slug)),
            ["inLanguage"] = "en",
            ["isAccessibleForFree"] = true,
            ["learningResourceType"] = "reading list",
            ["teaches"] = topic.Concepts.Select(c => c.Term).ToList(),
            ["competencyRequired"] = topic.Prerequisites.Select(p => p.Title).ToList(),
            ["mentions"] = topic.Placements.Select(p => new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["@type"] = p.Resource.Kind == ResourceKind.Paper ? "ScholarlyArticle" : "CreativeWork",
                ["name"] = p.Resource.Title,
                ["url"] = address.Of(request, Links.Resource(p.Resource.Slug)),
            }).ToList(),
        };
}

using LlmGuide.Core;
using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Catalogue.Path;
using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Catalogue.Topics;
using LlmGuide.Web.Caching;
using LlmGuide.Web.Shared.Api;
using LlmGuide.Web.Shared;

using Microsoft.AspNetCore.Mvc;

namespace LlmGuide.Web.Catalogue;

/// <summary>Stages, topics and resources as JSON.</summary>
internal static class CatalogueApi
{
    public static void MapCatalogueApi(this IEndpointRouteBuilder site)
    {
        var api = site.MapApi("Catalogue");
        api.MapMethods("/stages", HttpVerbs.Read,
            ([AsParameters] BatchRequest batch, StageApiQuery stages, CancellationToken cancellationToken) =>
                batch.AnswerAsync((after, limit) => stages.BatchAsync(after, limit, cancellationToken)))
            .WithSummary("The stages of the path, in order").Produces<Batch<StageResponse>>().CachedForReaders("limit", "after");
        api.MapMethods("/topics", HttpVerbs.Read,
            ([AsParameters] BatchRequest batch, TopicApiQuery topics, CancellationToken cancellationToken) =>
                batch.AnswerAsync((after, limit) => topics.BatchAsync(after, limit, cancellationToken)))
            .WithSummary("The topics, in the order of the path").Produces<Batch<TopicResponse>>().CachedForReaders("limit", "after");
        api.MapMethods("/topics/{slug}", HttpVerbs.Read, async (
            string slug, TopicApiQuery topics, NotUnderThisSlug fallback, HttpContext http, CancellationToken cancellationToken) =>
                await topics.FindAsync(slug, cancellationToken) is { } topic
                    ? Results.Ok(topic)
                    : await fallback.AnswerAsync(SlugOwner.Topic, slug, http))
            .WithSummary("A topic").Produces<TopicResponse>().Produces(StatusCodes.Status301MovedPermanently)
            .ProducesProblem(StatusCodes.Status404NotFound).CachedForReaders();
        api.MapMethods("/resources", HttpVerbs.Read, ([AsParameters] BatchRequest batch, [AsParameters] ResourceRequest asked,
            ResourceApiQuery resources, CancellationToken cancellationToken) =>
                asked.Fault is { } fault
                    ? Task.FromResult(Results.Problem(fault, statusCode: StatusCodes.Status400BadRequest))
                    : batch.AnswerAsync((after, limit) => resources.BatchAsync(asked.Filter, after, limit, cancellationToken)))
            .WithSummary("The resources; those placed in the path first, in its order").Produces<Batch<ResourceResponse>>()
            .CachedForReaders("limit", "after", "topic", "kind", "level", "year", "status");
        api.MapMethods("/resources/{slug}", HttpVerbs.Read, async (
            string slug, ResourceApiQuery resources, NotUnderThisSlug fallback, HttpContext http, CancellationToken cancellationToken) =>
                await resources.FindAsync(slug, cancellationToken) is { } resource
                    ? Results.Ok(resource)
                    : await fallback.AnswerAsync(SlugOwner.Resource, slug, http))
            .WithSummary("A resource").Produces<ResourceResponse>().Produces(StatusCodes.Status301MovedPermanently)
            .ProducesProblem(StatusCodes.Status404NotFound).CachedForReaders();
    }
}

/// <summary>Which resources a program asks for; a value that does not exist is an error here. Of several values any will do.</summary>
internal sealed record ResourceRequest
{
    /// <summary>The slug of a topic.</summary>
    [FromQuery(Name = "topic")]
    public string[]? Topic { get; init; }

    /// <summary>A kind, such as paper.</summary>
    [FromQuery(Name = "kind")]
    public string[]? Kind { get; init; }

    /// <summary>A level, such as introductory.</summary>
    [FromQuery(Name = "level")]
    public string[]? Level { get; init; }

    /// <summary>A year.</summary>
    [FromQuery(Name = "year")]
    public int[]? Year { get; init; }

    /// <summary>What the last look at the link said, such as ok.</summary>
    [FromQuery(Name = "status")]
    public string[]? Status { get; init; }

    public ResourceFilter Filter => new()
    {
        Topics = [.. (Topic ?? []).Where(topic => topic.Length > 0)],
        Kinds = Read<ResourceKind>(Kind),
        Levels = Read<ResourceLevel>(Level),
        Years = Year ?? [],
        Statuses = Read<LinkStatus>(Status),
    };

    public string? Fault =>
        Wrong<ResourceKind>("kind", Kind) ?? Wrong<ResourceLevel>("level", Level) ?? Wrong<LinkStatus>("status", Status);

    private static T[] Read<T>(string[]? values)
        where T : struct, Enum => [.. (values ?? []).Select(Names.Parse<T>).OfType<T>()];

    private static string? Wrong<T>(string key, string[]? values)
        where T : struct, Enum =>
        Array.TrueForAll(values ?? [], value => string.IsNullOrEmpty(value) || Names.Parse<T>(value) is not null) ? null
            : $"{key} must be one of {string.Join(", ", Names.All<T>())}.";
}

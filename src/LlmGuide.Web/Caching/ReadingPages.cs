using Microsoft.AspNetCore.OutputCaching;

namespace LlmGuide.Web.Caching;

/// <summary>What pages and endpoints say about themselves so that they can be kept for readers.</summary>
public static class ReadingPages
{
    /// <summary>
    /// Names a thing that the page being rendered shows ("topic:transformer"): when that changes, the kept page is forgotten.
    /// Does nothing when the page is not going to be kept.
    /// </summary>
    public static void TagPage(this HttpContext context, string tag) =>
        context.Features.Get<IOutputCacheFeature>()?.Context.Tags.Add(tag);

    /// <summary>As <see cref="ReadingPageAttribute"/>, for an endpoint that is not a page; it answers HEAD too.</summary>
    public static TBuilder CachedForReaders<TBuilder>(this TBuilder builder, params string[] query)
        where TBuilder : IEndpointConventionBuilder
    {
        builder.Add(endpoint => endpoint.Metadata.Add(new ReadingPageAttribute { Query = query }));
        return builder.AnswerHead();
    }

    /// <summary>
    /// Lets everything that answers GET answer HEAD. Razor pages refuse it with 405 otherwise, and link checkers and monitors ask that way.
    /// </summary>
    public static TBuilder AnswerHead<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder
    {
        builder.Add(static endpoint =>
        {
            var methods = endpoint.Metadata.OfType<IHttpMethodMetadata>().LastOrDefault()?.HttpMethods ?? [];
            if (methods.Contains(HttpMethods.Get, StringComparer.OrdinalIgnoreCase)
                && !methods.Contains(HttpMethods.Head, StringComparer.OrdinalIgnoreCase))
            {
                endpoint.Metadata.Add(new HttpMethodMetadata([.. methods, HttpMethods.Head]));
            }
        });
        return builder;
    }
}

using System.Text;

using LlmGuide.Core;
using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Interchange.Twins;
using LlmGuide.Web.Caching;
using LlmGuide.Web.Shared;

using Microsoft.Extensions.Options;

namespace LlmGuide.Web.Interchange;

/// <summary>Every page of content as Markdown, at its own address with <c>.md</c> at the end, and all of them as one text.</summary>
internal static class MarkdownTwins
{
    private const string Type = "text/markdown; charset=utf-8";

    public static void MapMarkdownTwins(this IEndpointRouteBuilder site)
    {
        var files = site.MapGroup("").CachedForReaders().ExcludeFromDescription();
        files.MapMethods("/index.md", HttpVerbs.Read,
            async (HttpRequest request, SiteAddress address, IOptions<SiteOptions> options, GuideTwin guide) =>
            Results.Text(await guide.IndexAsync(
                options.Value.Title, path => address.Of(request, path), request.HttpContext.RequestAborted), Type, Encoding.UTF8));
        files.MapMethods("/topics/{slug}.md", HttpVerbs.Read,
            (string slug, HttpContext http, SiteAddress address, TopicTwin twin, FormerSlugQuery former) =>
            AnswerAsync(http, address, twin.WriteAsync, new Named(SlugOwner.Topic, slug, Links.Topic), former));
        files.MapMethods("/resources/{slug}.md", HttpVerbs.Read,
            (string slug, HttpContext http, SiteAddress address, ResourceTwin twin, FormerSlugQuery former) =>
            AnswerAsync(http, address, twin.WriteAsync, new Named(SlugOwner.Resource, slug, Links.Resource), former));
        files.MapMethods("/tasks/{slug}.md", HttpVerbs.Read,
            (string slug, HttpContext http, SiteAddress address, TaskTwin twin, FormerSlugQuery former) =>
            AnswerAsync(http, address, twin.WriteAsync, new Named(SlugOwner.Task, slug, Links.Task), former));
        files.MapMethods("/benchmarks/{slug}.md", HttpVerbs.Read, (
            string slug, HttpContext http, SiteAddress address, BenchmarkTwin twin, FormerSlugQuery former) =>
            AnswerAsync(http, address, twin.WriteAsync, new Named(SlugOwner.Benchmark, slug, Links.Benchmark), former));
        site.MapMethods("/llms-full.txt", HttpVerbs.Read, AllAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> AnswerAsync(
        HttpContext http, SiteAddress address, Func<string, Func<string, string>, CancellationToken, Task<string?>> write, Named named,
        FormerSlugQuery former)
    {
        if (await write(named.Slug, path => address.Of(http.Request, path), http.RequestAborted) is { } text)
        {
            http.TagPage(PageTags.Catalogue);
            return Results.Text(text, Type, Encoding.UTF8);
        }

        return await former.RunAsync(named.Owner, named.Slug, http.RequestAborted) is { } current
            ? Results.Redirect(Links.Twin(named.Address(current)), permanent: true)
            : Results.NotFound();
    }

    // Not kept: it is as long as the guide, and made of parts that are. Whoever has it asks whether it changed.
    private static async Task<IResult> AllAsync(
        HttpContext http, SiteAddress address, IOptions<SiteOptions> options, GuideTwin guide, ContentTag tag)
    {
        var current = await tag.WeakAsync(http.Request, http.RequestAborted);
        http.Response.Headers.CacheControl = FreshPage.Shared;
        return Results.Stream(WriteAsync, "text/plain; charset=utf-8", entityTag: current);

        async Task WriteAsync(Stream body)
        {
            // Not disposed of: that would begin an answer which the database never gave anything for.
            var output = new StreamWriter(body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
            await foreach (var document in guide.AllAsync(
                options.Value.Title, path => address.Of(http.Request, path), http.RequestAborted))
            {
                await output.WriteAsync(document.AsMemory(), http.RequestAborted);
            }

            await output.FlushAsync(http.RequestAborted);
        }
    }

    private sealed record Named(SlugOwner Owner, string Slug, Func<string, string> Address);
}

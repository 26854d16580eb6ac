using LlmGuide.Core;
using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Interchange;
using LlmGuide.Core.Interchange.Citations;
using LlmGuide.Core.Interchange.Lists;
using LlmGuide.Web.Caching;
using LlmGuide.Web.Forms;
using LlmGuide.Web.Shared;

namespace LlmGuide.Web.Interchange;

/// <summary>
/// The catalogue as files: citations (<c>/resources/{slug}.bib</c>, <c>.ris</c>, <c>.csl.json</c>, and the same of topics, stages and
/// everything), all that is public as JSON, and the works as an awesome list.
/// </summary>
internal static class CatalogueFiles
{
    public static void MapCatalogueFiles(this IEndpointRouteBuilder site)
    {
        var files = site.MapGroup("").CachedForReaders().ExcludeFromDescription();
        files.MapMethods("/export/catalogue.json", HttpVerbs.Read,
            (CatalogueExport catalogue, CancellationToken aborted) => catalogue.RunAsync(aborted));
        files.MapMethods("/export/awesome.md", HttpVerbs.Read, AwesomeAsync);
        site.MapMethods("/export/site.zip", HttpVerbs.Read, SiteAsync).ExcludeFromDescription();
        foreach (var format in CitationFormat.All)
        {
            files.MapMethods($"/resources/{{slug}}.{format.Extension}", HttpVerbs.Read, (
                string slug, HttpContext http, CitationQuery works, FormerSlugQuery former) =>
                AnswerAsync(http, format, slug, new Kept(SlugOwner.Resource, slug, former, Links.Resource),
                    async aborted => await works.OfResourceAsync(slug, aborted) is { } work ? [work] : null));
            files.MapMethods($"/topics/{{slug}}.{format.Extension}", HttpVerbs.Read, (
                string slug, HttpContext http, CitationQuery works, FormerSlugQuery former) =>
                AnswerAsync(http, format, slug, new Kept(SlugOwner.Topic, slug, former, Links.Topic),
                    aborted => works.OfTopicAsync(slug, aborted)));
            files.MapMethods($"/stages/{{slug}}.{format.Extension}", HttpVerbs.Read, (string slug, HttpContext http, CitationQuery works) =>
                AnswerAsync(http, format, slug, null, aborted => works.OfStageAsync(slug, aborted)));
            site.MapMethods($"{Links.Bookmarks}.{format.Extension}", HttpVerbs.Read, (HttpContext http, CitationQuery works) =>
                BookmarksAsync(http, format, works)).RequireAuthorization().WithMetadata(new PersonalPageAttribute())
                .ExcludeFromDescription();
            files.MapMethods($"/export/catalogue.{format.Extension}", HttpVerbs.Read,
                (HttpContext http, CitationQuery works) => AllAsync(http, format, works));
        }
    }

    private static async Task<IResult> AnswerAsync(
        HttpContext http, CitationFormat format, string name, Kept? kept,
        Func<CancellationToken, Task<IReadOnlyList<CitedWork>?>> find)
    {
        if (await find(http.RequestAborted) is { } works)
        {
            http.TagPage(PageTags.Catalogue);
            Head(http.Response, format, name);
            await format.WriteAsync(works, http.Response.Body, http.RequestAborted);
            return Results.Empty;
        }

        return kept is not null && await kept.Former.RunAsync(kept.Owner, kept.Slug, http.RequestAborted) is { } current
            ? Results.Redirect($"{kept.Address(current)}.{format.Extension}", permanent: true)
            : Results.NotFound();
    }

    private static async Task<IResult> BookmarksAsync(HttpContext http, CitationFormat format, CitationQuery works)
    {
        var bookmarked = await works.OfBookmarksAsync(http.Actor()!.Id, http.RequestAborted);
        Head(http.Response, format, "bookmarks");
        await format.WriteAsync(bookmarked, http.Response.Body, http.RequestAborted);
        return Results.Empty;
    }

    private static async Task AllAsync(HttpContext http, CitationFormat format, CitationQuery works)
    {
        http.TagPage(PageTags.Catalogue);
        Head(http.Response, format, "catalogue");
        await format.WriteAsync(works.AllAsync(http.RequestAborted), http.Response.Body, http.RequestAborted);
    }

    // A file, read from the disk: not kept in memory with the pages.
    private static async Task<IResult> SiteAsync(HttpRequest request, SiteArchive archive, ContentTag tag, CancellationToken aborted)
    {
        try
        {
            var (file, state) = await archive.GetAsync(aborted);
            var stream = new FileStream(
                file, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 64 * 1024, FileOptions.Asynchronous);
            return Results.Stream(
                stream, "application/zip", "llmguide.zip", entityTag: tag.Strong(request, state), enableRangeProcessing: true);
        }
        catch (IOException)
        {
            return Results.Problem(
                "The copy needs more room than the disk has. Try again later.", statusCode: StatusCodes.Status507InsufficientStorage);
        }
    }

    private static async Task AwesomeAsync(HttpContext http, ExportAwesome export)
    {
        http.TagPage(PageTags.Catalogue);
        http.Response.ContentType = "text/markdown; charset=utf-8";

        // Not disposed of: that would begin an answer which the database never gave anything for.
        var text = new StreamWriter(http.Response.Body, leaveOpen: true);
        await export.RunAsync(text, http.RequestAborted);
        await text.FlushAsync(http.RequestAborted);
    }

    private static void Head(HttpResponse response, CitationFormat format, string name)
    {
        response.ContentType = format.ContentType;
        response.Headers.ContentDisposition = Attachment.Named($"{name}.{format.Extension}");
    }

    /// <summary>Where an address leads whose owner was renamed or merged.</summary>
    private sealed record Kept(SlugOwner Owner, string Slug, FormerSlugQuery Former, Func<string, string> Address);
}

using System.Text;

using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Interchange.Boards;
using LlmGuide.Web.Caching;
using LlmGuide.Web.Shared;

namespace LlmGuide.Web.Interchange;

/// <summary>Leaderboards as files.</summary>
internal static class BoardEndpoints
{
    public static void MapBoardFiles(this IEndpointRouteBuilder site) =>
        site.MapMethods("/benchmarks/{slug}.csv", HttpVerbs.Read, CsvAsync)
            .CachedForReaders().ExcludeFromDescription();

    private static async Task<IResult> CsvAsync(
        string slug, HttpResponse response, BoardCsv board, FormerSlugQuery formerSlugs, CancellationToken cancellationToken)
    {
        var found = await board.WriteAsync(slug, () =>
        {
            response.ContentType = "text/csv; charset=utf-8; header=present";
            response.Headers.ContentDisposition = Attachment.Named($"{slug}.csv");
            return new StreamWriter(response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        }, cancellationToken);
        return found ? Results.Empty
            : await formerSlugs.RunAsync(SlugOwner.Benchmark, slug, cancellationToken) is { } current
                ? Results.Redirect(Links.BenchmarkCsv(current), permanent: true)
            : Results.NotFound();
    }
}

using System.Text;

using LlmGuide.Core.Interchange.Boards;
using LlmGuide.Web.Shared.Delivery;

namespace LlmGuide.Web.Interchange;

/// <summary>Leaderboards as files.</summary>
internal static class BoardEndpoints
{
    public static void MapBoardFiles(this IEndpointRouteBuilder site) =>
        site.MapMethods("/benchmarks/{slug}.csv", [HttpMethods.Get, HttpMethods.Head], CsvAsync).CachedForReaders().ExcludeFromDescription();

    private static async Task<IResult> CsvAsync(string slug, HttpResponse response, BoardCsv board, CancellationToken cancellationToken)
    {
        var found = await board.WriteAsync(slug, () =>
        {
            response.ContentType = "text/csv; charset=utf-8; header=present";
            response.Headers.ContentDisposition = $"attachment; filename=\"{slug}.csv\"";
            return new StreamWriter(response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        }, cancellationToken);
        return found ? Results.Empty : Results.NotFound();
    }
}

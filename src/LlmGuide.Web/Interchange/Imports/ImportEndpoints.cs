using LlmGuide.Core.Members;
using LlmGuide.Web.Shared;

namespace LlmGuide.Web.Interchange.Imports;

/// <summary>Where the page of an import hears how far it is.</summary>
internal static class ImportEndpoints
{
    public static void MapImports(this IEndpointRouteBuilder site) => site
        .MapGet(Links.ImportLive("{id}"), async (string id, ImportDesk desk, HttpContext http) =>
            await desk.FindAsync(id, http.RequestAborted) is not null
                ? Live.Progress(http, ended => LookAsync(desk, id, ended))
                : Results.NotFound())
        .RequireAuthorization(nameof(Permission.EditCatalogue)).ExcludeFromDescription();

    private static async Task<(bool Running, LiveProgress Now)> LookAsync(
        ImportDesk desk, string id, CancellationToken cancellationToken) =>
        await desk.FindAsync(id, cancellationToken) is { } import
            ? (import.IsRunning, new LiveProgress(import.Done, import.Rows))
            : (false, new LiveProgress(0, 0));
}

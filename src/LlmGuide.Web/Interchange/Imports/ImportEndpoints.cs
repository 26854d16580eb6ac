using LlmGuide.Core.Members;
using LlmGuide.Web.Shared;

namespace LlmGuide.Web.Interchange.Imports;

/// <summary>Where the page of an import hears how far it is.</summary>
internal static class ImportEndpoints
{
    public static void MapImports(this IEndpointRouteBuilder site) => site
        .MapGet(Links.ImportLive("{id}"), (string id, ImportDesk desk, HttpContext http) => desk.Find(id) is { } job
            ? Live.Progress(http, _ => Task.FromResult((job.IsRunning, new LiveProgress(job.Done, job.Rows))))
            : Results.NotFound())
        .RequireAuthorization(nameof(Permission.EditCatalogue)).ExcludeFromDescription();
}

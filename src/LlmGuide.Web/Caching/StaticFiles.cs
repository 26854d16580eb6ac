using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.FileProviders;

namespace LlmGuide.Web.Caching;

/// <summary>
/// The files of wwwroot, under the addresses that the build wrote down. The framework knows their headers from there too: where a
/// file itself is gone it answers 200 without a byte (https://github.com/dotnet/aspnetcore/issues/66833), which browsers keep.
/// Here it is 404, and the start looks for all of them.
/// </summary>
internal static class StaticFiles
{
    public static void MapStaticFiles(this IEndpointRouteBuilder site) => site.MapStaticAssets().Add(NeverEmpty);

    /// <returns>The files that the build wrote down and that are not there or empty, by name.</returns>
    public static IReadOnlyList<string> Missing(IEndpointRouteBuilder site)
    {
        var files = site.ServiceProvider.GetRequiredService<IWebHostEnvironment>().WebRootFileProvider;
        return
        [
            .. site.DataSources.SelectMany(source => source.Endpoints)
                .Select(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>()?.AssetPath).OfType<string>()
                .Distinct(StringComparer.Ordinal).Where(path => !IsThere(files, path)).Order(StringComparer.Ordinal),
        ];
    }

    private static void NeverEmpty(EndpointBuilder endpoint)
    {
        var send = endpoint.RequestDelegate!;
        var path = endpoint.Metadata.OfType<StaticAssetDescriptor>().Single().AssetPath;
        endpoint.RequestDelegate = http =>
        {
            if (IsThere(http.RequestServices.GetRequiredService<IWebHostEnvironment>().WebRootFileProvider, path))
            {
                return send(http);
            }

            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        };
    }

    private static bool IsThere(IFileProvider files, string path) => files.GetFileInfo(path) is { Exists: true, Length: > 0 };
}

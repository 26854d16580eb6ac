using LlmGuide.Core.Figures;
using LlmGuide.Web.Caching;
using LlmGuide.Web.Shared;

namespace LlmGuide.Web.Catalogue.Figures;

/// <summary>Each drawing as a file, for whoever wants to use it elsewhere.</summary>
internal static class FigureFiles
{
    public static void MapFigureFiles(this IEndpointRouteBuilder site) => site
        .MapMethods(Links.Figures + "/{slug}.svg", HttpVerbs.Read, IResult (string slug, FigureLibrary figures) =>
            figures.Find(slug) is { } figure ? Results.Text(figure.ToFile(), "image/svg+xml") : Results.NotFound())
        .CachedForReaders().ExcludeFromDescription();
}

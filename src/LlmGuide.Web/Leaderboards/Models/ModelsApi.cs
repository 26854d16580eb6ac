using LlmGuide.Core;
using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Leaderboards.Models;
using LlmGuide.Web.Caching;
using LlmGuide.Web.Shared.Api;
using LlmGuide.Web.Shared;

namespace LlmGuide.Web.Leaderboards.Models;

/// <summary>Models with their results as JSON.</summary>
internal static class ModelsApi
{
    public static void MapModelsApi(this IEndpointRouteBuilder site)
    {
        var api = site.MapApi("Models");
        api.MapMethods("/models", HttpVerbs.Read,
            ([AsParameters] BatchRequest batch, ModelApiQuery models, CancellationToken cancellationToken) =>
                batch.AnswerAsync((after, limit) => models.BatchAsync(after, limit, cancellationToken)))
            .WithSummary("The models that have results, in the order they were added")
            .Produces<Batch<ModelResponse>>().CachedForReaders("limit", "after");
        api.MapMethods("/models/{slug}", HttpVerbs.Read, async (
            string slug, ModelPageQuery models, NotUnderThisSlug fallback, HttpContext http, CancellationToken cancellationToken) =>
                await models.RunAsync(slug, cancellationToken) switch
                {
                    { MovedTo: { } shown } => Results.Redirect($"{http.Request.PathBase}/api/v1/models/{shown}", permanent: true),
                    { } model => Results.Ok(ModelDetails.Of(model)),
                    null => await fallback.AnswerAsync(SlugOwner.Model, slug, http),
                })
            .WithSummary("A model with its results on all benchmarks").Produces<ModelDetails>()
            .Produces(StatusCodes.Status301MovedPermanently).ProducesProblem(StatusCodes.Status404NotFound).CachedForReaders();
    }
}

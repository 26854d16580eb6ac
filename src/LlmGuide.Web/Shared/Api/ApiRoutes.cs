namespace LlmGuide.Web.Shared.Api;

/// <summary>What every endpoint of the JSON API has in common.</summary>
internal static class ApiRoutes
{
    /// <summary>A group under <c>/api/v1</c> whose errors are problem details.</summary>
    public static RouteGroupBuilder MapApi(this IEndpointRouteBuilder site, string tag) =>
        site.MapGroup("/api/v1").WithTags(tag).ProducesProblem(StatusCodes.Status400BadRequest);
}

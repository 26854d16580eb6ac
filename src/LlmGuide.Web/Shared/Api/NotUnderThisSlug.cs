using LlmGuide.Core.Catalogue;

namespace LlmGuide.Web.Shared.Api;

/// <summary>
/// What programs are answered where nothing has a slug now: the way to where it is since it was renamed or merged, as pages do; or 404.
/// </summary>
internal sealed class NotUnderThisSlug(FormerSlugQuery former)
{
    /// <param name="slug">Under this slug.</param>
    /// <param name="http">Its query stays in the address.</param>
    /// <param name="below">What of it was asked for, such as <c>/results</c>.</param>
    public async Task<IResult> AnswerAsync(SlugOwner owner, string slug, HttpContext http, string below = "")
    {
        var what = owner.ToString().ToLowerInvariant();
        return await former.RunAsync(owner, slug, http.RequestAborted) is { } current
            ? Results.Redirect($"{http.Request.PathBase}/api/v1/{what}s/{current}{below}{http.Request.QueryString}", permanent: true)
            : Results.Problem($"There is no {what} “{slug}”.", statusCode: StatusCodes.Status404NotFound);
    }
}

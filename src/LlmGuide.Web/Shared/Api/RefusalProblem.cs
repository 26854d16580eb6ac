using LlmGuide.Core;

namespace LlmGuide.Web.Shared.Api;

/// <summary>What programs are answered when a command says no.</summary>
internal static class RefusalProblem
{
    extension(Refusal refusal)
    {
        /// <param name="name">What the API calls a field of the draft.</param>
        public IResult ToProblem(Func<string, string>? name = null)
        {
            var wrong = refusal.Each.Where(one => one.Field is { Length: > 0 })
                .ToDictionary(one => name?.Invoke(one.Field!) ?? one.Field!, one => (string[])[one.Why], StringComparer.Ordinal);
            return Results.Problem(
                refusal.Why, statusCode: StatusOf(refusal.Cause),
                extensions: wrong.Count == 0 ? null : new Dictionary<string, object?>(StringComparer.Ordinal) { ["errors"] = wrong });
        }
    }

    private static int StatusOf(Cause cause) => cause switch
    {
        Cause.NotThere => StatusCodes.Status404NotFound,
        Cause.NotAllowed => StatusCodes.Status403Forbidden,
        Cause.Busy => StatusCodes.Status503ServiceUnavailable,
        Cause.Conflict => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status400BadRequest,
    };
}

using LlmGuide.Core;
using LlmGuide.Core.Catalogue.Topics.Checks;
using LlmGuide.Core.Learning.Marks;
using LlmGuide.Core.Learning.Reviews;
using LlmGuide.Web.Forms;
using LlmGuide.Web.Limits;
using LlmGuide.Web.Shared;

namespace LlmGuide.Web.Learning.Checks;

/// <summary>The answers of members: kept, and then said on the page of the check, as to everybody.</summary>
internal static class CheckEndpoints
{
    public static void MapChecks(this IEndpointRouteBuilder site)
    {
        // Forms that are bound ask for the antiforgery token by themselves.
        var mine = site.MapGroup("").RequireAuthorization().ExcludeFromDescription();
        mine.MapPost($"{Links.OwnChecks}/{{topic}}/{{check}}", AnswerAsync).Limited(Limit.Mark);
        mine.MapPost($"{Links.Known}/{{topic}}", KnowAsync).Limited(Limit.Form);
    }

    private static async Task<IResult> AnswerAsync(
        string topic, string check, IFormCollection form, AnswerCheck answers, HttpContext http)
    {
        var answer = CheckForm.Read(name => form[name]) ?? new CheckAnswer("", [], []);
        var outcome = await answers.RunAsync(
            http.Actor()!, topic, check, answer, CheckForm.IsHelped(name => form[name]), http.RequestAborted);

        // What is no answer is said on the page too, which reads it again.
        return outcome.Refusal is { Cause: not (Cause.Rule or Cause.Busy) and var cause }
            ? Results.StatusCode(cause == Cause.NotAllowed ? StatusCodes.Status403Forbidden : StatusCodes.Status404NotFound)
            : new SeeOtherResult(Links.With(Links.Check(topic, check), [
                .. CheckForm.Query(form),
                new KeyValuePair<string, string?>("from", form["from"] == "reviews" ? "reviews" : null)]));
    }

    private static async Task<IResult> KnowAsync(string topic, IFormCollection form, KnowTopic know, HttpContext http) =>
        (await know.RunAsync(http.Actor()!, topic, http.RequestAborted)).Refusal is { } refusal
            ? Results.StatusCode(refusal.Cause == Cause.NotAllowed ? StatusCodes.Status403Forbidden : StatusCodes.Status404NotFound)
            : new SeeOtherResult(LocalAddress.Of(form["back"], Links.Topic(topic)));
}

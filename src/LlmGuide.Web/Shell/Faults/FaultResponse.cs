using System.Globalization;
using System.Security.Claims;

using LlmGuide.Web.Shared.Faults;

using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace LlmGuide.Web.Shell.Faults;

/// <summary>
/// Tells somebody that their request was not answered, or not taken: programs in problem details, people on a page for which nobody is
/// looked up and nothing is asked of the database. What was typed comes back.
/// </summary>
internal static class FaultResponse
{
    public static async Task WriteAsync(HttpContext http, FaultAnswer answer)
    {
        http.Response.StatusCode = answer.Status;
        if (answer.RetryAfter is { TotalSeconds: var seconds })
        {
            http.Response.Headers[HeaderNames.RetryAfter] = seconds.ToString(CultureInfo.InvariantCulture);
        }

        if (FaultPages.IsApi(http))
        {
            await Results.Problem(answer.Words, statusCode: answer.Status, title: answer.Title).ExecuteAsync(http);
        }
        else
        {
            await ShowAsync(http, answer, await TypedForm.ReadAsync(http));
        }
    }

    private static async Task ShowAsync(HttpContext http, FaultAnswer answer, TypedForm? typed)
    {
        // Of the services of a request, some can be used for one page only, and the page that failed has used them.
        var (user, services) = (http.User, http.RequestServices);
        await using var scope = services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        (http.User, http.RequestServices) = (new ClaimsPrincipal(new ClaimsIdentity()), scope.ServiceProvider);
        try
        {
            await new RazorComponentResult<App>(new Dictionary<string, object?> { [nameof(App.Instead)] = Page(answer, typed) })
            {
                StatusCode = answer.Status,
            }.ExecuteAsync(http);
        }
        finally
        {
            (http.User, http.RequestServices) = (user, services);
        }
    }

    private static RenderFragment Page(FaultAnswer answer, TypedForm? typed) => builder =>
    {
        builder.OpenComponent<FaultPage>(0);
        builder.AddComponentParameter(1, nameof(FaultPage.Answer), answer);
        builder.AddComponentParameter(2, nameof(FaultPage.Typed), typed);
        builder.CloseComponent();
    };
}

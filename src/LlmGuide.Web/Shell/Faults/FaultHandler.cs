using System.Globalization;
using System.Security.Claims;

using LlmGuide.Web.Shared.Faults;

using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace LlmGuide.Web.Shell.Faults;

/// <summary>
/// The one place where an exception becomes an answer. Whatever failed is not needed for it: nobody is looked up, and nothing is asked of
/// the database. What was typed comes back.
/// </summary>
internal sealed class FaultHandler(DatabaseOutage outage) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var isWrite = !HttpMethods.IsGet(httpContext.Request.Method) && !HttpMethods.IsHead(httpContext.Request.Method);
        var answer = exception is BadHttpRequestException refused ? FaultAnswer.ToUnreadable(refused) : FaultAnswer.To(outage.Note(exception), isWrite);
        httpContext.Response.StatusCode = answer.Status;
        if (answer.RetryAfter is { TotalSeconds: var seconds })
        {
            httpContext.Response.Headers[HeaderNames.RetryAfter] = seconds.ToString(CultureInfo.InvariantCulture);
        }

        if (FaultPages.IsApi(httpContext))
        {
            await Results.Problem(answer.Words, statusCode: answer.Status, title: answer.Title).ExecuteAsync(httpContext);
        }
        else
        {
            await ShowAsync(httpContext, answer, isWrite ? await TypedForm.ReadAsync(httpContext) : null);
        }

        return true;
    }

    private static async Task ShowAsync(HttpContext http, FaultAnswer answer, TypedForm? typed)
    {
        // Of the services of a request, some can be used for one page only, and the page that failed has used them.
        var services = http.RequestServices;
        await using var scope = services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        (http.User, http.RequestServices) = (new ClaimsPrincipal(new ClaimsIdentity()), scope.ServiceProvider);
        try
        {
            await new RazorComponentResult<App>(new Dictionary<string, object?> { [nameof(App.Instead)] = Page(answer, typed) }) { StatusCode = answer.Status }.ExecuteAsync(http);
        }
        finally
        {
            http.RequestServices = services;
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

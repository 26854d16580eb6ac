using LlmGuide.Web.Shared.Faults;

using Microsoft.AspNetCore.Diagnostics;

namespace LlmGuide.Web.Shell.Faults;

/// <summary>The one place where an exception becomes an answer. Whatever failed is not needed for it.</summary>
internal sealed class FaultHandler(DatabaseOutage outage) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var isWrite = !HttpMethods.IsGet(httpContext.Request.Method) && !HttpMethods.IsHead(httpContext.Request.Method);
        await FaultResponse.WriteAsync(httpContext, exception is BadHttpRequestException refused
            ? FaultAnswer.ToUnreadable(refused)
            : FaultAnswer.To(outage.Note(exception), isWrite));
        return true;
    }
}

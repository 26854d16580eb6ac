namespace LlmGuide.Web.Caching.Headers;

/// <summary>
/// Answers HEAD from the copy kept for GET, so that both say the same (ETag, Content-Length). The server remembers what was
/// asked and sends no body.
/// </summary>
internal sealed class HeadAsGet(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context) =>
        HttpMethods.IsHead(context.Request.Method) ? AnswerAsync(context) : next(context);

    private async Task AnswerAsync(HttpContext context)
    {
        context.Request.Method = HttpMethods.Get;
        try
        {
            await next(context);
        }
        finally
        {
            context.Request.Method = HttpMethods.Head;
        }
    }
}

using LlmGuide.Web.Shared.Faults;

using Microsoft.Extensions.Primitives;

namespace LlmGuide.Web.Caching;

/// <summary>
/// While the database cannot be read, nobody can be looked up: whoever is signed in reads what everybody reads, from the pages that are
/// kept. Their cookie is not touched, and counts again when the database is back.
/// </summary>
internal sealed class UnknownReaders(RequestDelegate next, DatabaseOutage? outage = null)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (outage?.CannotBeRead is true && Reader.MayBeUnknown(context) && !Reader.IsAnonymous(context))
        {
            context.Request.Headers.Cookie = WithoutSession(context.Request.Headers.Cookie);

            // It is not their page: they are not to be shown it again from their own copy.
            context.Response.OnStarting(() =>
            {
                context.Response.Headers.CacheControl = FreshPage.Private;
                return Task.CompletedTask;
            });
        }

        return next(context);
    }

    private static StringValues WithoutSession(StringValues cookies) => string.Join(
        "; ",
        cookies.SelectMany(line => line?.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [])
            .Where(cookie => !cookie.StartsWith(Reader.IdentityCookie, StringComparison.Ordinal)));
}

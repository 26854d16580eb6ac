using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Primitives;

namespace LlmGuide.Web.Caching;

/// <summary>Who is asking, as far as can be told from the request alone: the cache is asked before authentication runs.</summary>
internal static class Reader
{
    /// <summary>The cookie of ASP.NET Core Identity (Identity.Application); its further chunks begin with the same name.</summary>
    public const string IdentityCookie = ".AspNetCore.Identity.Application";

    /// <summary>The page that answers this request, or <c>null</c> where something else does.</summary>
    public static ReadingPageAttribute? PageOf(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<ReadingPageAttribute>();

    /// <summary>
    /// The raw header is searched, without parsing: the name in some other place only costs that visitor a fresh page.
    /// </summary>
    public static bool IsAnonymous(HttpContext context)
    {
        var headers = context.Request.Headers;
        return headers.Authorization.Count == 0 && !Mentions(headers.Cookie, IdentityCookie);
    }

    /// <summary>Whether an anonymous reader reads a reading page, found or not.</summary>
    public static bool IsReading(HttpContext context) =>
        PageOf(context) is not null
        && (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        && IsAnonymous(context);

    /// <summary>Whether something is asked for that everybody may read, so that whoever asks can be taken for nobody if need be.</summary>
    public static bool MayBeUnknown(HttpContext context) =>
        (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        && (context.GetEndpoint()?.Metadata is not { } about
            || (about.GetMetadata<PersonalPageAttribute>() is null && about.GetMetadata<IAuthorizeData>() is null));

    /// <summary>
    /// Whether the answer may be one copy that readers share. Not while an error is shown at another address (status-code pages
    /// and the exception handler run the pipeline again): a kept 200 would replace its status.
    /// </summary>
    public static bool MayShare(HttpContext context) =>
        context.Response.StatusCode == StatusCodes.Status200OK && IsReading(context);

    private static bool Mentions(StringValues header, string name)
    {
        foreach (var line in header)
        {
            if (line?.Contains(name, StringComparison.Ordinal) is true)
            {
                return true;
            }
        }

        return false;
    }
}

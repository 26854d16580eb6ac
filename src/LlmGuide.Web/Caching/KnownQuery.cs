using Microsoft.Extensions.Primitives;

namespace LlmGuide.Web.Caching;

/// <summary>The part of a query string that a reading page knows.</summary>
internal static class KnownQuery
{
    /// <summary>Longer questions are answered, but not kept: nobody asks them twice.</summary>
    private const int LongestValue = 200;

    /// <summary>
    /// The query with nothing but the known keys: what a page cannot see it cannot show to the next reader (utm_source and
    /// worse, in a link back to "this page"). The values of a key come sorted, since the cache has sorted them in place.
    /// </summary>
    public static QueryString Of(HttpRequest request, string[] keys) =>
        request.QueryString.HasValue
            ? QueryString.Create(from key in keys
                                 from value in request.Query[key]
                                 select KeyValuePair.Create(key, value))
            : QueryString.Empty;

    public static bool HasAny(HttpRequest request, string[] keys)
    {
        if (!request.QueryString.HasValue)
        {
            return false;
        }

        foreach (var key in keys)
        {
            if (request.Query.ContainsKey(key))
            {
                return true;
            }
        }

        return false;
    }

    public static bool IsLong(HttpRequest request, string[] keys)
    {
        if (!request.QueryString.HasValue)
        {
            return false;
        }

        foreach (var key in keys)
        {
            if (Length(request.Query[key]) > LongestValue)
            {
                return true;
            }
        }

        return false;
    }

    private static int Length(StringValues values)
    {
        var length = 0;
        foreach (var value in values)
        {
            length += value?.Length ?? 0;
        }

        return length;
    }
}

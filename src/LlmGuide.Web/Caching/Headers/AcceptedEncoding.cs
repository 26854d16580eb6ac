using System.Globalization;

using Microsoft.Extensions.Primitives;

namespace LlmGuide.Web.Caching.Headers;

/// <summary>The three encodings in which pages are kept.</summary>
internal enum ContentCoding
{
    Identity,
    Gzip,
    Brotli,
}

/// <summary>Which of them a client gets: the header has endless spellings, and each must find one of three copies.</summary>
internal static class AcceptedEncoding
{
    /// <summary>The coding with the highest weight (RFC 9110, 12.5.3); between equals the smallest result.</summary>
    public static ContentCoding Of(StringValues header)
    {
        double? brotli = null, gzip = null, identity = null, other = null;
        foreach (var line in header)
        {
            foreach (var range in line.AsSpan().Split(','))
            {
                var item = line.AsSpan(range);
                var semicolon = item.IndexOf(';');
                var name = (semicolon < 0 ? item : item[..semicolon]).Trim();
                var weight = semicolon < 0 ? 1 : Weight(item[(semicolon + 1)..].Trim());
                if (name.Equals("br", StringComparison.OrdinalIgnoreCase))
                {
                    brotli = weight;
                }
                else if (name.Equals("gzip", StringComparison.OrdinalIgnoreCase))
                {
                    gzip = weight;
                }
                else if (name.Equals("identity", StringComparison.OrdinalIgnoreCase))
                {
                    identity = weight;
                }
                else if (name is "*")
                {
                    other = weight;
                }
            }
        }

        return Best(brotli ?? other ?? 0, gzip ?? other ?? 0, identity ?? 0);
    }

    /// <summary>The header that makes the compression choose the same, whatever the client wrote.</summary>
    public static StringValues HeaderFor(ContentCoding coding) => coding switch
    {
        ContentCoding.Brotli => "br",
        ContentCoding.Gzip => "gzip",
        _ => StringValues.Empty,
    };

    private static ContentCoding Best(double brotli, double gzip, double identity) => Math.Max(brotli, gzip) switch
    {
        <= 0 => ContentCoding.Identity,
        var best when identity > best => ContentCoding.Identity,
        var best => brotli >= best ? ContentCoding.Brotli : ContentCoding.Gzip,
    };

    private static double Weight(ReadOnlySpan<char> parameter) =>
        parameter.StartsWith("q=", StringComparison.OrdinalIgnoreCase)
        && double.TryParse(parameter[2..], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var weight)
            ? weight
            : 0;
}

using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace LlmGuide.Core.Interchange.Sota;

/// <summary>
/// A string of JSON as a text of ours. JSON may spell half of a surrogate pair (RFC 8259, 8.2), which .NET refuses to read: a file of a
/// hundred thousand rows is not to end there.
/// </summary>
internal static partial class JsonText
{
    /// <param name="reader">At a string or a name that is whole in its buffer.</param>
    public static string Of(ref readonly Utf8JsonReader reader)
    {
        try
        {
            return CleanText.Of(reader.GetString()!);
        }
        catch (InvalidOperationException)
        {
            return CleanText.Of(Escape().Replace(Encoding.UTF8.GetString(reader.ValueSpan), Unescaped));
        }
    }

    private static string Unescaped(Match escape) => escape.Value[1] switch
    {
        'u' => ((char)ushort.Parse(escape.ValueSpan[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)).ToString(),
        'n' => "\n",
        't' => "\t",
        'r' => "\r",
        'b' => "\b",
        'f' => "\f",
        var itself => itself.ToString(),
    };

    [GeneratedRegex(@"\\(?:u[0-9A-Fa-f]{4}|.)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Escape();
}

using System.Globalization;
using System.Text;

namespace LlmGuide.Core.Interchange.Boards;

/// <summary>Comma-separated values as RFC 4180 has them: lines end with CR LF, fields that need it are quoted.</summary>
public static class CsvText
{
    private static readonly char[] Special = [',', '"', '\r', '\n'];

    /// <summary>
    /// Spreadsheets run a field that starts with one of these as a formula, whoever wrote it; a quote before it makes it text
    /// (https://owasp.org/www-community/attacks/CSV_Injection). A plain number such as −0.5 stays one.
    /// </summary>
    private const string Dangerous = "=+-@\t\r\uFF1D\uFF0B\uFF0D\uFF20";

    public static string Line(IEnumerable<string?> fields) => string.Join(',', fields.Select(Field)) + "\r\n";

    private static string Field(string? field)
    {
        if (field is null or "")
        {
            return "";
        }

        var safe = Dangerous.Contains(field[0], StringComparison.Ordinal)
            && !double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? "'" + field : field;
        return safe.IndexOfAny(Special) < 0 && safe == safe.Trim() ? safe
            : new StringBuilder("\"").Append(safe.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"').ToString();
    }
}

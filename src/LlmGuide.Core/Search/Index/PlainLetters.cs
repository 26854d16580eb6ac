using System.Text;

namespace LlmGuide.Core.Search.Index;

/// <summary>
/// What is done to a text before a database takes it apart, in the index by SQL and in a query here: letters that no database takes apart
/// into a letter and a mark are spelled plainly, and scripts without spaces are written one character to a word.
/// </summary>
public static class PlainLetters
{
    /// <summary>The characters that stand alone, as the ranges of a class: Kana, Han, Hangul.</summary>
    public const string AloneRanges = "\u3040-\u30FF\u3400-\u4DBF\u4E00-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF";

    private static readonly (string Letter, string Plain)[] Spelled =
    [
        ("ł", "l"), ("Ł", "l"), ("ø", "o"), ("Ø", "o"), ("đ", "d"), ("Đ", "d"), ("ð", "d"), ("Ð", "d"), ("ß", "ss"),
        ("æ", "ae"), ("Æ", "ae"),
        ("œ", "oe"), ("Œ", "oe"), ("ı", "i"), ("¹", "1"), ("²", "2"), ("³", "3"),
    ];

    public static bool StandsAlone(char c) =>
        c is (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u4DBF') or (>= '\u4E00' and <= '\u9FFF')
            or (>= '\uAC00' and <= '\uD7AF') or (>= '\uF900' and <= '\uFAFF');

    public static string Of(string text)
    {
        var plain = new StringBuilder(text);
        foreach (var (letter, spelled) in Spelled)
        {
            plain.Replace(letter, spelled);
        }

        return plain.ToString();
    }

    /// <summary>The same in SQL, which both databases read.</summary>
    /// <param name="sql">An expression for a text.</param>
    public static string Sql(string sql) => Spelled.Aggregate(
        sql, (inner, letter) => $"replace({inner}, '{letter.Letter}', '{letter.Plain}')");
}

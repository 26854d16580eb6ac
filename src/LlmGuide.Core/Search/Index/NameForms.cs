namespace LlmGuide.Core.Search.Index;

/// <summary>
/// Other forms in which the index has a name, as SQL that both databases read. Joined, it is found however it was split
/// (<c>chainofthought</c>). Whole, each word stands there without being stemmed, so that it is found by a beginning that is longer than its
/// stem (<c>interpretab</c>): no stemmer takes anything off a word that ends in a digit.
/// </summary>
public static class NameForms
{
    /// <summary>Behind each whole word. Nobody types it: a lone digit would make <c>T0</c> of a T.</summary>
    private const string End = "q9";

    private static readonly string[] Signs = ["-", ":", ",", ".", "(", ")", "/", "?", "!", "''", "\"", ";"];

    /// <param name="sql">An expression for a name.</param>
    public static string Joined(string sql) => $"replace({Spaced(sql, "")}, ' ', '')";

    /// <param name="sql">An expression for names.</param>
    public static string Whole(string sql) => $"replace({Spaced(sql, " ")}, ' ', '{End} ') || '{End}'";

    private static string Spaced(string sql, string with) =>
        Signs.Aggregate(sql, (inner, sign) => $"replace({inner}, '{sign}', '{with}')");
}

namespace LlmGuide.Core.Catalogue.Addresses;

/// <summary>Parts of a query that say where a reader came from, and nothing about the work.</summary>
internal static class Tracking
{
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "fbclid", "gclid", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "twclid", "igshid", "mc_cid", "mc_eid", "_hsenc", "_hsmi",
        "mkt_tok", "oly_anon_id", "oly_enc_id", "vero_id", "ref", "ref_src", "ref_url", "__s", "spm",
    };

    /// <param name="query">With its question mark, or empty.</param>
    /// <returns>The pairs that are left, as they stood.</returns>
    public static List<string> Without(string query) =>
        [.. query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Where(pair => !IsTracking(pair.Split('=')[0]))];

    public static string Join(IEnumerable<string> pairs) => string.Join('&', pairs) is { Length: > 0 } query ? $"?{query}" : "";

    private static bool IsTracking(string name) => Names.Contains(name) || name.StartsWith("utm_", StringComparison.OrdinalIgnoreCase);
}

namespace LlmGuide.Core.Catalogue.Addresses;

/// <summary>Parts of a query that say where a reader came from, and nothing about the work.</summary>
internal static class Tracking
{
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "fbclid", "gclid", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "twclid", "igshid", "mc_cid", "mc_eid", "_hsenc", "_hsmi",
        "mkt_tok", "oly_anon_id", "oly_enc_id", "vero_id", "ref", "ref_src", "ref_url", "__s", "spm", "gclsrc", "gad_source",
        "gad_campaignid", "srsltid", "_ga", "_gl", "ttclid", "li_fat_id", "epik", "wickedid", "rb_clickid", "s_cid", "igsh", "mibextid",
        "sfnsn", "__hstc", "__hssc", "__hsfp", "hsctatracking", "ck_subscriber_id", "guccounter", "guce_referrer", "guce_referrer_sig",
        "_openstat", "fb_action_ids", "fb_source", "trk", "trkcampaign",
    };

    private static readonly string[] Families = ["utm_", "mtm_", "pk_", "matomo_", "piwik_", "hsa_", "at_"];

    /// <param name="query">With its question mark, or empty.</param>
    /// <returns>The pairs that are left, as they stood.</returns>
    public static List<string> Without(string query) =>
        [.. query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Where(pair => !IsTracking(pair.Split('=')[0]))];

    public static string Join(IEnumerable<string> pairs) => string.Join('&', pairs) is { Length: > 0 } query ? $"?{query}" : "";

    private static bool IsTracking(string name) =>
        Names.Contains(name) || Families.Any(family => name.StartsWith(family, StringComparison.OrdinalIgnoreCase));
}

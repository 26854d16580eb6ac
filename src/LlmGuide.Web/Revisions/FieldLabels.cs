using LlmGuide.Core.Revisions.History;

namespace LlmGuide.Web.Revisions;

/// <summary>The fields of drafts as readers know them: "alsoKnownAs" is "Also known as".</summary>
public static class FieldLabels
{
    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        ["slug"] = "Address on this site",
        ["url"] = "Link",
        ["arxivId"] = "arXiv number",
        ["doi"] = "DOI",
        ["buildsOn"] = "Builds on",
        ["placements"] = "Place in",
        ["minutes"] = "Minutes",
        ["why"] = "Why it is there",
        ["reading"] = "Resources, in order",
        ["checks"] = "Check yourself",
        ["prerequisites"] = "Prerequisites",
        ["paperUrl"] = "Address of the paper",
        ["measuredBy"] = "Measured by",
        ["benchmarkVersion"] = "Version of the benchmark",
        ["reference"] = "Reference line",
        ["codeUrl"] = "Address of the code",
        ["sourceUrl"] = "Address of the number",
        ["higherIsBetter"] = "Higher is better",
        ["companionOf"] = "Companion of",
        ["checkedAt"] = "Facts checked on",
    };

    /// <param name="path">See <see cref="FieldDiff.Path"/>.</param>
    public static string Of(string path)
    {
        var parts = path.Split(DraftDiff.Separator);

        // Inside a list every second part is what somebody called the record.
        return string.Join(
            ": ", parts.Select((part, index) => index % 2 == 1 && parts.Length > 1 && index < parts.Length - 1 ? part : Word(part)));
    }

    private static string Word(string name) =>
        Known.TryGetValue(name, out var word) ? word : char.ToUpperInvariant(name[0])
            + string.Concat(name.Skip(1).Select(c => char.IsUpper(c) ? $" {char.ToLowerInvariant(c)}" : $"{c}"));
}

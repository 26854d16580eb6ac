namespace LlmGuide.Core.Catalogue.Resources;

/// <summary>Who made a work, in its order; authors that are left out are one last entry, whatever they were called.</summary>
public static class AuthorList
{
    /// <summary>Stands for those left out.</summary>
    public const string Others = "et al.";

    private static readonly string[] SaidOtherwise = ["et al.", "et al", "et alii", "and others"];

    /// <summary>Those that are named.</summary>
    public static IEnumerable<string> Named(IEnumerable<string> names) => names.Where(name => name != Others);

    /// <param name="names">A line each; "Vaswani et al." is one name and others.</param>
    internal static IReadOnlyList<string> Clean(IEnumerable<string> names)
    {
        var (clean, others) = (new List<string>(), false);
        foreach (var name in names)
        {
            var ending = Array.Find(SaidOtherwise, said => name.EndsWith(said, StringComparison.OrdinalIgnoreCase)
                && (name.Length == said.Length || name[^(said.Length + 1)] is ' ' or ','));
            var bare = ending is null ? name : name[..^ending.Length].TrimEnd(' ', ',');
            others |= ending is not null;
            clean.AddRange(bare.Length > 0 ? [bare] : []);
        }

        return others ? [.. clean, Others] : clean;
    }
}

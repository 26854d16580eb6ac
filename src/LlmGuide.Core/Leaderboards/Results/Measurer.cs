namespace LlmGuide.Core.Leaderboards.Results;

/// <summary>
/// Who measured a result: a vendor counts its own model's points, and an owner or third party those of somebody else. The two do not
/// compare without care, so each result says it.
/// </summary>
/// <param name="Name">Who it is; empty only for the authors of the paper that the result names.</param>
public sealed record Measurer(MeasurerKind Kind, string Name)
{
    public const int LongestName = 200;

    /// <summary>The ways to write it, for whoever wrote another.</summary>
    public const string Forms = "authors, vendor (NAME), owner (NAME) or third party (NAME)";

    private static readonly (MeasurerKind Kind, string Words)[] Kinds =
    [
        (MeasurerKind.Authors, "authors"), (MeasurerKind.Vendor, "vendor"),
        (MeasurerKind.Owner, "owner"), (MeasurerKind.ThirdParty, "third party"),
    ];

    /// <summary>Whether it was somebody else than who made the model.</summary>
    public bool IsIndependent => Kind is MeasurerKind.Owner or MeasurerKind.ThirdParty;

    /// <summary>Reads one of <see cref="Forms"/>.</summary>
    /// <returns><c>null</c> for anything else; nothing is guessed.</returns>
    public static Measurer? Parse(string? text)
    {
        var words = text?.Trim() ?? "";
        var open = words.IndexOf('(', StringComparison.Ordinal);
        var kind = (open < 0 ? words : words[..open]).TrimEnd();
        var name = open < 0 ? "" : words.EndsWith(')') ? words[(open + 1)..^1].Trim() : null;
        return name is { Length: <= LongestName } && Array.FindIndex(Kinds, k => k.Words == kind) is >= 0 and var index
            && (name.Length > 0 || (open < 0 && Kinds[index].Kind == MeasurerKind.Authors))
                ? new Measurer(Kinds[index].Kind, name) : null;
    }

    /// <summary>As <see cref="Parse"/> reads it.</summary>
    public override string ToString()
    {
        var words = Array.Find(Kinds, k => k.Kind == Kind).Words;
        return Name.Length > 0 ? $"{words} ({Name})" : words;
    }
}

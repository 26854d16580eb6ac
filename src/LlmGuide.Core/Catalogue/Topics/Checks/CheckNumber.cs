namespace LlmGuide.Core.Catalogue.Topics.Checks;

/// <summary>A number that is asked for.</summary>
/// <param name="Tolerance">How far from <paramref name="Value"/> is still right, in the same unit; 0 or more.</param>
/// <param name="Unit">As it is written, with other spellings after bars: <c>bytes|B</c>. Empty for a bare number.</param>
public sealed record CheckNumber(double Value, double Tolerance, string Unit)
{
    /// <summary>The spelling that is shown.</summary>
    public string ShownUnit => Units[0];

    private string[] Units => Unit.Split('|', StringSplitOptions.TrimEntries);

    /// <summary>The number that somebody typed, in the unit of this one.</summary>
    /// <returns><c>null</c> when it is in another unit.</returns>
    public double? Read(TypedNumber typed)
    {
        if (typed.Unit.Length == 0 || Units.Any(unit => Same(unit, typed.Unit)))
        {
            return typed.Value;
        }

        var (scaled, rest) = typed.Scaled;
        return rest.Length == 0 || Units.Any(unit => Same(unit, rest)) ? scaled : Unit.Length == 0 ? typed.Value : null;
    }

    private static bool Same(string unit, string typed) =>
        string.Equals(unit, typed, StringComparison.OrdinalIgnoreCase)
        || string.Equals(unit + "s", typed, StringComparison.OrdinalIgnoreCase)
        || string.Equals(unit, typed + "s", StringComparison.OrdinalIgnoreCase);
}

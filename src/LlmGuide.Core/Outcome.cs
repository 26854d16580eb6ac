using System.Diagnostics.CodeAnalysis;

namespace LlmGuide.Core;

/// <summary>Why a command did nothing. Derived from where there is more to show than a sentence.</summary>
/// <param name="Why">A sentence for the one who can mend it.</param>
public record Refusal(Cause Cause, string Why, string? Field = null)
{
    /// <summary>What else is wrong, where somebody has looked at everything.</summary>
    public IReadOnlyList<Refusal> Others { get; init; } = [];

    /// <summary>This, and what else is wrong.</summary>
    public IEnumerable<Refusal> Each => [this, .. Others];

    /// <summary>All that is wrong as one, the first for each field.</summary>
    /// <param name="wrong">What was looked at: <c>null</c> for what is right.</param>
    /// <returns><c>null</c> when nothing is wrong.</returns>
    public static Refusal? All(params IEnumerable<Refusal?> wrong)
    {
        var all = wrong.SelectMany(one => one?.Each ?? []).DistinctBy(one => one.Field).ToArray();
        return all.Length == 0 ? null : all[0] with { Others = all[1..] };
    }

    /// <summary>The same about other fields, where what was typed is called otherwise.</summary>
    public Refusal About(Func<string?, string?> field) =>
        this with { Field = field(Field), Others = [.. Others.Select(other => other.About(field))] };

    /// <summary>A rule says no; what was typed is kept.</summary>
    public static Refusal Rule(string why, string? field = null) => new(Cause.Rule, why, field);

    /// <summary>Nothing is wrong with it, and later it can be done.</summary>
    public static Refusal Busy(string why, string? field = null) => new(Cause.Busy, why, field);

    public static Refusal NotThere(string why = "This no longer exists.") => new(Cause.NotThere, why);

    public static Refusal NotAllowed(string why = "You are not allowed to do this.") => new(Cause.NotAllowed, why);
}

/// <summary>The kinds of refusal: a form shows a rule, a page answers 404 or 403 to the others.</summary>
public enum Cause
{
    Rule,
    NotThere,
    NotAllowed,

    /// <summary>Too many want the same at once: a form shows it like a rule, a program gets 503.</summary>
    Busy,

    /// <summary>Somebody else was quicker; the refusal holds both versions.</summary>
    Conflict,
}

/// <summary>What became of a command: a value, or the reason why nothing was changed.</summary>
public readonly record struct Outcome<T>
{
    private Outcome(T? value, Refusal? refusal)
    {
        Value = value;
        Refusal = refusal;
    }

    /// <summary>Set when <see cref="Refusal"/> is not.</summary>
    public T? Value { get; }

    public Refusal? Refusal { get; }

    /// <param name="value">What the command gave; of no use when it was refused.</param>
    /// <param name="refusal">Why nothing was changed; <c>null</c> when something was.</param>
    /// <returns>Whether there is a value.</returns>
    public bool TryGet([MaybeNullWhen(false)] out T value, [NotNullWhen(false)] out Refusal? refusal)
    {
        (value, refusal) = (Value, Refusal);
        return refusal is null;
    }

#pragma warning disable CA1000, CA2225 // A command ends with "return value" or "return refusal"; that is what the conversions are for.
    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Refusal refusal) => new(default, refusal);
#pragma warning restore CA1000, CA2225
}

/// <summary>The value of a command that has nothing to give back.</summary>
public readonly record struct Done;

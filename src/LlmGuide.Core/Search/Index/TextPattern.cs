namespace LlmGuide.Core.Search.Index;

/// <summary>What a text must have, in words that both databases take apart in the same way.</summary>
public abstract record TextPattern
{
    public static TextPattern All(IReadOnlyList<TextPattern> parts) => parts is [var only] ? only : new AllPatterns(parts);

    /// <summary>The same, of a part alone.</summary>
    public abstract TextPattern In(TextPart part);

    public static TextPattern Any(IReadOnlyList<TextPattern> parts) => parts is [var only] ? only : new AnyPattern(parts);
}

/// <summary>Words that follow each other.</summary>
/// <param name="Words">Each of letters, digits and marks alone.</param>
/// <param name="Begun">Whether the last may be the beginning of a word only.</param>
public sealed record PhrasePattern(IReadOnlyList<string> Words, bool Begun = false, TextPart Part = TextPart.Any) : TextPattern
{
    public override TextPattern In(TextPart part) => this with { Part = part };
}

/// <summary>Where in an entry.</summary>
public enum TextPart
{
    Any,

    /// <summary>In its title or another name.</summary>
    Names,

    /// <summary>There, or among its authors.</summary>
    Called,
    Authors,
}

public sealed record AllPatterns(IReadOnlyList<TextPattern> Parts) : TextPattern
{
    public override TextPattern In(TextPart part) => new AllPatterns([.. Parts.Select(one => one.In(part))]);
}

public sealed record AnyPattern(IReadOnlyList<TextPattern> Parts) : TextPattern
{
    public override TextPattern In(TextPart part) => new AnyPattern([.. Parts.Select(one => one.In(part))]);
}

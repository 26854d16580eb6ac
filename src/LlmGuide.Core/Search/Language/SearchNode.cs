namespace LlmGuide.Core.Search.Language;

/// <summary>What a query asks for, as a tree. As a text it is the query again, the way it was understood.</summary>
public abstract record SearchNode
{
    /// <summary>All the terms that something must have, rather than must not.</summary>
    internal IEnumerable<SearchTerm> Wanted() => this switch
    {
        SearchTerm term => [term],
        SearchAll all => all.Parts.SelectMany(part => part.Wanted()),
        SearchAny any => any.Parts.SelectMany(part => part.Wanted()),
        _ => [],
    };

    /// <summary>The same tree with other terms; a term without one is left out.</summary>
    internal SearchNode? With(Func<SearchTerm, SearchNode?> other) => WithLeaves(leaf => leaf is SearchTerm term ? other(term) : leaf);

    /// <summary>The same tree with other terms and fields; a leaf without one is left out.</summary>
    internal SearchNode? WithLeaves(Func<SearchNode, SearchNode?> other) => this switch
    {
        SearchAll all => All(all.Parts.Select(part => part.WithLeaves(other))),
        SearchAny any => Any(any.Parts.Select(part => part.WithLeaves(other))),
        SearchNot not => not.Part.WithLeaves(other) is { } part ? new SearchNot(part) : null,
        _ => other(this),
    };

    internal static SearchNode? All(IEnumerable<SearchNode?> parts) => Joined(
        [.. parts.OfType<SearchNode>().SelectMany(part => part is SearchAll all ? all.Parts : [part])], many => new SearchAll(many));

    internal static SearchNode? Any(IEnumerable<SearchNode?> parts) => Joined(
        [.. parts.OfType<SearchNode>().SelectMany(part => part is SearchAny any ? any.Parts : [part])], many => new SearchAny(many));

    private static SearchNode? Joined(IReadOnlyList<SearchNode> parts, Func<IReadOnlyList<SearchNode>, SearchNode> join) =>
        parts.Count switch { 0 => null, 1 => parts[0], _ => join(parts) };

    private protected static string Within(SearchNode part) => part is SearchAny or SearchAll ? $"({part})" : part.ToString();
}

/// <summary>A word, or words in quotes, which follow each other.</summary>
/// <param name="Text">As it was typed, without quotes.</param>
/// <param name="Quoted">Whether it is meant to the letter: not joined with its neighbours, nor begun only.</param>
/// <param name="Begun">Whether it may be the beginning of a word.</param>
public sealed record SearchTerm(string Text, bool Quoted = false, bool Begun = false) : SearchNode
{
    /// <summary>The term in lower case, where it ends in a sign that no index knows; else <c>null</c>.</summary>
    internal string? Sign => Text[^1] is '+' or '#' or '*' ? Text.ToLowerInvariant() : null;

    public override string ToString() => Quoted ? $"\"{Text}\"" : Begun ? $"{Text}*" : Text;
}

/// <summary>Something known of what is found, such as its year.</summary>
/// <param name="Value">As it was typed; it can be read.</param>
public sealed record SearchFilter(SearchField Field, string Value) : SearchNode
{
    public override string ToString() =>
        $"{Field.ToSlug()}:{(Value.Contains(' ', StringComparison.Ordinal) ? $"\"{Value}\"" : Value)}";
}

/// <summary>The work whose address or number was typed.</summary>
internal sealed record SearchWork(string Slug) : SearchNode;

/// <summary>All of several.</summary>
public sealed record SearchAll(IReadOnlyList<SearchNode> Parts) : SearchNode
{
    public override string ToString() => string.Join(' ', Parts.Select(part => part is SearchAny ? Within(part) : part.ToString()));
}

/// <summary>Any of several.</summary>
public sealed record SearchAny(IReadOnlyList<SearchNode> Parts) : SearchNode
{
    public override string ToString() => string.Join(" OR ", Parts.Select(part => part.ToString()));
}

/// <summary>What something must not be.</summary>
public sealed record SearchNot(SearchNode Part) : SearchNode
{
    public override string ToString() => $"-{Within(Part)}";
}

/// <summary>What can be asked for beside words.</summary>
public enum SearchField
{
    Type,
    Topic,
    Year,
    Level,
    By,
    Status,
    Essential,
}

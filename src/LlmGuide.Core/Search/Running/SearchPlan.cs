using System.Linq.Expressions;

using LlmGuide.Core.Search.Index;
using LlmGuide.Core.Search.Language;

namespace LlmGuide.Core.Search.Running;

/// <summary>
/// How a tree is asked of a table: what its index is asked for, by which what is found is ranked, and a condition for the rest.
/// </summary>
/// <param name="Main"><c>null</c> when the tree has no words that everything must match.</param>
/// <param name="Rest"><c>null</c> when the index is asked for all of it.</param>
internal sealed record SearchPlan<T>(TextPattern? Main, Expression<Func<T, bool>>? Rest)
{
    /// <summary>The words of which any will do, where that is all that the index is asked for.</summary>
    public IReadOnlyList<TextPattern> Alternatives { get; private init; } = [];

    /// <summary>Whether texts themselves are looked at, of which there must not be too many.</summary>
    public bool HasSign { get; private init; }

    /// <summary>Whether everything that is found has all the words that are wanted.</summary>
    public bool IsConjunction { get; private init; }

    public static SearchPlan<T> Of(SearchNode root, ISearched<T> table)
    {
        var last = table.TakesBeginnings ? root.Wanted().LastOrDefault() : null;
        if (IsText(root))
        {
            return new SearchPlan<T>(Pattern(root, last), null)
            {
                Alternatives = AlternativesOf([root], last),
                IsConjunction = root is SearchTerm || (root is SearchAll words && words.Parts.All(part => part is SearchTerm)),
            };
        }

        var parts = root is SearchAll all ? all.Parts : [root];
        var texts = parts.Where(IsText).ToList();
        var others = parts.Where(part => !IsText(part)).ToList();

        // The word of a sign is looked for like any other, and the sign among what was found: among all texts, it would be looked for in
        // each. Within brackets or behind a minus the word alone counts.
        texts.AddRange(others.OfType<SearchTerm>());
        return new SearchPlan<T>(
            texts.Count == 0 ? null : TextPattern.All([.. texts.Select(part => Pattern(part, last))]),
            others.Select(part => part is SearchTerm { Sign: { } sign } ? table.Saying(sign) : Condition(part, last, table)).All())
        {
            Alternatives = AlternativesOf(texts, last),
            HasSign = others.OfType<SearchTerm>().Any(),
        };
    }

    private static IReadOnlyList<TextPattern> AlternativesOf(IReadOnlyList<SearchNode> texts, SearchTerm? last) =>
        texts is [SearchAny any] ? [.. any.Parts.Select(part => Pattern(part, last))] : [];

    /// <summary>Whether an index can be asked for all of it.</summary>
    private static bool IsText(SearchNode node) => node switch
    {
        SearchTerm term => term.Sign is null,
        SearchAll all => all.Parts.All(IsText),
        SearchAny any => any.Parts.All(IsText),
        _ => false,
    };

    private static TextPattern Pattern(SearchNode node, SearchTerm? last) => node switch
    {
        SearchTerm term => TermPatterns.Of(term, ReferenceEquals(term, last)),
        SearchAll all => TextPattern.All([.. all.Parts.Select(part => Pattern(part, last))]),
        SearchAny any => TextPattern.Any([.. any.Parts.Select(part => Pattern(part, last))]),
        _ => throw new ArgumentOutOfRangeException(nameof(node)),
    };

    private static Expression<Func<T, bool>> Condition(SearchNode node, SearchTerm? last, ISearched<T> table) => node switch
    {
        _ when IsText(node) => table.Matching(Pattern(node, last)),
        SearchTerm term => table.Matching(Pattern(term, last)),
        SearchAll all => all.Parts.Select(part => Condition(part, last, table)).All(),
        SearchAny any => any.Parts.Select(part => Condition(part, last, table)).Any(),
        SearchNot not => Condition(not.Part, last, table).Not(),
        SearchFilter filter => table.Filtered(filter),
        SearchWork work => table.Work(work.Slug),
        _ => throw new ArgumentOutOfRangeException(nameof(node)),
    };
}

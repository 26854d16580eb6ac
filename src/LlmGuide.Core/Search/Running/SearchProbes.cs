using LlmGuide.Core.Data;
using LlmGuide.Core.Search.Index;
using LlmGuide.Core.Search.Ranking;

namespace LlmGuide.Core.Search.Running;

/// <summary>
/// Finds what is worth comparing among much that matches, a little at a time: what is called what was typed, what has all the words in its
/// names, and where any of several words will do, what has nearly all of them and what has each in its names.
/// </summary>
internal sealed class SearchProbes(GuideDb db, ITextIndex index, SearchPlan<SearchEntry> plan)
{
    private const int Exactly = 20;
    private const int Begun = 20;
    private const int InNames = 100;
    private const int OfEach = 20;
    private const int MostAlternatives = 6;

    /// <returns>Parts of one query, each for keys.</returns>
    public IEnumerable<IQueryable<long>> Of(Named named) => Probes(named)
        .SelectMany(probe => new[] { KeyRange.Others, KeyRange.Resources }
            .Select(range => index.Entries(db, probe.Pattern, range, probe.Max).Select(found => found.Id)));

    private IEnumerable<(TextPattern Pattern, int Max)> Probes(Named named)
    {
        foreach (var key in named.Keys.Where(key => key.Length <= TermPatterns.LongestWord && key.All(char.IsLetterOrDigit)).Take(2))
        {
            yield return (new PhrasePattern([key], Part: TextPart.Names), Exactly);
            if (key.Length > TermPatterns.ShortestBeginning)
            {
                yield return (new PhrasePattern([key], Begun: true, TextPart.Names), Begun);
            }
        }

        if (plan.Alternatives is [] && plan.Main is { } main)
        {
            yield return (main.In(TextPart.Called), InNames);
        }

        var alternatives = plan.Alternatives.Take(MostAlternatives).ToList();
        for (var at = 0; at < alternatives.Count; at++)
        {
            yield return (alternatives[at].In(TextPart.Called), OfEach);
            if (alternatives.Count > 2)
            {
                yield return (TextPattern.All([.. alternatives.Where((_, other) => other != at)]), OfEach);
            }
        }
    }
}

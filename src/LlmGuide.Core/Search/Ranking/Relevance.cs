using LlmGuide.Core.Search.Index;

namespace LlmGuide.Core.Search.Ranking;

/// <summary>
/// Puts what an index found in the order in which people expect it, the same on both databases: what is called what was typed comes
/// first, then a title counts more than another name, a name more than authors, those more than a summary, and a summary more than the
/// rest.
/// </summary>
/// <param name="assured">Whether each has all the words: those that its other texts have not are in its body, which is not needed.</param>
internal sealed class Relevance(WantedWords wanted, Named named, IReadOnlyList<Candidate> candidates, bool assured)
{
    private const double Title = 1;
    private const double Name = 0.9;
    private const double Authors = 0.7;
    private const double Summary = 0.4;
    private const double Body = 0.15;

    /// <summary>Of what the path counts among the works to read.</summary>
    private const double Essential = 0.1;

    /// <summary>Of the work whose address or number was typed.</summary>
    private const double Identified = 100;

    /// <summary>Of what is called so to the letter.</summary>
    private const double Called = 10;

    /// <summary>Of what is known by that name too.</summary>
    private const double Known = 8;

    /// <summary>Of a topic in which it is a term.</summary>
    private const double Explains = 0.6;

    /// <summary>Of what begins so, or has it in its title as it was typed.</summary>
    private const double Begins = 0.5;
    private const double Says = 0.3;

    public IReadOnlyList<FoundEntry> InOrder()
    {
        var looked = candidates.Select(candidate => (Candidate: candidate, Said: SaidBy(candidate))).ToList();
        var rarity = Rarity(looked.Select(one => one.Said.All).ToList());
        return [.. looked
            .Select(one => new FoundEntry(one.Candidate, Score(one.Candidate, one.Said, rarity)))
            .OrderByDescending(one => one.Score).ThenBy(one => one.Entry.Id)];
    }

    private Said SaidBy(Candidate entry)
    {
        var title = FoldedWords.Of(entry.Title);
        var inTitle = wanted.In(title);
        var inNames = wanted.In(FoldedWords.Of($"{entry.Names} {Initials(entry.Title)} {entry.Slug}"));
        var inAuthors = wanted.In(FoldedWords.Of(entry.Authors));
        var inSummary = wanted.In(FoldedWords.Of(entry.Summary));
        var inBody = assured ? null : wanted.In(FoldedWords.Of(entry.Body));
        var all = new double[wanted.Count];
        for (var term = 0; term < all.Length; term++)
        {
            var best = Math.Max(
                Math.Max(Title * inTitle[term], Name * inNames[term]), Math.Max(Authors * inAuthors[term], Summary * inSummary[term]));
            all[term] = Math.Max(best, Body * (inBody?[term] ?? 1));
        }

        return new Said(all, wanted.Places(title).SelectMany(place => Enumerable.Range(place.At, place.Length)).Distinct().Count()
            / Math.Max(1.0, title.Count));
    }

    /// <summary>A term that few of them have tells more than one that most have.</summary>
    private static double[] Rarity(List<double[]> said)
    {
        var rarity = new double[said[0].Length];
        for (var term = 0; term < rarity.Length; term++)
        {
            rarity[term] = Math.Log(1 + (said.Count / (0.5 + said.Count(all => all[term] > Body))));
        }

        return rarity;
    }

    private double Score(Candidate entry, Said said, double[] rarity)
    {
        var (sum, whole) = (0.0, 1e-9);
        for (var term = 0; term < rarity.Length; term++)
        {
            sum += rarity[term] * said.All[term];
            whole += rarity[term];
        }

        return (2 * sum / whole) + (0.5 * said.OfTitle) + OfName(entry) + OfType(entry.Type)
            + (entry.Essential ? Essential : 0);
    }

    private double OfName(Candidate entry)
    {
        if (entry.Type == SearchType.Resource && entry.Slug == named.Work)
        {
            return Identified;
        }

        // Models are called by the names of works, and there are many of them.
        return entry.Type == SearchType.Model || named.Keys.Count == 0 ? 0 : named.Keys.Max(key => OfName(entry, key));
    }

    private static double OfName(Candidate entry, string key)
    {
        var title = FoldedWords.Key(entry.Title);
        return title == key || title == "the" + key || FoldedWords.Key(entry.Slug) == key ? Called
            : Names(entry).Any(name => FoldedWords.Key(name) == key) ? entry.Type == SearchType.Topic ? Explains : Known
            : Initials(entry.Title) == key ? Known
            : key.Length <= TermPatterns.ShortestBeginning ? 0
            : title.StartsWith(key, StringComparison.Ordinal) ? Begins
            : title.Contains(key, StringComparison.Ordinal) ? Says
            : 0;
    }

    /// <summary>What a title says before its colon is what people call the work.</summary>
    private static IEnumerable<string> Names(Candidate entry) =>
        [.. entry.Names.Split(SearchEntry.Separator), entry.Title.Split(": ")[0], entry.Title.Split(" (")[0]];

    /// <returns>A name of the thing; nothing when it is no row of whole words, as "ROUGE-L".</returns>
    private static string Initials(string title)
    {
        var words = title.Split([' ', '-']);
        return words.Length > 1 && words.All(word => word.Length > 1 && word.All(char.IsLetter))
            ? FoldedWords.Key(string.Concat(words.Select(word => word[0]))) : "";
    }

    /// <summary>What teaches comes before what it is measured with, and both before those that were measured.</summary>
    private static double OfType(SearchType type) => type switch
    {
        SearchType.Topic => 0.5,
        SearchType.Resource => 0.3,
        SearchType.Task => 0.4,
        SearchType.Benchmark => 0.2,
        SearchType.Metric => 0.1,
        _ => -0.9,
    };

    /// <param name="All">For each term, how well and where.</param>
    /// <param name="OfTitle">Which part of the title is what was typed.</param>
    private sealed record Said(double[] All, double OfTitle);
}

/// <summary>What was found, as far as it is compared.</summary>
/// <param name="Body">Empty where that is not needed.</param>
internal sealed record Candidate(
    long Id, SearchType Type, int ItemId, string Slug, string Title, string Names, string Authors, string Summary, string Body,
    bool Essential);

/// <param name="Score">Higher is better; comparable within one answer only.</param>
internal sealed record FoundEntry(Candidate Entry, double Score);

namespace LlmGuide.Core.Search.Ranking;

/// <summary>Which word somebody may have meant who typed another.</summary>
internal static class NearWords
{
    private const int Shortest = 4;
    private const int LongWord = 8;

    /// <summary>A word is not looked for in the names of things when it is shorter: nearly every one is near another.</summary>
    public static bool CanBeMeant(string word) => word.Length >= Shortest && word.All(char.IsLetter);

    /// <returns>The nearest of the words, of several the most frequent; <c>null</c> when none is near.</returns>
    public static string? Of(string typed, IEnumerable<string> words) => words
        .Where(word => word != typed && word.Length >= Shortest - 1 && Math.Abs(word.Length - typed.Length) <= Allowed(typed) + 1)
        .GroupBy(word => word, StringComparer.Ordinal)
        .Select(group => (Word: group.Key, Distance: Distance(typed, group.Key), Count: group.Count()))
        .Where(near => near.Distance <= Allowed(typed) && (typed.Length >= LongWord || near.Word[0] == typed[0]))
        .OrderBy(near => near.Distance)
        .ThenBy(near => near.Word[0] != typed[0]).ThenByDescending(near => near.Count)
        .ThenBy(near => near.Word, StringComparer.Ordinal)
        .Select(near => near.Word).FirstOrDefault()
        ?? words.Where(word => word.StartsWith(typed, StringComparison.Ordinal)).Order(StringComparer.Ordinal).FirstOrDefault();

    private static int Allowed(string typed) => typed.Length >= LongWord ? 2 : 1;

    /// <summary>
    /// How many letters were left out, added, changed or swapped with their neighbour (optimal string alignment;
    /// https://en.wikipedia.org/wiki/Damerau%E2%80%93Levenshtein_distance).
    /// </summary>
    internal static int Distance(string first, string second)
    {
        var (before, last) = (new int[second.Length + 1], Enumerable.Range(0, second.Length + 1).ToArray());
        for (var i = 1; i <= first.Length; i++)
        {
            var now = new int[second.Length + 1];
            now[0] = i;
            for (var j = 1; j <= second.Length; j++)
            {
                var change = first[i - 1] == second[j - 1] ? 0 : 1;
                now[j] = Math.Min(Math.Min(last[j] + 1, now[j - 1] + 1), last[j - 1] + change);
                if (i > 1 && j > 1 && first[i - 1] == second[j - 2] && first[i - 2] == second[j - 1])
                {
                    now[j] = Math.Min(now[j], before[j - 2] + 1);
                }
            }

            (before, last) = (last, now);
        }

        return last[second.Length];
    }
}

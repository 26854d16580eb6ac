namespace LlmGuide.Core.Catalogue.Path;

/// <summary>The rules of the prerequisite graph. Pure: it knows slugs and edges, no database.</summary>
public static class TopicGraph
{
    /// <summary>
    /// Finds a circle of prerequisites: a list of slugs in which each needs the next and the last needs the first, or
    /// <c>null</c> when there is none. Depth-first search with three colours (Cormen et al., Introduction to Algorithms, 22.3).
    /// </summary>
    /// <param name="requires">For each topic, the topics that it needs. An unknown slug counts as a topic that needs nothing.</param>
    public static IReadOnlyList<string>? FindCycle(IReadOnlyDictionary<string, IReadOnlyList<string>> requires)
    {
        var done = new HashSet<string>(StringComparer.Ordinal);
        var trail = new List<string>();
        foreach (var start in requires.Keys)
        {
            if (Visit(start) is { } cycle)
            {
                return cycle;
            }
        }

        return null;

        IReadOnlyList<string>? Visit(string topic)
        {
            if (done.Contains(topic))
            {
                return null;
            }

            if (trail.IndexOf(topic) is >= 0 and var from)
            {
                return trail[from..];
            }

            trail.Add(topic);
            foreach (var needed in requires.GetValueOrDefault(topic) ?? [])
            {
                if (Visit(needed) is { } cycle)
                {
                    return cycle;
                }
            }

            trail.RemoveAt(trail.Count - 1);
            done.Add(topic);
            return null;
        }
    }

    /// <summary>
    /// The prerequisites that another one does not imply already: of "A, and B which needs A" only B is left. The map
    /// draws the latest of these.
    /// </summary>
    public static IReadOnlyList<string> Direct(string topic, IReadOnlyDictionary<string, IReadOnlyList<string>> requires)
    {
        var needed = requires.GetValueOrDefault(topic) ?? [];
        return [.. needed.Where(n => !needed.Any(other => other != n && Reaches(other, n, requires, [])))];
    }

    private static bool Reaches(
        string from, string to, IReadOnlyDictionary<string, IReadOnlyList<string>> requires, HashSet<string> seen) =>
        seen.Add(from)
        && (requires.GetValueOrDefault(from) ?? []).Any(next => next == to || Reaches(next, to, requires, seen));
}

using System.Collections.Frozen;

namespace LlmGuide.Core.Search.Language;

/// <summary>The words that make a question of a search, and say nothing of what is looked for. They fall away beside others.</summary>
internal static class QuestionWords
{
    private static readonly FrozenSet<string> All =
        """
        a an the i me my we our us you your it its they them this that these those there here
        what which who whom whose when where why how
        is are was were be been being am do does did done doing has have had having can could should would will shall may might must
        of in on at to for from with by about into as than then so if but because and or not
        please tell show explain mean means
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <returns>The tree without them; the whole tree where nothing else would be left.</returns>
    public static SearchNode Dropped(SearchNode root) =>
        root.With(term => term.Quoted || term.Begun || !All.Contains(term.Text) ? term : null) is { } rest && rest.Wanted().Any()
            ? rest : root;
}

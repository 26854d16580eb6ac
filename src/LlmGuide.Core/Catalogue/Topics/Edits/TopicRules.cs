using LlmGuide.Core.Catalogue.Topics.Checks;
using LlmGuide.Core.Figures;
using LlmGuide.Core.Revisions;

namespace LlmGuide.Core.Catalogue.Topics.Edits;

/// <summary>What a draft of a topic must hold to, as far as the draft alone tells.</summary>
public sealed class TopicRules(IMarkdown markdown, FigureLibrary figures, TimeProvider clock)
{
    public const int LongestTitle = 120;
    public const int LongestLine = 500;
    public const int LongestTerm = 100;
    public const int LongestParagraph = 2_000;
    public const int LongestIntroduction = 20_000;

    /// <summary>No topic was compared with its sources before there was a Transformer.</summary>
    public const int FirstYear = 2017;

    /// <summary>Of concepts, of questions and of prerequisites, each.</summary>
    public const int MostParts = 50;

    /// <returns>The draft as it can be saved; or all that is wrong, the first of each field.</returns>
    public async Task<Outcome<CheckedTopic>> CheckAsync(TopicDraft draft, CancellationToken cancellationToken)
    {
        var lines = new DraftLines();
        var clean = Clean(draft, lines);
        lines.Add(Wrong(clean));
        var introduction = await markdown.TextAsync(draft.Introduction, LongestIntroduction, nameof(draft.Introduction), cancellationToken);
        var (concepts, checks) = (await ConceptsAsync(clean, cancellationToken), await ChecksAsync(clean, cancellationToken));
        lines.Add(introduction.Refusal ?? WrongIntroduction(introduction.Value!), concepts.Refusal, checks.Refusal);
        return lines.Wrong is { } wrong
            ? wrong : new CheckedTopic(clean, introduction.Value!, concepts.Value!, checks.Value!);
    }

    private static TopicDraft Clean(TopicDraft draft, DraftLines lines)
    {
        var title = lines.Line(draft.Title, LongestTitle, nameof(draft.Title));
        return draft with
        {
            Slug = draft.Slug.Trim() is { Length: > 0 } typed ? typed : Slug.Of(title),
            Title = title,
            Summary = lines.Line(draft.Summary, LongestLine, nameof(draft.Summary)),
            Objective = lines.Line(draft.Objective, LongestLine, nameof(draft.Objective)),
            Concepts = [.. draft.Concepts.Select(c => c with { Term = lines.Line(c.Term, LongestTerm, nameof(draft.Concepts)) })],
            Checks = [.. draft.Checks.Select(c => c with { Objective = lines.Line(c.Objective, LongestLine, nameof(draft.Checks)) })],
            Prerequisites =
                [.. draft.Prerequisites.Select(p => p with { Reason = lines.Line(p.Reason, LongestLine, nameof(draft.Prerequisites)) })],
        };
    }

    private IEnumerable<Refusal?> Wrong(TopicDraft draft) =>
    [
        draft.Title.Length == 0 ? Refusal.Rule("A topic needs a title.", nameof(draft.Title)) : null,
        draft is { Title: "", Slug: "" } || Slug.Fault(draft.Slug) is not { } slug ? null : Refusal.Rule(slug, nameof(draft.Slug)),
        draft.Summary.Length == 0 ? Refusal.Rule("Say in one line what it is about, for the map.", nameof(draft.Summary)) : null,
        draft.Objective.Length == 0 ? Refusal.Rule("Say what a reader can do afterwards.", nameof(draft.Objective)) : null,
        WrongConcepts(draft.Concepts),
        WrongPrerequisites(draft),
        draft.Checks.Count > MostParts ? Refusal.Rule($"At most {MostParts} questions, please.", nameof(draft.Checks)) : null,
        WrongDay(draft.CheckedAt),
    ];

    // Where the curator lives it may be tomorrow.
    private Refusal? WrongDay(DateOnly? day) =>
        day is { } said && (said.Year < FirstYear || said > DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.AddDays(1)))
            ? Refusal.Rule("Enter a day as year-month-day, not in the future, or leave it empty.", nameof(TopicDraft.CheckedAt)) : null;

    private Refusal? WrongIntroduction(Prose introduction) =>
        figures.Unknown(introduction.Html) is { } unknown
            ? Refusal.Rule(
                $"There is no figure “{unknown}”. The page of figures lists those that there are.", nameof(TopicDraft.Introduction))
        : introduction.Markdown.Length == 0 ? Refusal.Rule("Say what the idea is.", nameof(TopicDraft.Introduction))
        : null;

    private static Refusal? WrongConcepts(IReadOnlyList<ConceptDraft> concepts) =>
        concepts.Count > MostParts ? Refusal.Rule($"At most {MostParts} concepts, please.", nameof(TopicDraft.Concepts))
        : concepts.Any(c => c.Term.Length == 0) ? Refusal.Rule("A definition needs a term.", nameof(TopicDraft.Concepts))
        : concepts.GroupBy(c => c.Term, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1) is { } twice
            ? Refusal.Rule($"“{twice.Key}” is defined twice.", nameof(TopicDraft.Concepts))
        : null;

    private static Refusal? WrongPrerequisites(TopicDraft draft) =>
        draft.Prerequisites.Count > MostParts ? Refusal.Rule($"At most {MostParts} topics, please.", nameof(draft.Prerequisites))
        : draft.Prerequisites.Any(p => p.Topic.Length == 0)
            ? Refusal.Rule("Choose the topic that is to be known first.", nameof(draft.Prerequisites))
        : draft.Prerequisites.Any(p => p.Topic == draft.Slug)
            ? Refusal.Rule("A topic cannot be its own prerequisite.", nameof(draft.Prerequisites))
        : draft.Prerequisites.DistinctBy(p => p.Topic, StringComparer.Ordinal).Count() != draft.Prerequisites.Count
            ? Refusal.Rule("List each topic only once.", nameof(draft.Prerequisites))
        : draft.Prerequisites.FirstOrDefault(p => p.Reason.Length == 0) is { } bare
            ? Refusal.Rule($"Say what from “{bare.Topic}” is used here.", nameof(draft.Prerequisites))
        : null;

    private async Task<Outcome<IReadOnlyList<Concept>>> ConceptsAsync(TopicDraft draft, CancellationToken cancellationToken)
    {
        var made = new List<Concept>();
        foreach (var concept in draft.Concepts)
        {
            var definition = await NeededAsync(
                concept.Definition, nameof(draft.Concepts), $"Say what “{concept.Term}” means.", cancellationToken);
            if (!definition.TryGet(out var meaning, out var wrong))
            {
                return wrong;
            }

            made.Add(new Concept(concept.Term, meaning));
        }

        return made;
    }

    private async Task<Outcome<IReadOnlyList<SelfCheck>>> ChecksAsync(TopicDraft draft, CancellationToken cancellationToken)
    {
        var wrong = draft.Checks.SelectMany(CheckRules.Wrong).Concat(CheckRules.Twice(draft.Checks)).FirstOrDefault();
        if (wrong is not null)
        {
            return Refusal.Rule(wrong, nameof(draft.Checks));
        }

        var (made, refused) = (new List<SelfCheck>(), (Refusal?)null);
        foreach (var check in draft.Checks)
        {
            made.Add(await CheckRules.MakeAsync(check, LineAsync));
        }

        return refused is null ? made : refused;

        async Task<Prose> LineAsync(string text)
        {
            var line = await markdown.LineAsync(text, LongestParagraph, nameof(draft.Checks), cancellationToken);
            refused ??= line.Refusal;
            return line.Value ?? Prose.Empty;
        }
    }

    private async Task<Outcome<Prose>> NeededAsync(string text, string field, string missing, CancellationToken cancellationToken)
    {
        var line = await markdown.LineAsync(text, LongestParagraph, field, cancellationToken);
        return line.Value is { Markdown.Length: 0 } ? Refusal.Rule(missing, field) : line;
    }
}

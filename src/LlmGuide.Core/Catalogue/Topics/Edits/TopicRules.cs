using LlmGuide.Core.Figures;

namespace LlmGuide.Core.Catalogue.Topics.Edits;

/// <summary>What a draft of a topic must hold to, as far as the draft alone tells.</summary>
public sealed class TopicRules(IMarkdown markdown, FigureLibrary figures)
{
    public const int LongestTitle = 120;
    public const int LongestLine = 500;
    public const int LongestTerm = 100;
    public const int LongestParagraph = 2_000;
    public const int LongestIntroduction = 20_000;

    /// <summary>Of concepts, of questions and of prerequisites, each.</summary>
    public const int MostParts = 50;

    /// <returns>The draft as it can be saved; or the first field that is wrong, and why.</returns>
    public async Task<Outcome<CheckedTopic>> CheckAsync(TopicDraft draft, CancellationToken cancellationToken)
    {
        var facts = Facts(draft);
        if (facts.Refusal is { } wrong)
        {
            return wrong;
        }

        var clean = facts.Value!;
        var introduction = await markdown.TextAsync(draft.Introduction, LongestIntroduction, nameof(draft.Introduction), cancellationToken);
        if (introduction.Refusal is { } unreadable)
        {
            return unreadable;
        }

        if (figures.Unknown(introduction.Value!.Html) is { } unknown)
        {
            return Refusal.Rule($"There is no figure “{unknown}”. The page of figures lists those that there are.", nameof(draft.Introduction));
        }

        var (concepts, checks) = (await ConceptsAsync(clean, cancellationToken), await ChecksAsync(clean, cancellationToken));
        return (concepts.Refusal ?? checks.Refusal) is { } refusal ? refusal
            : introduction.Value.Markdown.Length == 0 ? Refusal.Rule("Say what the idea is.", nameof(draft.Introduction))
            : new CheckedTopic(clean, introduction.Value, concepts.Value!, checks.Value!);
    }

    private static Outcome<TopicDraft> Facts(TopicDraft draft)
    {
        var (title, summary, objective) = (
            TypedLine.Read(draft.Title, LongestTitle, nameof(draft.Title)),
            TypedLine.Read(draft.Summary, LongestLine, nameof(draft.Summary)),
            TypedLine.Read(draft.Objective, LongestLine, nameof(draft.Objective)));
        var terms = draft.Concepts.Select(c => TypedLine.Read(c.Term, LongestTerm, nameof(draft.Concepts))).ToList();
        var reasons = draft.Prerequisites.Select(p => TypedLine.Read(p.Reason, LongestLine, nameof(draft.Prerequisites))).ToList();
        if (((Outcome<string>[])[title, summary, objective, .. terms, .. reasons])
            .Select(line => line.Refusal).FirstOrDefault(refusal => refusal is not null) is { } wrong)
        {
            return wrong;
        }

        var clean = draft with
        {
            Slug = draft.Slug.Trim() is { Length: > 0 } typed ? typed : Slug.Of(title.Value!),
            Title = title.Value!,
            Summary = summary.Value!,
            Objective = objective.Value!,
            Concepts = [.. draft.Concepts.Select((c, index) => c with { Term = terms[index].Value! })],
            Prerequisites = [.. draft.Prerequisites.Select((p, index) => p with { Reason = reasons[index].Value! })],
        };
        return Wrong(clean) is { } refusal ? refusal : clean;
    }

    private static Refusal? Wrong(TopicDraft draft) =>
        draft.Title.Length == 0 ? Refusal.Rule("A topic needs a title.", nameof(draft.Title))
        : Slug.Fault(draft.Slug) is { } slug ? Refusal.Rule(slug, nameof(draft.Slug))
        : draft.Summary.Length == 0 ? Refusal.Rule("Say in one line what it is about, for the map.", nameof(draft.Summary))
        : draft.Objective.Length == 0 ? Refusal.Rule("Say what a reader can do afterwards.", nameof(draft.Objective))
        : WrongConcepts(draft.Concepts) ?? WrongPrerequisites(draft)
            ?? (draft.Checks.Count > MostParts ? Refusal.Rule($"At most {MostParts} questions, please.", nameof(draft.Checks)) : null);

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
            if (definition.Refusal is { } wrong)
            {
                return wrong;
            }

            made.Add(new Concept(concept.Term, definition.Value!));
        }

        return made;
    }

    private async Task<Outcome<IReadOnlyList<SelfCheck>>> ChecksAsync(TopicDraft draft, CancellationToken cancellationToken)
    {
        var made = new List<SelfCheck>();
        foreach (var check in draft.Checks)
        {
            var (question, answer) = (
                await NeededAsync(check.Question, nameof(draft.Checks), "An answer needs a question.", cancellationToken),
                await NeededAsync(check.Answer, nameof(draft.Checks), $"Answer “{check.Question.Trim()}” as well.", cancellationToken));
            if ((question.Refusal ?? answer.Refusal) is { } wrong)
            {
                return wrong;
            }

            made.Add(new SelfCheck(question.Value!, answer.Value!));
        }

        return made;
    }

    private async Task<Outcome<Prose>> NeededAsync(string text, string field, string missing, CancellationToken cancellationToken)
    {
        var line = await markdown.LineAsync(text, LongestParagraph, field, cancellationToken);
        return line.Refusal is null && line.Value!.Markdown.Length == 0 ? Refusal.Rule(missing, field) : line;
    }
}

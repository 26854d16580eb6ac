using LlmGuide.Core.Catalogue.Topics.Edits;
using LlmGuide.Core.Members;
using LlmGuide.Core.Revisions;
using LlmGuide.Core.Revisions.History;

namespace LlmGuide.Core.Merging;

/// <summary>Which two topics become one.</summary>
public sealed record TopicMerge(Actor Actor, Editable<TopicDraft> From, Editable<TopicDraft> Into, string Words)
{
    /// <summary>The one that stays gets what only the other needed.</summary>
    internal Edit<TopicDraft> Stays() => Into.To(Union(), Reason($"Merged “{From.Subject.Title}” into it"), EditActs.Merged);

    /// <param name="now">The other, as the merge has left it: it is removed, unless somebody else has changed it.</param>
    internal Edit<TopicDraft> Goes(TopicDraft now) =>
        From.To(now with { Removed = true }, Reason($"Merged into “{Into.Subject.Title}”"), EditActs.Merged);

    private TopicDraft Union()
    {
        var (from, into) = (From.Draft, Into.Draft);
        return into with
        {
            Prerequisites =
            [
                .. into.Prerequisites.Where(p => p.Topic != from.Slug),
                .. from.Prerequisites.Where(p => p.Topic != into.Slug && into.Prerequisites.All(own => own.Topic != p.Topic)),
            ],
        };
    }

    /// <summary>A row of the log: what was done, and why.</summary>
    internal string Reason(string what)
    {
        var reason = $"{what}: {Words}";
        return ReasonText.Shorten(reason);
    }
}

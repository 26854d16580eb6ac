using LlmGuide.Core.Catalogue.Addresses;
using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Catalogue.Resources.Edits;
using LlmGuide.Core.Members;
using LlmGuide.Core.Revisions;
using LlmGuide.Core.Revisions.History;

namespace LlmGuide.Core.LinkChecks;

/// <summary>Gives a work whose link moved or died another address: an edit like any other, with its revision.</summary>
public sealed class ReplaceLink(DraftQuery drafts, Editing editing, ResourceSubject works)
{
    /// <param name="actor">Who may check links.</param>
    /// <param name="from">The address that it had when the actor saw it.</param>
    /// <param name="to">The new one; refused when it is none, or leads to another work of the catalogue.</param>
    public async Task<Outcome<Done>> RunAsync(Actor actor, string slug, string from, string? to, CancellationToken cancellationToken)
    {
        if (!actor.May(Permission.CheckLinks))
        {
            return Refusal.NotAllowed();
        }

        var parsed = ResourceUrl.Parse(to);
        if (parsed.Value is not { } address)
        {
            return parsed.Refusal!;
        }

        if (await drafts.RunAsync(works, slug, cancellationToken) is not { } work)
        {
            return Refusal.NotThere();
        }

        if (work.Draft.Url != from)
        {
            return Refusal.Rule($"Somebody has changed the address in the meantime, to {work.Draft.Url}", nameof(Resource.Url));
        }

        var edit = work.To(work.Draft with { Url = address.Canonical }, "The old link no longer works.", "changed the link of");
        var edited = await editing.SaveAsync(works, actor, edit, cancellationToken);
        return edited.Refusal is { } refusal ? refusal : default(Done);
    }
}

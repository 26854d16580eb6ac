using LlmGuide.Core.Members;
using LlmGuide.Core.Revisions;

namespace LlmGuide.Core.Catalogue.Resources.Edits;

/// <summary>Adds a resource, or makes one be as a draft says.</summary>
public sealed class EditResource(Editing editing, ResourceSubject resources)
{
    /// <param name="actor">A curator.</param>
    /// <param name="draft">How it is to be; without a slug it gets one from its title.</param>
    /// <param name="reason">Why, for everybody to read, or nothing.</param>
    /// <param name="cancellationToken">Ends it before the commit.</param>
    public Task<Outcome<Edited>> AddAsync(Actor actor, ResourceDraft draft, string? reason, CancellationToken cancellationToken) =>
        editing.AddAsync(resources, actor, new Edit<ResourceDraft>(0, 0, draft, reason), cancellationToken);

    /// <param name="actor">A curator.</param>
    /// <param name="edit">Which, from which version, and how it is to be.</param>
    /// <param name="cancellationToken">Ends it before the commit.</param>
    /// <returns>An <see cref="EditConflict"/> as the refusal when somebody was quicker.</returns>
    public Task<Outcome<Edited>> ChangeAsync(Actor actor, Edit<ResourceDraft> edit, CancellationToken cancellationToken) =>
        editing.ChangeAsync(resources, actor, edit, cancellationToken);
}

using LlmGuide.Core;
using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Leaderboards.Models;
using LlmGuide.Core.Members;
using LlmGuide.Core.Revisions;
using LlmGuide.Web.Forms;
using LlmGuide.Web.Shared;

using Microsoft.AspNetCore.Components;

namespace LlmGuide.Web.Leaderboards.Edits;

/// <summary>Where a curator says what a model is called, who makes it, and what it is another name of.</summary>
public sealed partial class ModelFormPage
{
    [Parameter]
    public required string Slug { get; set; }

    [Inject]
    public required ModelSubject Models { get; set; }

    protected override EditableKind<ScoredModel, ModelDraft> Kind => Models;

    protected override Task OnInitializedAsync() => OpenAsync(Slug, SlugOwner.Model, Links.EditModel, new ModelDraft());

    private protected override (ModelDraft Draft, Refusal? Wrong) Read(IFormCollection form) => (DraftForm.Read(form, Draft!), null);

    // The log says that two were merged, or that they are two again.
    protected override Task<Outcome<Edited>> SaveAsync(Actor actor, Edit<ModelDraft> edit) => base.SaveAsync(
        actor, edit.Draft.MergedInto == Known!.Draft.MergedInto ? edit
            : edit with { Act = edit.Draft.MergedInto is null ? ModelSubject.Separated : EditActs.Merged });

    protected override string AddressOf(Edited saved, ModelDraft draft) => Links.Model(draft.MergedInto ?? saved.Key);
}

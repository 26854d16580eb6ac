using LlmGuide.Core;
using LlmGuide.Core.Catalogue.Path;
using LlmGuide.Core.Catalogue.Path.Edits;
using LlmGuide.Core.Revisions;
using LlmGuide.Web.Forms;
using LlmGuide.Web.Shared;

using Microsoft.AspNetCore.Components;

namespace LlmGuide.Web.Catalogue.Topics.Edits;

/// <summary>Where a curator adds a stage or renames one.</summary>
public sealed partial class StageFormPage
{
    [Parameter]
    public string? Slug { get; set; }

    [Inject]
    public required StageSubject Stages { get; set; }

    protected override EditableKind<Stage, StageDraft> Kind => Stages;

    protected override Task OnInitializedAsync() => OpenAsync(Slug, null, Links.EditStage, new StageDraft());

    private protected override (StageDraft Draft, Refusal? Wrong) Read(IFormCollection form) =>
        (DraftForm.Read(form, Draft!) with { Slug = Draft!.Slug, Removed = Draft.Removed }, null);

    protected override string AddressOf(Edited saved, StageDraft draft) => $"{Links.CurateTopics}#s-{saved.Key}";
}

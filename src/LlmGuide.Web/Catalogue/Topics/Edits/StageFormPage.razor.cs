using System.Globalization;

using LlmGuide.Core;
using LlmGuide.Core.Catalogue.Path.Edits;
using LlmGuide.Core.Members;
using LlmGuide.Core.Revisions;
using LlmGuide.Core.Revisions.History;
using LlmGuide.Web.Forms;
using LlmGuide.Web.Shared;

using Microsoft.AspNetCore.Components;

namespace LlmGuide.Web.Catalogue.Topics.Edits;

/// <summary>Where a curator adds a stage or renames one; as <see cref="TopicFormPage"/>.</summary>
public sealed partial class StageFormPage
{
    private Admission _admission;
    private StageDraft? _draft;
    private int? _id;
    private int _version;
    private string? _reason;
    private EditConflict? _conflict;
    private Refusal? _wrong;
    private string? _notice;

    [Parameter]
    public string? Slug { get; set; }

    [Inject]
    public required DraftQuery Drafts { get; set; }

    [Inject]
    public required StageSubject Stages { get; set; }

    [Inject]
    public required Editing Editing { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    private string Heading => Slug is null ? "Add a stage" : "Edit a stage";

    protected override async Task OnInitializedAsync()
    {
        _admission = Http.Admit(Stages.Act);
        if (_admission == Admission.SignInFirst)
        {
            Navigation.NavigateTo(Links.SignInFor(Links.Here(Http.Request)));
        }

        if (_admission is Admission.SignInFirst or Admission.Refused)
        {
            return;
        }

        if (Slug is null)
        {
            _draft = new StageDraft();
        }
        else if (await Drafts.RunAsync(Stages, Slug, Aborted) is { } found)
        {
            (_draft, _id, _version) = (found.Draft, found.Id, found.Version);
        }
        else
        {
            Navigation.NotFound();
        }
    }

    private async Task SendAsync()
    {
        if (_draft is null)
        {
            return;
        }

        var form = Http.Request.Form;
        _draft = _draft with { Title = form["Title"].ToString(), Summary = form["Summary"].ToString() };
        _version = int.TryParse(form["Version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;
        _reason = form["Reason"];
        _notice = await Http.ValidateFormAsync("save");
        if (_notice is null)
        {
            await SaveAsync(Http.Actor()!, new Edit<StageDraft>(_id, _version, _draft, _reason));
        }
    }

    private async Task SaveAsync(Actor actor, Edit<StageDraft> edit)
    {
        var saved = await Editing.SaveAsync(Stages, actor, edit, Aborted);
        _wrong = saved.Refusal;
        if (saved.Refusal is EditConflict conflict)
        {
            _conflict = conflict;
            (_draft, _version) = (DraftJson.Read<StageDraft>(conflict.Merged), conflict.Version);
        }
        else if (saved.Refusal is null)
        {
            Navigation.NavigateTo($"{Links.CurateTopics}#s-{saved.Value!.Key}");
        }
    }

    private string? ErrorOf(string field) => _wrong is { Field: { } at } && at == field ? _wrong.Why : null;
}

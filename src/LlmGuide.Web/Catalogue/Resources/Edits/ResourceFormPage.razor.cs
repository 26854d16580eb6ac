using LlmGuide.Core;
using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Catalogue.Resources.Edits;
using LlmGuide.Core.Data;
using LlmGuide.Core.Members;
using LlmGuide.Core.Revisions;
using LlmGuide.Web.Forms;
using LlmGuide.Web.Shared;
using LlmGuide.Web.Shared.Display;

using Microsoft.AspNetCore.Components;

namespace LlmGuide.Web.Catalogue.Resources.Edits;

/// <summary>
/// Where a curator adds a resource or edits one. It looks at the antiforgery token itself: a form whose sign-in has ended meanwhile
/// comes back with everything that was typed.
/// </summary>
public sealed partial class ResourceFormPage
{
    private static readonly IReadOnlyList<(string, string)> Kinds =
        [.. Enum.GetValues<ResourceKind>().Select(kind => (kind.ToSlug(), Labels.Kind(kind)))];
    private static readonly IReadOnlyList<(string, string)> Levels =
        [.. Enum.GetValues<ResourceLevel>().Select(level => (level.ToSlug(), level.ToString()))];
    private static readonly IReadOnlyList<(string, string)> Accesses =
        [("open", "Open"), ("registration", "Free with an account"), ("paid", "Paid")];

    private Admission _admission;
    private int? _id;
    private LogSubject? _subject;
    private IReadOnlyList<TopicLink> _topics = [];
    private CheckedResource? _preview;
    private EditConflict? _conflict;
    private Refusal? _fault;
    private string? _notice;

    [Parameter]
    public string? Slug { get; set; }

    [SupplyParameterFromForm]
    public ResourceForm? Form { get; set; }

    [Inject]
    public required ResourceFormQuery Forms { get; set; }

    [Inject]
    public required ResourceSubject Resources { get; set; }

    [Inject]
    public required Editing Editing { get; set; }

    [Inject]
    public required ResourceRules Rules { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    private string Heading => Slug is null ? "Add a resource" : $"Edit {_subject?.Title}";

    private string Back => _subject is { } subject ? Links.Resource(subject.Key) : Links.CurateResources;

    protected override async Task OnInitializedAsync()
    {
        _admission = Http.Admit(Permission.EditCatalogue);
        if (_admission == Admission.SignInFirst)
        {
            Navigation.NavigateTo(Links.SignInFor(Links.Here(Http.Request)));
        }

        if (_admission is Admission.SignInFirst or Admission.Refused)
        {
            Form = null;
            return;
        }

        var found = await Forms.RunAsync(Slug, Aborted);
        if (found is null)
        {
            Form = null;
            Navigation.NotFound();
        }
        else if (found.MovedTo is { } current)
        {
            MovedTo(Links.EditResource(current));
        }
        else
        {
            Open(found);
        }
    }

    private void Open(ResourceFormView found)
    {
        _topics = found.Topics;
        if (found.Resource is { } resource)
        {
            (_id, _subject) = (resource.Id, resource.Subject);
            Form ??= ResourceForm.Of(resource.Draft, resource.Version);
        }

        Form ??= ResourceForm.Of(Http.Request.Query);
    }

    private async Task SendAsync()
    {
        if (Form is null)
        {
            return;
        }

        _notice = await Http.ValidateFormAsync("save");
        if (_notice is not null)
        {
            return;
        }

        if (Form.Want == "place")
        {
            Form.Places = [.. Form.Places, new PlaceForm()];
        }
        else
        {
            await SaveAsync(Http.Actor()!, Form);
        }
    }

    private async Task SaveAsync(Actor actor, ResourceForm form)
    {
        var read = form.Read();
        if (read.Refusal is { } unreadable)
        {
            _fault = unreadable;
            return;
        }

        if (form.Want == "preview")
        {
            var looked = await Rules.CheckAsync(read.Value!, Aborted);
            (_preview, _fault) = (looked.Value, looked.Refusal);
            return;
        }

        var saved = await Editing.SaveAsync(
            Resources, actor, new Edit<ResourceDraft>(_id, form.Version, read.Value!, form.Reason), Aborted);
        if (saved.Refusal is { } refusal)
        {
            Show(refusal, form);
            return;
        }

        Navigation.NavigateTo(read.Value!.Removed ? Links.History(LogKind.Resource, saved.Value!.Key) : Links.Resource(saved.Value!.Key));
    }

    private void Show(Refusal refusal, ResourceForm form)
    {
        _fault = refusal;
        if (refusal is EditConflict conflict)
        {
            _conflict = conflict;
            var merged = ResourceForm.Of(DraftJson.Read<ResourceDraft>(conflict.Merged), conflict.Version);
            merged.Reason = form.Reason;
            Form = merged;
        }
    }

    private string? ErrorOf(string field) => _fault is { Field: { } at } && at == field ? _fault.Why : null;
}

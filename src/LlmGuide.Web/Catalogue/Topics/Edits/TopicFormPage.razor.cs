using LlmGuide.Core;
using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Catalogue.Topics.Edits;
using LlmGuide.Core.Data;
using LlmGuide.Core.Members;
using LlmGuide.Core.Revisions;
using LlmGuide.Web.Forms;
using LlmGuide.Web.Shared;

using Microsoft.AspNetCore.Components;

namespace LlmGuide.Web.Catalogue.Topics.Edits;

/// <summary>
/// Where a curator adds a topic or edits one. It looks at the antiforgery token itself: a form whose sign-in has ended meanwhile
/// comes back with everything that was typed.
/// </summary>
public sealed partial class TopicFormPage
{
    private Admission _admission;
    private TopicForm? _form;
    private TopicDraft _draft = new();
    private string _stage = "";
    private string _reason = "";
    private int _version;
    private CheckedTopic? _preview;
    private EditConflict? _conflict;
    private Refusal? _wrong;
    private string? _notice;

    [Parameter]
    public string? Slug { get; set; }

    [Inject]
    public required TopicFormQuery Forms { get; set; }

    [Inject]
    public required FormerSlugQuery FormerSlugs { get; set; }

    [Inject]
    public required SaveTopic Save { get; set; }

    [Inject]
    public required TopicRules Rules { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    private string Heading => Slug is null ? "Add a topic" : $"Edit {_form?.Topic?.Subject.Title}";

    private string Back => _form?.Topic is { } topic ? Links.Topic(topic.Subject.Key) : Links.CurateTopics;

    /// <summary>Where on the page the fault can be mended.</summary>
    private string? Anchor => _wrong?.Field is { } at ? FormLine.IdOf(at) : null;

    protected override async Task OnInitializedAsync()
    {
        _admission = Http.Admit(Permission.EditCatalogue);
        if (_admission == Admission.SignInFirst)
        {
            Navigation.NavigateTo(Links.SignInFor(Links.Here(Http.Request)));
        }

        if (_admission is Admission.SignInFirst or Admission.Refused)
        {
            return;
        }

        _form = await Forms.RunAsync(Slug, Aborted);
        if (_form is { } form)
        {
            (_draft, _stage, _version) = (form.Topic?.Draft ?? new TopicDraft(), form.Stage, form.Topic?.Version ?? 0);
        }
        else if (await FormerSlugs.RunAsync(SlugOwner.Topic, Slug!, Aborted) is { } current)
        {
            MovedTo(Links.EditTopic(current));
        }
        else
        {
            Navigation.NotFound();
        }
    }

    private async Task SendAsync()
    {
        if (_form is null)
        {
            return;
        }

        var sent = TopicFields.Read(Http.Request.Form, _form.Topic?.Draft.Removed ?? false);
        (_draft, _stage, _version, _reason) = (sent.Draft, sent.Stage, sent.Version, sent.Reason);
        _notice = await Http.ValidateFormAsync("save");
        if (_notice is not null)
        {
            return;
        }

        if (sent.Act.List is not null)
        {
            _draft = sent.Arranged;
        }
        else if (sent.Act.Name == FormAction.Preview)
        {
            var looked = await Rules.CheckAsync(sent.Filled, Aborted);
            (_preview, _wrong) = (looked.Value, looked.Refusal);
        }
        else
        {
            await SaveAsync(Http.Actor()!, sent);
        }
    }

    private async Task SaveAsync(Actor actor, TopicFields sent)
    {
        var saved = await Save.RunAsync(
            actor, new Edit<TopicDraft>(_form!.Topic?.Id, sent.Version, sent.Filled, sent.Reason),
            sent.Draft.Removed ? "" : sent.Stage, Aborted);
        _wrong = saved.Refusal;
        if (saved.Refusal is EditConflict conflict)
        {
            _conflict = conflict;
            (_draft, _version) = (DraftJson.Read<TopicDraft>(conflict.Merged), conflict.Version);
        }
        else if (saved.Refusal is null)
        {
            Navigation.NavigateTo(sent.Draft.Removed ? Links.History(LogKind.Topic, saved.Value!.Key) : Links.Topic(saved.Value!.Key));
        }
    }

    private string? ErrorOf(string field) => _wrong is { Field: { } at } && at == field ? _wrong.Why : null;
}

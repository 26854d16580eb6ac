using LlmGuide.Core;
using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Catalogue.Topics;
using LlmGuide.Core.Catalogue.Topics.Checks;
using LlmGuide.Core.Catalogue.Topics.Edits;
using LlmGuide.Core.Data;
using LlmGuide.Core.Members;
using LlmGuide.Core.Revisions;
using LlmGuide.Web.Forms;
using LlmGuide.Web.Shared;

using Microsoft.AspNetCore.Components;

namespace LlmGuide.Web.Catalogue.Topics.Edits;

/// <summary>Where a curator adds a topic or edits one.</summary>
public sealed partial class TopicFormPage
{
    private TopicForm? _form;
    private string _stage = "";
    private CheckedTopic? _preview;

    [Parameter]
    public string? Slug { get; set; }

    [Inject]
    public required TopicFormQuery Forms { get; set; }

    [Inject]
    public required TopicSubject Topics { get; set; }

    [Inject]
    public required SaveTopic Save { get; set; }

    [Inject]
    public required TopicRules Rules { get; set; }

    protected override EditableKind<Topic, TopicDraft> Kind => Topics;

    protected override async Task OnInitializedAsync()
    {
        if (!Admit())
        {
            return;
        }

        _form = await Forms.RunAsync(Slug, Aborted);
        if (_form is null)
        {
            await MissAsync(SlugOwner.Topic, Slug!, Links.EditTopic);
            return;
        }

        _stage = _form.Stage;
        Open(_form.Topic, new TopicDraft());
    }

    private protected override (TopicDraft Draft, Refusal? Wrong) Read(IFormCollection form)
    {
        _stage = form.Text("Stage");
        return (DraftForm.Read(form, Draft!) with
        {
            Concepts = [.. form.Pairs("Concept.Term", "Concept.Definition").Select(row => new ConceptDraft(row.First, row.Second))],
            Checks = CheckLines.Read(form),
            Prerequisites =
                [.. form.Pairs("Prerequisite.Topic", "Prerequisite.Reason").Select(row => new PrerequisiteDraft(row.First, row.Second))],
            Reading = form.All("Reading"),
            Removed = Draft!.Removed,
        }, null);
    }

    private protected override TopicDraft Arrange(TopicDraft draft, FormAction act) => act.List switch
    {
        "concepts" => draft with { Concepts = act.Of(draft.Concepts, new ConceptDraft("")) },
        "checks" => draft with { Checks = act.Of(draft.Checks, new CheckDraft()) },
        "prerequisites" => draft with { Prerequisites = act.Of(draft.Prerequisites, new PrerequisiteDraft("")) },
        "reading" => draft with { Reading = act.Of(draft.Reading, null) },
        _ => draft,
    };

    protected override TopicDraft Filled(TopicDraft draft) => draft with
    {
        Concepts = [.. draft.Concepts.Where(row => !IsBlank(row.Term, row.Definition))],
        Checks = [.. draft.Checks.Where(row => !row.IsBlank)],
        Prerequisites = [.. draft.Prerequisites.Where(row => !IsBlank(row.Topic, row.Reason))],
    };

    protected override async Task<Refusal?> PreviewAsync(TopicDraft draft)
    {
        var looked = await Rules.CheckAsync(draft, Aborted);
        _preview = looked.Value;
        return looked.Refusal;
    }

    protected override Task<Outcome<Edited>> SaveAsync(Actor actor, Edit<TopicDraft> edit) =>
        Save.RunAsync(actor, edit, edit.Draft.Removed ? "" : _stage, Aborted);

    protected override string AddressOf(Edited saved, TopicDraft draft) =>
        draft.Removed ? Links.History(LogKind.Topic, saved.Key) : Links.Topic(saved.Key);

    private static bool IsBlank(string first, string second) => string.IsNullOrWhiteSpace(first) && string.IsNullOrWhiteSpace(second);
}

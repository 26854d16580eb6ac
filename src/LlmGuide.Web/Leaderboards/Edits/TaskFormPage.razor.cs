using LlmGuide.Core;
using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Leaderboards.Edits;
using LlmGuide.Core.Leaderboards.Results;
using LlmGuide.Core.Leaderboards.Tasks;
using LlmGuide.Core.Revisions;
using LlmGuide.Web.Forms;
using LlmGuide.Web.Shared;

using Microsoft.AspNetCore.Components;

namespace LlmGuide.Web.Leaderboards.Edits;

/// <summary>Where a curator adds a task or edits one.</summary>
public sealed partial class TaskFormPage
{
    private BoardChoices _choices = new([], [], []);

    [Parameter]
    public string? Slug { get; set; }

    [Inject]
    public required TaskSubject Tasks { get; set; }

    [Inject]
    public required BoardChoicesQuery Choices { get; set; }

    protected override EditableKind<NlpTask, TaskDraft> Kind => Tasks;

    protected override async Task OnInitializedAsync()
    {
        if (await OpenAsync(Slug, SlugOwner.Task, Links.EditTask, new TaskDraft { Metrics = [""] }))
        {
            _choices = await Choices.RunAsync(Aborted);
        }
    }

    private protected override (TaskDraft Draft, Refusal? Wrong) Read(IFormCollection form) => (
        DraftForm.Read(form, Draft!) with { Metrics = form.All("Metric"), Topics = form.All("Topic") },
        null);

    private protected override TaskDraft Arrange(TaskDraft draft, FormAction act) =>
        act.List == "metrics" ? draft with { Metrics = act.Of(draft.Metrics, "") } : draft;

    protected override TaskDraft Filled(TaskDraft draft) => draft with { Metrics = [.. draft.Metrics.Where(slug => slug.Length > 0)] };

    protected override string AddressOf(Edited saved, TaskDraft draft) => Links.Task(saved.Key);
}

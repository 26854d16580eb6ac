using LlmGuide.Core;
using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Leaderboards.Benchmarks;
using LlmGuide.Core.Leaderboards.Edits;
using LlmGuide.Core.Leaderboards.Results;
using LlmGuide.Core.Revisions;
using LlmGuide.Web.Forms;
using LlmGuide.Web.Leaderboards.Benchmarks;
using LlmGuide.Web.Shared;

using Microsoft.AspNetCore.Components;

namespace LlmGuide.Web.Leaderboards.Edits;

/// <summary>Where a curator adds a benchmark or edits one.</summary>
public sealed partial class BenchmarkFormPage
{
    private static readonly IReadOnlyList<(string, string)> Lifecycles =
        [("", "Nothing is known"), .. Enum.GetValues<Lifecycle>().Select(state => (state.ToSlug(), ScoreLabels.State(state)))];

    private BoardChoices _choices = new([], [], []);

    [Parameter]
    public string? Slug { get; set; }

    [Inject]
    public required BenchmarkSubject Benchmarks { get; set; }

    [Inject]
    public required BoardChoicesQuery Choices { get; set; }

    protected override EditableKind<Benchmark, BenchmarkDraft> Kind => Benchmarks;

    protected override async Task OnInitializedAsync()
    {
        if (await OpenAsync(
            Slug, SlugOwner.Benchmark, Links.EditBenchmark,
            new BenchmarkDraft { Task = Http.Request.Query["task"].ToString(), Metrics = [new ColumnDraft("", HigherIsBetter: true)] }))
        {
            _choices = await Choices.RunAsync(Aborted);
        }
    }

    private protected override (BenchmarkDraft Draft, Refusal? Wrong) Read(IFormCollection form)
    {
        var draft = DraftForm.Read(form, Draft!) with
        {
            Resource = form.Optional("Resource")?.Trim(),
            State = ReadState(form),
            Metrics = ColumnRows.Read(form),
        };
        var unsaid = draft.State is null
            && (form.Optional("StateReason") ?? form.Optional("Since") ?? form.Optional("Successor")) is not null;
        return (
            draft, unsaid ? Refusal.Rule("Choose a state, or clear the fields about it.", nameof(draft.State)) : null);
    }

    private protected override BenchmarkDraft Arrange(BenchmarkDraft draft, FormAction act) =>
        act.List == "metrics" ? draft with { Metrics = act.Of(draft.Metrics, new ColumnDraft("")) } : draft;

    protected override BenchmarkDraft Filled(BenchmarkDraft draft) =>
        draft with { Metrics = [.. draft.Metrics.Where(column => column.Number > 0 || !string.IsNullOrWhiteSpace(column.Name))] };

    protected override string AddressOf(Edited saved, BenchmarkDraft draft) => Links.Benchmark(saved.Key);

    private static StateDraft? ReadState(IFormCollection form) =>
        Names.Parse<Lifecycle>(form["Lifecycle"]) is { } lifecycle
            ? new StateDraft(
                lifecycle, form.Optional("Since"), form.Text("StateReason"), form.Optional("StateSource"), form.Optional("Successor"))
            : null;
}

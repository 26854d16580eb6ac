using System.Globalization;

using LlmGuide.Core;
using LlmGuide.Core.Data;
using LlmGuide.Core.Leaderboards.Metrics;
using LlmGuide.Core.Revisions;
using LlmGuide.Web.Forms;
using LlmGuide.Web.Leaderboards.Metrics;
using LlmGuide.Web.Shared;

using Microsoft.AspNetCore.Components;

namespace LlmGuide.Web.Leaderboards.Edits;

/// <summary>Where a curator adds a metric or edits one.</summary>
public sealed partial class MetricFormPage
{
    [Parameter]
    public string? Slug { get; set; }

    [Inject]
    public required MetricSubject Metrics { get; set; }

    protected override EditableKind<Metric, MetricDraft> Kind => Metrics;

    protected override Task OnInitializedAsync() => OpenAsync(Slug, null, Links.EditMetric, new MetricDraft { HigherIsBetter = true });

    private protected override (MetricDraft Draft, Refusal? Wrong) Read(IFormCollection form)
    {
        var (min, max) = (Number(form["Least"]), Number(form["Most"]));
        var draft = DraftForm.Read(form, Draft!) with
        {
            Slug = Known?.Draft.Slug ?? form.Text("Slug"),
            HigherIsBetter = PostedForm.Direction(form["HigherIsBetter"]),
            Least = min.Value,
            Most = max.Value,
        };
        return (draft, Refusal.All(
            min.IsNumber ? null : NoNumber(nameof(draft.Least)), max.IsNumber ? null : NoNumber(nameof(draft.Most))));
    }

    protected override string AddressOf(Edited saved, MetricDraft draft) =>
        draft.Removed ? Links.History(LogKind.Metric, saved.Key) : Links.Metric(MetricAnchors.Of(saved.Key));

    private static Refusal NoNumber(string field) =>
        Refusal.Rule("Write a number such as 0 or 100; leave it empty where there is no limit.", field);

    private static (double? Value, bool IsNumber) Number(string? text) =>
        string.IsNullOrWhiteSpace(text) ? (null, true)
        : double.TryParse(text.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? (number, true)
        : (null, false);
}

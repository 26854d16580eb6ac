using LlmGuide.Core;
using LlmGuide.Core.Discussion.Moderation;
using LlmGuide.Web.Forms;
using LlmGuide.Web.Shared;

using Microsoft.AspNetCore.Components;

namespace LlmGuide.Web.Discussion.Moderation.Cases;

/// <summary>
/// One comment with what can be decided about it. The forms of the queue lead here; here they end when something is missing.
/// </summary>
public sealed partial class CasePage
{
    /// <summary>The name of its form, for the forms of the queue.</summary>
    internal const string Form = "decide";

    /// <summary>The query key by which the queue hears what was done.</summary>
    internal const string DoneKey = "done";

    private ModerationCase? _case;
    private DateTimeOffset _now;

    [Parameter]
    public int Id { get; set; }

    [SupplyParameterFromForm(Name = "decision")]
    public string? Decided { get; set; }

    [SupplyParameterFromForm(Name = "reason")]
    public string? Reason { get; set; }

    [Inject]
    public required ModerationQueueQuery Queue { get; set; }

    [Inject]
    public required DecideCase Decide { get; set; }

    [Inject]
    public required TimeProvider Clock { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    /// <returns>A sentence about what was done, or <c>null</c>.</returns>
    internal static string? Told(string? done) => Names.Parse<Decision>(done) switch
    {
        Decision.Keep => "The reports were dismissed.",
        Decision.Approve => "The comment was approved.",
        Decision.Remove => "The comment was removed.",
        Decision.Restore => "The comment was restored.",
        _ => null,
    };

    private FormState State => field ??= new FormState { Anchor = CaseFields.Anchor(Id) };

    protected override async Task OnInitializedAsync()
    {
        _now = Clock.GetUtcNow();
        _case = await Queue.FindAsync(Id, Aborted);
        if (_case is null)
        {
            Navigation.NotFound();
        }
    }

    private async Task DecideAsync()
    {
        if (Names.Parse<Decision>(Decided) is not { } decision)
        {
            State.Wrong = Refusal.Rule("Choose what to do.");
            return;
        }

        var outcome = await Decide.RunAsync(decision, Http.Actor()!, Id, Reason, Aborted);
        if (!State.IsRight(outcome.Refusal))
        {
            // As it is now: somebody else may have decided meanwhile.
            _case = await Queue.FindAsync(Id, Aborted) ?? _case;
            return;
        }

        Navigation.NavigateTo(Http.Request.Path.StartsWithSegments(Links.Moderate, StringComparison.OrdinalIgnoreCase)
            ? Links.With(Links.Moderate, new KeyValuePair<string, string?>(DoneKey, decision.ToSlug()))
            : Links.Comment(Id));
    }
}

using System.Globalization;

using LlmGuide.Core;
using LlmGuide.Core.Members;
using LlmGuide.Core.Suggestions;
using LlmGuide.Core.Suggestions.Decisions;
using LlmGuide.Core.Suggestions.Making;
using LlmGuide.Web.Forms;
using LlmGuide.Web.Shared;

using Microsoft.AspNetCore.Components;

namespace LlmGuide.Web.Suggestions.Queue;

/// <summary>
/// One suggestion with everything that can be decided about it. The forms of the queue lead here; here they end when something is missing.
/// </summary>
public sealed partial class DecidePage
{
    /// <summary>The name of its form, for the forms of the queue.</summary>
    internal const string Form = "decide";

    /// <summary>The query key by which the queue hears what was done.</summary>
    internal const string DoneKey = "done";

    private readonly FormState _form = new() { Prefix = nameof(Draft), Apart = ["reason"] };
    private SuggestionView? _view;
    private SuggestForm? _asked;

    [Parameter]
    public int Id { get; set; }

    [SupplyParameterFromForm]
    public SuggestedFields? Draft { get; set; }

    [SupplyParameterFromForm(Name = "decision")]
    public string? Decided { get; set; }

    [SupplyParameterFromForm(Name = "reason")]
    public string? Reason { get; set; }

    [SupplyParameterFromForm(Name = "seen")]
    public string? Seen { get; set; }

    /// <summary>Whether the form had the fields of the suggestion, and not only buttons.</summary>
    [SupplyParameterFromForm(Name = "amended")]
    public string? Amended { get; set; }

    [Inject]
    public required SuggestionQuery Suggestions { get; set; }

    [Inject]
    public required SuggestFormQuery Forms { get; set; }

    [Inject]
    public required DecideSuggestion Decide { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    /// <returns>A sentence about what was done, or <c>null</c>.</returns>
    internal static string? Told(string? done) => Names.Parse<SuggestionAct>(done) switch
    {
        SuggestionAct.Approve => "The suggestion is approved, and the guide is changed.",
        SuggestionAct.Done => "The suggestion is marked as done.",
        SuggestionAct.Reject => "The suggestion was declined, and the member is told why.",
        _ => null,
    };

    protected override async Task OnInitializedAsync()
    {
        if (!_form.Admit(Http, Permission.DecideSuggestions, Navigation))
        {
            return;
        }

        if (_form.Admission == Admission.Allowed)
        {
            await LoadAsync();
        }
        else
        {
            Draft ??= new SuggestedFields();
            _asked = Amended is null ? null : await Forms.RunAsync(Draft.Draft, Aborted);
        }
    }

    private async Task LoadAsync()
    {
        var view = await Suggestions.RunAsync(Id, Aborted);
        if (view is null)
        {
            Navigation.NotFound();
            return;
        }

        var asked = await Forms.RunAsync(view.Draft, Aborted);
        Draft = Amended is null || Draft is null ? SuggestedFields.From(view.Draft) : Draft;
        (_view, _asked) = (view, asked);
    }

    private async Task DecideAsync()
    {
        if (!await _form.IsTakenAsync(Http, "decide") || _view is null)
        {
            return;
        }

        if (Names.Parse<SuggestionAct>(Decided) is not { } act)
        {
            _form.Wrong = Refusal.Rule("Choose what to do.");
            return;
        }

        var outcome = await Decide.RunAsync(
            act, Http.Actor()!, Id, new Approval(SeenVersion, Reason, Amended: Amended is null ? null : Draft!.Draft), Aborted);
        if (!_form.IsRight(outcome.Refusal))
        {
            // As it is now: somebody else may have decided, or changed what it is about.
            await LoadAsync();
            return;
        }

        Navigation.NavigateTo(Links.With(Links.Curate, KeyValuePair.Create<string, string?>(DoneKey, act.ToSlug()))
            + (act is SuggestionAct.Claim ? $"#s{Id.ToInvariantString()}" : ""));
    }

    /// <summary>The reason that is likely, where the guide has it already.</summary>
    private string? Known => _view?.Facts.Alike.FirstOrDefault(alike => alike.Slug is not null) is { } known
        ? $"Already in the guide, as {known.Title}." : null;

    private bool? Claimed => _view?.Facts.ClaimedBy switch
    {
        null => false,
        var by when by == Http.Actor()?.Name => true,
        _ => null,
    };

    private int? SeenVersion => int.TryParse(Seen, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;
}

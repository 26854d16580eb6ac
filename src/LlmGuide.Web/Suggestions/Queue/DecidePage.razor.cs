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

    private SuggestionView? _view;
    private SuggestForm? _asked;
    private Form? _form;
    private string? _fault;
    private Admission _admission;

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
        _admission = Http.Admit(Permission.DecideSuggestions);
        if (_admission == Admission.SignInFirst)
        {
            Navigation.NavigateTo(Links.SignInFor(Links.Here(Http.Request)));
        }
        else if (_admission == Admission.Allowed)
        {
            await LoadAsync();
        }
        else if (_admission == Admission.SignedOut)
        {
            Draft ??= new SuggestedFields();
            var asked = Amended is null ? null : await Forms.RunAsync(Draft.Draft, Aborted);
            (_asked, _form) = (asked, new Form(Draft));
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
        (_view, _asked, _form) = (view, asked, new Form(Draft));
    }

    private async Task DecideAsync()
    {
        _fault = await Http.ValidateFormAsync("decide");
        if (_fault is not null || _view is null)
        {
            return;
        }

        if (Names.Parse<SuggestionAct>(Decided) is not { } act)
        {
            _fault = "Choose what to do.";
            return;
        }

        var outcome = await Decide.RunAsync(
            act, Http.Actor()!, Id, new Approval(SeenVersion, Reason, Amended: Amended is null ? null : Draft!.Draft), Aborted);
        if (outcome.Refusal is { } refusal)
        {
            // As it is now: somebody else may have decided, or changed what it is about.
            await LoadAsync();
            Refuse(refusal);
            return;
        }

        Navigation.NavigateTo(Links.With(Links.Curate, KeyValuePair.Create<string, string?>(DoneKey, act.ToSlug()))
            + (act is SuggestionAct.Claim ? $"#s{Id.ToInvariantString()}" : ""));
    }

    private void Refuse(Refusal refusal)
    {
        if (refusal.Field is { } field && typeof(SuggestedFields).GetProperty(field) is not null)
        {
            _form?.Refuse(refusal);
        }
        else
        {
            _fault = refusal.Why;
        }
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

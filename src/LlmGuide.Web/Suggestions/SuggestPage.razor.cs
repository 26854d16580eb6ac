using LlmGuide.Core;
using LlmGuide.Core.Catalogue.Addresses;
using LlmGuide.Core.Members;
using LlmGuide.Core.Suggestions;
using LlmGuide.Core.Suggestions.Making;
using LlmGuide.Web.Forms;
using LlmGuide.Web.Shared;

using Microsoft.AspNetCore.Components;

namespace LlmGuide.Web.Suggestions;

/// <summary>
/// Where members suggest. Like the page for comments it looks at the antiforgery token itself, so that a form whose sign-in has ended
/// meanwhile comes back with everything that was typed.
/// </summary>
public sealed partial class SuggestPage
{
    private SuggestForm? _asked;
    private Form? _form;
    private string? _fault;
    private string? _wrongLink;
    private AlreadyInGuide? _known;

    [SupplyParameterFromForm]
    public SuggestedFields? Draft { get; set; }

    [Inject]
    public required SuggestFormQuery Forms { get; set; }

    [Inject]
    public required SubmitSuggestion Submit { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    private SuggestStart Start => field ??= new SuggestStart(Http.Request);

    private IReadOnlyList<SuggestionKind> Kinds => SuggestionLabels.For(_asked?.About?.Subject.Kind);

    /// <summary>The first step of a new resource: is it there already?</summary>
    private bool AsksForLink => Draft!.SuggestionKind == SuggestionKind.Resource && !Start.IsSent
        && (string.IsNullOrWhiteSpace(Draft.Url) || _wrongLink is not null
            || _asked!.Known is not null || (Start.Looks && _asked.LookedUp is null));

    /// <summary>What waits about the same.</summary>
    private List<WaitingSuggestion> Others => [.. _asked!.Waiting.Where(other => other.Kind == Draft!.SuggestionKind)];

    private string Back => _asked?.About is { Subject: var about } ? Links.Subject(about.Kind, about.Key) : Links.Home;

    protected override async Task OnInitializedAsync()
    {
        if (Http.Actor() is null && Start.IsOpened)
        {
            Navigation.NavigateTo(Links.SignInFor(Links.Here(Http.Request)));
            return;
        }

        Draft ??= Start.Fields;
        _asked = await Forms.RunAsync(Draft.Draft, Aborted);
        if (!Start.IsSent)
        {
            Draft = SuggestedFields.From(_asked.Draft);
            Draft.Kind = Start.KindAmong(Kinds, _asked.Draft.Kind);
            _wrongLink = string.IsNullOrWhiteSpace(Draft.Url) ? null : ResourceUrl.Parse(Draft.Url).Refusal?.Why;
        }

        if (Draft.SuggestionKind != SuggestionKind.Resource && _asked.About is null)
        {
            _asked = null;
            Navigation.NotFound();
            return;
        }

        _form = new Form(Draft);
    }

    /// <summary>The first step: what the guide has, and what other sites know.</summary>
    private async Task LookAsync()
    {
        _fault = _asked is null || _wrongLink is not null || _asked.Known is not null ? null : await Http.ValidateFormAsync("send it");
        if (_fault is not null || _asked is not { Known: null } || _wrongLink is not null)
        {
            return;
        }

        var looked = await Forms.LookUpAsync(Draft!.Draft, Aborted);
        if (looked.Value is not { } found)
        {
            _wrongLink = looked.Refusal!.Why;
            return;
        }

        _asked = found;
        Draft = SuggestedFields.From(found.Draft);
        _form = new Form(Draft);
    }

    private async Task SendAsync()
    {
        if (_asked is null)
        {
            return;
        }

        if (HoneypotCheck.IsTriggered(Http.Request.Form))
        {
            _fault = "Your suggestion was not sent.";
        }
        else
        {
            _fault = await Http.ValidateFormAsync("send it");
            if (_fault is null)
            {
                await SubmitAsync(Http.Actor()!);
            }
        }
    }

    private async Task SubmitAsync(Actor actor)
    {
        var sent = await Submit.RunAsync(actor, Draft!.Draft, Http.Connection.RemoteIpAddress, Aborted);
        if (!sent.TryGet(out var submitted, out var refusal))
        {
            _known = refusal as AlreadyInGuide;
            _fault = refusal.Field is null || _known is not null ? refusal.Why : null;
            if (_fault is null)
            {
                _form?.Refuse(refusal);
            }

            Http.Response.StatusCode = refusal.Status;
            return;
        }

        Navigation.NavigateTo(Links.With(
            Links.OwnSuggestions, KeyValuePair.Create<string, string?>("sent", submitted.What.ToSlug()),
            KeyValuePair.Create<string, string?>("id", submitted.Id.ToInvariantString())));
    }

    private string Address(SuggestionKind kind) => Links.With(
        Links.Suggest,
        KeyValuePair.Create("resource", Draft!.Resource),
        KeyValuePair.Create("topic", Draft.Topic),
        KeyValuePair.Create("comment", Draft.Comment),
        KeyValuePair.Create<string, string?>("kind", kind.ToSlug()));
}

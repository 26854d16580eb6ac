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
    /// <summary>The field of the first step.</summary>
    private const string Url = "url";

    private const string LinkHint =
        "We check whether the guide already has it, and look up its details. The page about it is better than the PDF.";

    private readonly FormState _link = new();
    private readonly FormState _form = new() { Prefix = "Draft" };
    private SuggestForm? _asked;
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
        && (string.IsNullOrWhiteSpace(Draft.Url) || _link.Wrong is not null
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
            _link.Wrong = string.IsNullOrWhiteSpace(Draft.Url) ? null : ResourceUrl.Parse(Draft.Url).Refusal?.About(_ => Url);
        }

        if (Draft.SuggestionKind != SuggestionKind.Resource && _asked.About is null)
        {
            _asked = null;
            Navigation.NotFound();
        }
    }

    /// <summary>The first step: what the guide has, and what other sites know.</summary>
    private async Task LookAsync()
    {
        if (_asked is not { Known: null } || _link.Wrong is not null || !await _link.IsTakenAsync(Http, "send it"))
        {
            return;
        }

        var looked = await Forms.LookUpAsync(Draft!.Draft, Aborted);
        if (_link.IsRight(looked.Refusal?.About(_ => Url)))
        {
            _asked = looked.Value!;
            Draft = SuggestedFields.From(_asked.Draft);
        }
    }

    private async Task SendAsync()
    {
        if (_asked is null)
        {
            return;
        }

        if (HoneypotCheck.IsTriggered(Http.Request.Form))
        {
            _form.Notice = "Your suggestion was not sent.";
        }
        else if (await _form.IsTakenAsync(Http, "send it"))
        {
            await SubmitAsync(Http.Actor()!);
        }
    }

    private async Task SubmitAsync(Actor actor)
    {
        var sent = await Submit.RunAsync(actor, Draft!.Draft, Http.Connection.RemoteIpAddress, Aborted);
        if (!sent.TryGet(out var submitted, out var refusal))
        {
            _known = refusal as AlreadyInGuide;
            _form.Wrong = _known is null ? refusal : null;
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

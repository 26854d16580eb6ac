using LlmGuide.Core;
using LlmGuide.Core.Catalogue.Addresses;
using LlmGuide.Core.Curation.Suggestions;
using LlmGuide.Web.Accounts;
using LlmGuide.Web.Shared;

using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components;

namespace LlmGuide.Web.Curation.Suggestions;

/// <summary>
/// Where members suggest. Like the page for comments it looks at the antiforgery token itself, so that a form whose sign-in has ended
/// meanwhile comes back with everything that was typed.
/// </summary>
public sealed partial class SuggestPage
{
    private SuggestForm? _asked;
    private Form _form = null!;
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
    public required IAntiforgery Antiforgery { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    private IReadOnlyList<SuggestionKind> Kinds => SuggestionWords.For(_asked?.About?.Subject.Kind);

    /// <summary>The first step of a new resource: is it there already?</summary>
    private bool AsksForLink => Draft!.SuggestionKind == SuggestionKind.Resource && HttpMethods.IsGet(Http.Request.Method)
        && (string.IsNullOrWhiteSpace(Draft.Url) || _wrongLink is not null || _asked!.Known is not null);

    private string Lead => Draft!.SuggestionKind == SuggestionKind.Resource
        ? "Something that helped you understand? A curator reads every suggestion, usually within a few days, and tells you what became of it."
        : "A curator reads every suggestion and tells you what became of it.";

    private string Back => _asked?.About is { Subject: var about } ? Links.Subject(about.Kind, about.Key) : Links.Home;

    protected override async Task OnInitializedAsync()
    {
        var isPost = HttpMethods.IsPost(Http.Request.Method);
        if (Http.Actor() is null && !isPost)
        {
            Navigation.NavigateTo(Links.SignInFor(Links.Here(Http.Request)));
            return;
        }

        Draft ??= FromQuery();
        _asked = await Forms.RunAsync(Draft.Draft, Cancelled);
        if (!isPost)
        {
            Draft = SuggestedFields.From(_asked.Draft);
            Draft.Kind = Names.Of(Kinds.Contains(_asked.Draft.Kind) && Http.Request.Query.ContainsKey("kind") ? _asked.Draft.Kind : Default());
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

    // What a comment is about is most often wrong, not missing.
    private SuggestionKind Default() => Http.Request.Query.ContainsKey("comment") && Kinds.Contains(SuggestionKind.Correction) ? SuggestionKind.Correction : Kinds[0];

    private SuggestedFields FromQuery()
    {
        var query = Http.Request.Query;
        return new SuggestedFields
        {
            Kind = query["kind"],
            Resource = Text("resource"),
            Topic = Text("topic"),
            Benchmark = Text("benchmark"),
            Result = Text("result"),
            Field = Text("field"),
            Url = Text("url"),
            Title = Text("title"),
            Comment = Text("comment"),
        };

        string? Text(string key) => query[key].ToString() is { Length: > 0 } text ? text : null;
    }

    private async Task SendAsync()
    {
        if (_asked is null)
        {
            return;
        }

        if (Traps.Caught(Http.Request.Form))
        {
            _fault = "Your suggestion was not sent.";
        }
        else if (Http.Actor() is not { } actor)
        {
            _fault = "You are signed out. What you typed is still here: sign in in another tab, then send it again.";
        }
        else if (!await Antiforgery.IsRequestValidAsync(Http))
        {
            _fault = "Your sign-in has changed since this form was opened. What you typed is still here: please send it again.";
        }
        else
        {
            await SubmitAsync(actor);
        }
    }

    private async Task SubmitAsync(Core.Members.Actor actor)
    {
        var sent = await Submit.RunAsync(actor, Draft!.Draft, Cancelled);
        if (sent.Refusal is { } refusal)
        {
            _known = refusal as AlreadyInGuide;
            _fault = refusal.Field is null || _known is not null ? refusal.Why : null;
            if (_fault is null)
            {
                _form.Refuse(refusal);
            }

            Http.Response.StatusCode = refusal.Cause == Cause.NotAllowed ? StatusCodes.Status403Forbidden : StatusCodes.Status200OK;
            return;
        }

        Navigation.NavigateTo(Links.With(Links.OwnSuggestions, KeyValuePair.Create<string, string?>("sent", Names.Of(sent.Value!.What)), KeyValuePair.Create<string, string?>("id", Cursor.Of(sent.Value.Id))));
    }

    private string Address(SuggestionKind kind) => Links.With(
        Links.Suggest,
        KeyValuePair.Create("resource", Draft!.Resource),
        KeyValuePair.Create("topic", Draft.Topic),
        KeyValuePair.Create("comment", Draft.Comment),
        KeyValuePair.Create<string, string?>("kind", Names.Of(kind)));
}

using LlmGuide.Core;
using LlmGuide.Core.LinkChecks;
using LlmGuide.Core.Members;
using LlmGuide.Web.Forms;
using LlmGuide.Web.Shared;

using Microsoft.AspNetCore.Components;

namespace LlmGuide.Web.LinkChecks;

/// <summary>One work's link with what can be done about it: another address, the one that the server proposes, or "it is fine".</summary>
public sealed partial class LinkPage
{
    internal const string Replace = "replace";
    internal const string Vouch = "vouch";

    /// <summary>The query key by which the list hears that something was done.</summary>
    internal const string DoneKey = "done";

    private readonly FormState _form = new();
    private LinkRow? _link;
    private DateTimeOffset _now;

    [Parameter]
    public required string Slug { get; set; }

    /// <summary>The address that the work had when the form was opened.</summary>
    [SupplyParameterFromForm(Name = "from", FormName = Replace)]
    public string? From { get; set; }

    [SupplyParameterFromForm(Name = "to", FormName = Replace)]
    public string? To { get; set; }

    [Inject]
    public required LinkQuery Query { get; set; }

    [Inject]
    public required ReplaceLink Readdress { get; set; }

    [Inject]
    public required ConfirmLink Vouching { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [Inject]
    public required TimeProvider Clock { get; set; }

    protected override async Task OnInitializedAsync()
    {
        if (!_form.Admit(Http, Permission.CheckLinks, Navigation))
        {
            return;
        }

        _now = Clock.GetUtcNow();
        _link = await Query.RunAsync(Slug, Aborted);
        if (_link is null)
        {
            Navigation.NotFound();
        }
    }

    private Task ReplaceAsync() => DoAsync(async actor => (await Readdress.RunAsync(actor, Slug, From ?? "", To, Aborted)).Refusal);

    private Task VouchAsync() => DoAsync(async actor => (await Vouching.RunAsync(actor, Slug, Aborted)).Refusal);

    private async Task DoAsync(Func<Actor, Task<Refusal?>> act)
    {
        if (!await _form.IsTakenAsync(Http, "press the button"))
        {
            return;
        }

        var refusal = await act(Http.Actor()!);
        if (_form.IsRight(refusal?.About(field => field is null ? null : nameof(To))))
        {
            Navigation.NavigateTo(Links.With(Links.CurateLinks, KeyValuePair.Create<string, string?>(DoneKey, "yes")));
        }
    }
}

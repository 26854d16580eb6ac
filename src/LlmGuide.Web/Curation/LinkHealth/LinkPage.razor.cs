using LlmGuide.Core;
using LlmGuide.Core.Curation.Links;
using LlmGuide.Web.Accounts;
using LlmGuide.Web.Shared;

using Microsoft.AspNetCore.Components;

namespace LlmGuide.Web.Curation.LinkHealth;

/// <summary>One work's link with what can be done about it: another address, the one that the server proposes, or "it is fine".</summary>
public sealed partial class LinkPage
{
    internal const string Replace = "replace";
    internal const string Vouch = "vouch";

    /// <summary>The query key by which the list hears that something was done.</summary>
    internal const string DoneKey = "done";

    private LinkRow? _link;
    private DateTimeOffset _now;
    private string? _fault;

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
    public required ReaddressWork Readdress { get; set; }

    [Inject]
    public required VouchForLink Vouching { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [Inject]
    public required TimeProvider Clock { get; set; }

    protected override async Task OnInitializedAsync()
    {
        _now = Clock.GetUtcNow();
        _link = await Query.RunAsync(Slug, Cancelled);
        if (_link is null)
        {
            Navigation.NotFound();
        }
    }

    private async Task ReplaceAsync() => Tell((await Readdress.RunAsync(Http.Actor()!, Slug, From ?? "", To, Cancelled)).Refusal);

    private async Task VouchAsync() => Tell((await Vouching.RunAsync(Http.Actor()!, Slug, Cancelled)).Refusal);

    private void Tell(Refusal? refusal)
    {
        _fault = refusal?.Why;
        if (refusal is null)
        {
            Navigation.NavigateTo(Links.With(Links.CurateLinks, KeyValuePair.Create<string, string?>(DoneKey, "yes")));
        }
    }
}

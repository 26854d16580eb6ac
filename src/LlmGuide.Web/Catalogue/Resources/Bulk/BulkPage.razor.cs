using System.Globalization;

using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Catalogue.Resources.Edits;
using LlmGuide.Core.Members;
using LlmGuide.Web.Forms;
using LlmGuide.Web.Shared;

using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components;

namespace LlmGuide.Web.Catalogue.Resources.Bulk;

/// <summary>Where the tables of resources send what is selected in them. It shows itself only when something is in the way.</summary>
public sealed partial class BulkPage
{
    /// <summary>The name of the form, for the tables that post to this page.</summary>
    internal const string Name = "bulk";

    /// <summary>Tells the list what was done.</summary>
    internal const string DoneKey = "done";

    private Admission _admission;
    private IReadOnlyList<TopicLink> _topics = [];
    private string? _fault;

    [SupplyParameterFromForm(Name = "id")]
    public IReadOnlyList<int>? Ids { get; set; }

    [SupplyParameterFromForm(Name = "do")]
    public string? Choice { get; set; }

    [SupplyParameterFromForm(Name = "reason")]
    public string? Reason { get; set; }

    [SupplyParameterFromForm(Name = "back")]
    public string? Back { get; set; }

    [Inject]
    public required BulkActs Acts { get; set; }

    [Inject]
    public required CuratedResourcesQuery Resources { get; set; }

    [Inject]
    public required IAntiforgery Antiforgery { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    protected override async Task OnInitializedAsync()
    {
        _admission = Http.Admit(Permission.EditCatalogue);
        if (_admission == Admission.SignInFirst)
        {
            Navigation.NavigateTo(Links.SignInFor(Links.CurateResources));
        }
        else if (_admission == Admission.CreatedComment && !HttpMethods.IsPost(Http.Request.Method))
        {
            Navigation.NavigateTo(Links.CurateResources);
        }
        else if (_admission != Admission.Refused)
        {
            _topics = await Resources.TopicsAsync(Aborted);
        }
    }

    private async Task DoAsync()
    {
        if (_admission == Admission.Refused)
        {
            return;
        }

        if (Http.Actor() is not { } actor)
        {
            _fault = "You are signed out. Your selection is still here: sign in in another tab, then press the button again.";
        }
        else if (!await Antiforgery.IsRequestValidAsync(Http))
        {
            _fault = "Your sign-in has changed since the list was opened. Your selection is still here: please press the button again.";
        }
        else
        {
            var done = await Acts.RunAsync(actor, Ids ?? [], Choice, Reason, Aborted);
            _fault = done.Refusal?.Why;
            if (_fault is null)
            {
                Navigation.NavigateTo(BackTo(done.Value));
            }
        }
    }

    private string BackTo(int? done) =>
        Links.With(LocalAddress.Of(Back, Links.CurateResources), [new(DoneKey, done?.ToString(CultureInfo.InvariantCulture))]);

    /// <returns>What a list says after something was done; nothing when it is just opened.</returns>
    internal static string? Told(IQueryCollection query) =>
        int.TryParse(query[DoneKey], NumberStyles.None, CultureInfo.InvariantCulture, out var done) ? BulkActs.Words(done) : null;
}

using LlmGuide.Core.Revisions.History;
using LlmGuide.Web.Forms;
using LlmGuide.Web.Shared;

using Microsoft.AspNetCore.Components;

namespace LlmGuide.Web.Revisions;

/// <summary>Where somebody goes back to an earlier state of a subject, after seeing what that changes.</summary>
public sealed partial class RevertPage
{
    private readonly FormState _form = new();
    private RevisionView? _view;

    [Parameter]
    public int Id { get; set; }

    [SupplyParameterFromForm(Name = "reason")]
    public string? Reason { get; set; }

    [SupplyParameterFromForm(Name = "version")]
    public int Version { get; set; }

    [Inject]
    public required RevisionQuery Revisions { get; set; }

    [Inject]
    public required RevertSubject Revert { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    private RevertTo To => Http.Request.Query.ContainsKey("before") ? RevertTo.Before : RevertTo.After;

    protected override async Task OnInitializedAsync()
    {
        _view = await Revisions.RunAsync(Id, Aborted);
        if (_view is null || (To == RevertTo.Before && _view.Revision.Before is null))
        {
            _view = null;
            Navigation.NotFound();
        }
        else if (!_form.Admit(Http, _view.Act, Navigation))
        {
            _view = null;
        }
    }

    private async Task SaveAsync()
    {
        if (_view is null || !await _form.IsTakenAsync(Http, "press the button"))
        {
            return;
        }

        var outcome = await Revert.RunAsync(Http.Actor()!, Id, To, Version, Reason, Aborted);
        if (!_form.IsRight(outcome.Refusal))
        {
            // What has changed meanwhile is shown by the page itself: it compares with how things are now.
            _view = await Revisions.RunAsync(Id, Aborted);
            return;
        }

        Navigation.NavigateTo(Links.History(_view.Now.Subject.Kind, outcome.Value!.Key));
    }
}

using LlmGuide.Core.Revisions;
using LlmGuide.Core.Revisions.History;
using LlmGuide.Web.Forms;
using LlmGuide.Web.Shared;

using Microsoft.AspNetCore.Components;

namespace LlmGuide.Web.Revisions;

/// <summary>Where somebody goes back to an earlier state of a subject, after seeing what that changes.</summary>
public sealed partial class RevertPage
{
    private RevisionView? _view;
    private string? _fault;

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
        else if (Http.Admit(_view.Act) is var admission and (Admission.SignInFirst or Admission.Refused))
        {
            _view = null;
            if (admission == Admission.SignInFirst)
            {
                Navigation.NavigateTo(Links.SignInFor(Links.Here(Http.Request)));
            }
        }
    }

    private async Task SaveAsync()
    {
        if (_view is null)
        {
            return;
        }

        _fault = await Http.ValidateFormAsync("press the button");
        if (_fault is not null)
        {
            return;
        }

        var outcome = await Revert.RunAsync(Http.Actor()!, Id, To, Version, Reason, Aborted);
        if (outcome.Refusal is { } refusal)
        {
            // What has changed meanwhile is shown by the page itself: it compares with how things are now.
            _fault = refusal.Why;
            _view = await Revisions.RunAsync(Id, Aborted);
            return;
        }

        Navigation.NavigateTo(Links.History(_view.Now.Subject.Kind, outcome.Value!.Key));
    }
}

using LlmGuide.Core;
using LlmGuide.Core.Discussion.Moderation;
using LlmGuide.Web.Forms;
using LlmGuide.Web.Shared;

using Microsoft.AspNetCore.Components;

namespace LlmGuide.Web.Discussion.Moderation;

/// <summary>Where a member says what is wrong with a comment.</summary>
public sealed partial class FlagPage
{
    private FlagForm? _comment;
    private readonly FormState _form = new();

    [Parameter]
    public int Id { get; set; }

    [SupplyParameterFromForm(Name = "reason")]
    public string? Reason { get; set; }

    [Inject]
    public required FlagFormQuery Comments { get; set; }

    [Inject]
    public required FlagComment Flag { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    protected override async Task OnInitializedAsync()
    {
        _comment = await Comments.RunAsync(Id, Http.Actor()!, Aborted);
        if (_comment is null)
        {
            Navigation.NotFound();
        }
    }

    private async Task FlagAsync()
    {
        if (Names.Parse<FlagReason>(Reason) is not { } reason)
        {
            _form.Wrong = Refusal.Rule("Choose what is wrong with it.", "reason");
            return;
        }

        var outcome = await Flag.RunAsync(Http.Actor()!, Id, reason, Http.Connection.RemoteIpAddress, Aborted);
        if (_form.IsRight(outcome.Refusal))
        {
            // The page itself says thank you, and a reload posts nothing.
            Navigation.NavigateTo(Links.FlagComment(Id));
        }
    }

    private static string Words(FlagReason reason) => reason switch
    {
        FlagReason.Spam => "Advertising or spam",
        FlagReason.Rude => "Rude or abusive",
        FlagReason.OffTopic => "Off topic",
        FlagReason.Wrong => "Misleading, and not just mistaken",
        _ => "Harmful or illegal",
    };
}

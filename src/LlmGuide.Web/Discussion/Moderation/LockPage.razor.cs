using LlmGuide.Core.Discussion.Moderation.Locks;
using LlmGuide.Web.Forms;

using Microsoft.AspNetCore.Components;

namespace LlmGuide.Web.Discussion.Moderation;

/// <summary>Where a moderator locks a conversation, or unlocks it.</summary>
public sealed partial class LockPage
{
    private ConversationLock? _talk;
    private readonly FormState _form = new();

    [Parameter]
    public int Id { get; set; }

    [SupplyParameterFromForm(Name = "reason")]
    public string? Reason { get; set; }

    /// <summary>How it was when the form was opened: so that two moderators who lock at once do not undo each other.</summary>
    [SupplyParameterFromForm(Name = "locked")]
    public bool WasLocked { get; set; }

    [Inject]
    public required ConversationLockQuery Locks { get; set; }

    [Inject]
    public required LockConversation Lock { get; set; }

    [Inject]
    public required UnlockConversation Unlock { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    private bool IsLocked => _talk?.LockedAt is not null;

    private string ReasonLabel => IsLocked ? "Reason (public, optional)" : "Reason (public)";

    private string Heading => IsLocked ? "Unlock the discussion" : "Lock the discussion";

    private string Back => ConversationAddress.Subject(_talk!.Type, _talk.Slug) + "#talk";

    protected override async Task OnInitializedAsync()
    {
        _talk = await Locks.RunAsync(Id, Aborted);
        if (_talk is null)
        {
            Navigation.NotFound();
        }
    }

    private async Task SaveAsync()
    {
        var outcome = WasLocked
            ? await Unlock.RunAsync(Http.Actor()!, Id, Reason, Aborted)
            : await Lock.RunAsync(Http.Actor()!, Id, Reason, Aborted);
        if (_form.IsRight(outcome.Refusal))
        {
            Navigation.NavigateTo(Back);
        }
    }
}

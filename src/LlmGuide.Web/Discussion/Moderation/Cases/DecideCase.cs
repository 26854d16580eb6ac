using LlmGuide.Core;
using LlmGuide.Core.Discussion.Moderation;
using LlmGuide.Core.Members;

namespace LlmGuide.Web.Discussion.Moderation.Cases;

/// <summary>Does about a comment what a moderator chose among the buttons of its form.</summary>
public sealed class DecideCase(SettleFlags settle, ApproveHeld approve, RemoveComment remove, RestoreComment restore)
{
    /// <param name="reason">Why, as typed.</param>
    internal Task<Outcome<Done>> RunAsync(
        Decision decision, Actor actor, int id, string? reason, CancellationToken cancellationToken) => decision switch
        {
            Decision.Keep => settle.RunAsync(actor, id, reason, cancellationToken),
            Decision.Approve => approve.RunAsync(actor, id, reason, cancellationToken),
            Decision.Remove => remove.RunAsync(actor, id, reason, cancellationToken),
            _ => restore.RunAsync(actor, id, reason, cancellationToken),
        };
}

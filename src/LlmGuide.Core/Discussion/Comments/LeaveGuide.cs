using LlmGuide.Core.Accounts;
using LlmGuide.Core.Accounts.Administration;
using LlmGuide.Core.Accounts.Own;
using LlmGuide.Core.Accounts.SignIn;
using LlmGuide.Core.Discussion.Conversations;
using LlmGuide.Core.Members;

namespace LlmGuide.Core.Discussion.Comments;

/// <summary>
/// A member deletes their account. What they said stays as a former member's, or its text goes; its place and the replies stay.
/// </summary>
public sealed class LeaveGuide(
    MemberWriting writing, OwnPassword own, ConversationChange change, SecurityLog security, TimeProvider clock)
{
    /// <param name="password">As typed; not asked for where there is none.</param>
    /// <param name="cancellationToken">Ends the command; then nothing was deleted.</param>
    public async Task<Outcome<Done>> RunAsync(Actor by, string? password, bool erase, CancellationToken cancellationToken)
    {
        if (await own.FaultAsync(by, password, cancellationToken) is { } fault)
        {
            return fault;
        }

        List<int> spokeIn = [];
        var done = await writing.RunAsync<Done>(
            async (db, members) =>
            {
                await writing.HoldAdministratorsAsync(db, cancellationToken);
                if (await members.FindByNameAsync(by.Name) is not { } member || member.Id != by.Id)
                {
                    return Refusal.NotThere("This account no longer exists.");
                }

                if (await db.IsLastAdminAsync(member, cancellationToken))
                {
                    return Administrators.Last;
                }

                spokeIn = await PartedComments.PartAsync(db, member.Id, erase, clock.GetUtcNow(), cancellationToken);
                await members.DeleteAsync(member);
                return default(Done);
            },
            _ => [PageTags.Member(by.Name)],
            cancellationToken);
        if (done.Refusal is null)
        {
            foreach (var conversation in spokeIn)
            {
                await change.TellAsync(conversation, CancellationToken.None);
            }
        }

        return security.After(done, SecurityEvent.AccountDeleted, by.Id);
    }
}

using LlmGuide.Core.Data;
using LlmGuide.Core.Discussion;
using LlmGuide.Core.Members;

namespace LlmGuide.Core.Learning.Groups;

/// <summary>Leaves a group, and takes one's progress out of its sight; or keeps it there and hides that alone.</summary>
public sealed class LeaveGroup(Writing writing)
{
    /// <summary>
    /// Who owns the group leaves it to who joined first after them. The last to leave takes it along, with all that was said in it.
    /// </summary>
    public Task<Outcome<Done>> RunAsync(Actor actor, string slug, CancellationToken cancellationToken) => GroupAccess.RunAsync<Done>(
        writing, actor, slug,
        async (db, group, self) =>
        {
            if (group.Members.Count > 1)
            {
                db.Remove(self);
                await PrivateComments.LeaveAsync(db, group.ConversationId!.Value, self.MemberId, cancellationToken);
                return default(Done);
            }

            await GroupAccess.EndAsync(db, group, cancellationToken);
            return default(Done);
        },
        cancellationToken);

    /// <summary>Lets the others see where one is, or no longer.</summary>
    public Task<Outcome<Done>> ShowAsync(Actor actor, string slug, bool shows, CancellationToken cancellationToken) =>
        GroupAccess.RunAsync<Done>(
            writing, actor, slug,
            (_, _, self) =>
            {
                self.ShowProgress(shows);
                return Task.FromResult<Outcome<Done>>(default(Done));
            },
            cancellationToken);
}

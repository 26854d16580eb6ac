using LlmGuide.Core.Data;
using LlmGuide.Core.Discussion;
using LlmGuide.Core.Members;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Learning.Groups;

/// <summary>Who may do what in a group: members what is theirs, its owner the rest. To others it is not there.</summary>
internal static class GroupAccess
{
    public static readonly Refusal Gone = Refusal.NotThere("This group no longer exists, or you are not in it.");

    public static readonly Refusal OwnersAlone = Refusal.NotAllowed("Only the owner of the group can do this.");

    /// <summary>
    /// The owner; where that account is gone, who joined first. Never nobody: the last to leave takes the group along.
    /// </summary>
    public static GroupMember OwnerOf(IEnumerable<GroupMember> members) =>
        members.OrderByDescending(member => member.Owns).ThenBy(member => member.JoinedAt).ThenBy(member => member.MemberId).First();

    /// <summary>Runs what a member does, within a transaction in which nobody else changes the group.</summary>
    public static Task<Outcome<T>> RunAsync<T>(
        Writing writing, Actor actor, string slug, Func<GuideDb, ReadingGroup, GroupMember, Task<Outcome<T>>> act,
        CancellationToken cancellationToken) => writing.RunAsync<T>(
        async db =>
        {
            var group = await FindAsync(writing, db, slug, cancellationToken);
            return group?.Members.FirstOrDefault(member => member.MemberId == actor.Id) is { } self ? await act(db, group, self) : Gone;
        },
        cancellationToken);

    /// <summary>Runs what its owner does.</summary>
    public static Task<Outcome<Done>> LeadAsync(
        Writing writing, Actor actor, string slug, Func<GuideDb, ReadingGroup, GroupMember, Outcome<Done>> act,
        CancellationToken cancellationToken) =>
        LeadAsync(writing, actor, slug, (db, group, self) => Task.FromResult(act(db, group, self)), cancellationToken);

    /// <summary>As the other, for what asks the database.</summary>
    public static Task<Outcome<Done>> LeadAsync(
        Writing writing, Actor actor, string slug, Func<GuideDb, ReadingGroup, GroupMember, Task<Outcome<Done>>> act,
        CancellationToken cancellationToken) => RunAsync<Done>(
        writing, actor, slug,
        async (db, group, self) => OwnerOf(group.Members) == self
            ? await act(db, group, self) : OwnersAlone,
        cancellationToken);

    /// <summary>Nobody is left in it: it goes, with all that was said in it.</summary>
    public static async Task EndAsync(GuideDb db, ReadingGroup group, CancellationToken cancellationToken)
    {
        db.Remove(group);
        await db.SaveChangesAsync(cancellationToken);
        await PrivateComments.EraseAsync(db, group.ConversationId!.Value, cancellationToken);
    }

    /// <returns>The group with its members, held until the end of the transaction.</returns>
    public static async Task<ReadingGroup?> FindAsync(Writing writing, GuideDb db, string slug, CancellationToken cancellationToken)
    {
        await writing.HoldAsync(db, "group:" + slug, cancellationToken);
        return await db.ReadingGroups.IgnoreQueryFilters(DiscussionTables.OfAll).Include(g => g.Members).Include(g => g.Conversation)
            .FirstOrDefaultAsync(g => g.Slug == slug, cancellationToken);
    }
}

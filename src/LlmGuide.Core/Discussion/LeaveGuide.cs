using LlmGuide.Core.Accounts;
using LlmGuide.Core.Data;
using LlmGuide.Core.Members;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Discussion;

/// <summary>A member deletes their account. What they said stays as a former member's, or its text goes; its place and the replies stay.</summary>
public sealed class LeaveGuide(MemberWriting writing, OwnPassword own, IPageCache pages, SecurityLog security, TimeProvider clock)
{
    /// <param name="by">Who leaves.</param>
    /// <param name="password">As typed; not asked for where there is none.</param>
    /// <param name="erase">Whether the text of their comments goes too.</param>
    /// <param name="cancellationToken">Ends the command; then nothing was deleted.</param>
    public async Task<Outcome<Done>> RunAsync(Actor by, string? password, bool erase, CancellationToken cancellationToken)
    {
        if (await own.FaultAsync(by, password, cancellationToken) is { } fault)
        {
            return fault;
        }

        List<string> shown = [];
        var done = await writing.RunAsync<Done>(
            async (db, members) =>
            {
                await writing.HoldAdministratorsAsync(db, cancellationToken);
                if (await members.FindByNameAsync(by.Name) is not { } member || member.Id != by.Id)
                {
                    return Refusal.NotThere("This account is not there any more.");
                }

                if (await db.IsLastAdminAsync(member, cancellationToken))
                {
                    return Administrators.Last;
                }

                var comments = db.Comments;
                shown = await db.Conversations.Where(c => comments.Any(said => said.ConversationId == c.Id && said.AuthorId == member.Id))
                    .Select(c => c.Type.ToString().ToLower() + ":" + c.Slug).ToListAsync(cancellationToken);
                await PartFromCommentsAsync(db, member.Id, erase, cancellationToken);
                await members.DeleteAsync(member);
                return default(Done);
            },
            cancellationToken);
        if (done.Refusal is null)
        {
            await pages.EvictAsync([ChangeRoles.PageTag(by.Name), "discussions", "comments", .. shown], cancellationToken);
        }

        return security.After(done, SecurityEvent.AccountDeleted, by.Id);
    }

    private async Task PartFromCommentsAsync(GuideDb db, int memberId, bool erase, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var (comments, conversations) = (db.Comments, db.Conversations);

        // Not paged: they are changed together or not at all, and one person has written them.
        var said = await comments.Where(c => c.AuthorId == memberId).ToListAsync(cancellationToken);
        foreach (var comment in said)
        {
            comment.Orphan();
            if (erase)
            {
                comment.Edit(Prose.Empty, now, TimeSpan.MaxValue);
                if (comment.State != CommentState.Removed)
                {
                    comment.Become(CommentState.Deleted, now);
                }
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        if (!erase)
        {
            return;
        }

        var ids = said.Select(c => c.Id).ToHashSet();
        var touched = said.Select(c => c.ConversationId).ToHashSet();
        await db.CommentRevisions.Where(r => ids.Contains(r.CommentId)).ExecuteDeleteAsync(cancellationToken);
        await conversations.Where(c => touched.Contains(c.Id)).ExecuteUpdateAsync(
            set => set
                .SetProperty(c => c.Comments, c => comments.Count(x => x.ConversationId == c.Id && x.State == CommentState.Standing))
                .SetProperty(c => c.OpenQuestions, c => comments.Count(x => x.ConversationId == c.Id && x.State == CommentState.Standing && x.Kind == CommentKind.Question && x.AnswerId == null)),
            cancellationToken);
    }
}

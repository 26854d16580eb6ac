using LlmGuide.Core.Data;
using LlmGuide.Core.Members;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Discussion.Comments;

/// <summary>
/// What somebody whom nobody knows yet may not do at once. Spam is written by accounts made for it: few links, and a look at the
/// first comments that have any, take its worth away, and an honest member hardly notices. Whoever was given a role is not new.
/// </summary>
internal static class NewMembers
{
    /// <summary>Looks at a text before it is saved.</summary>
    /// <param name="db">In the transaction that will save it.</param>
    /// <param name="commentId">The comment that is being changed; <c>null</c> for a new one.</param>
    public static async Task<NewMemberVerdict> CheckAsync(
        GuideDb db, int authorId, int? commentId, TextReferences references, DiscussionOptions options, CancellationToken cancellationToken)
    {
        if ((references.Links == 0 && references.Mentions.Count <= options.NewMemberMentions)
            || await HasRoleAsync(db, authorId, cancellationToken))
        {
            return default;
        }

        var refused = Fault(references, options);
        if (refused is not null && await IsNewAsync(db, authorId, options, cancellationToken))
        {
            return new NewMemberVerdict(refused, Waits: false);
        }

        // A change counts as well: otherwise two harmless links, once approved, could be changed into two others.
        return new NewMemberVerdict(null, references.Links > 0 && await db.Comments.CountAsync(
            c => c.AuthorId == authorId && c.Id != commentId && c.State == CommentState.Standing && c.Links > 0, cancellationToken)
            < options.LinksLookedAt);
    }

    /// <summary>
    /// Whether fewer than <see cref="DiscussionOptions.NewMemberComments"/> of a member's comments stand. Roles are not asked.
    /// </summary>
    public static async Task<bool> IsNewAsync(GuideDb db, int memberId, DiscussionOptions options, CancellationToken cancellationToken) =>
        await db.Comments.CountAsync(c => c.AuthorId == memberId && c.State == CommentState.Standing, cancellationToken)
        < options.NewMemberComments;

    private static Refusal? Fault(TextReferences references, DiscussionOptions options) =>
        references.Links > options.NewMemberLinks
            ? Refusal.Rule(
                $"As long as you are new here, a comment can have at most {options.NewMemberLinks} links; this has {references.Links}.",
                "Text")
        : references.Mentions.Count > options.NewMemberMentions
            ? Refusal.Rule(
                $"As long as you are new here, a comment can mention at most {options.NewMemberMentions} members; "
                + $"this mentions {references.Mentions.Count}.",
                "Text")
        : null;

    private static Task<bool> HasRoleAsync(GuideDb db, int memberId, CancellationToken cancellationToken) =>
        db.Members.AnyAsync(m => m.Id == memberId && m.Roles != Role.None, cancellationToken);
}

/// <param name="Refusal">Why the text cannot be saved, or <c>null</c>.</param>
/// <param name="Waits">Whether it is saved as <see cref="CommentState.Held"/>.</param>
internal readonly record struct NewMemberVerdict(Refusal? Refusal, bool Waits);

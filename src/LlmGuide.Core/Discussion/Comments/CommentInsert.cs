using System.Globalization;

using LlmGuide.Core.Data;
using LlmGuide.Core.Data.Columns;

namespace LlmGuide.Core.Discussion.Comments;

/// <summary>
/// The rows of a new comment. Not through the change tracker, which has no word for "unless it is there": both databases have it, so
/// that a draft which comes in twice is one comment without a look before, and a lock for the look.
/// </summary>
internal static class CommentInsert
{
    internal const string Row = """
        INSERT INTO "Comments" ("ConversationId", "ParentId", "RootId", "Depth", "Kind", "AuthorId", "DraftKey", "Body_Markdown", "Body_Html", "Body_Version",
            "CreatedAt", "State", "StateSince", "Links", "ByGuide", "IsPrivate", "Up", "Down", "Rank", "Replies")
        VALUES (@ConversationId, @ParentId, @RootId, @Depth, @Kind, @AuthorId, @DraftKey, @Markdown, @Html, @Version,
            @CreatedAt, @State, @StateSince, @Links, @ByGuide, @IsPrivate, 0, 0, 0, 0)
        ON CONFLICT ("AuthorId", "DraftKey") DO NOTHING RETURNING "Id"
        """;

    // Comments before conversations, as everywhere: two who lock both then never wait for each other.
    private const string Counts = """
        UPDATE "Comments" SET "Replies" = "Replies" + 1 WHERE "Id" = @ParentId;
        UPDATE "Conversations" SET "Comments" = "Comments" + @standing, "OpenQuestions" = "OpenQuestions" + @question,
            "LastCommentAt" = CASE WHEN @standing = 1 THEN @CreatedAt ELSE "LastCommentAt" END
        WHERE "Id" = @ConversationId
        """;

    /// <returns>Its number; <c>null</c> when its author has posted the same draft before.</returns>
    public static async Task<int?> RowAsync(GuideDb db, Comment comment, CancellationToken cancellationToken)
    {
        await using var command = db.CommandFor(Row);
        command.Add<Comment>(db, nameof(Comment.ConversationId), comment.ConversationId);
        command.Add<Comment>(db, nameof(Comment.ParentId), comment.ParentId);
        command.Add<Comment>(db, nameof(Comment.RootId), comment.RootId);
        command.Add<Comment>(db, nameof(Comment.Depth), comment.Depth);
        command.Add<Comment>(db, nameof(Comment.Kind), comment.Kind);
        command.Add<Comment>(db, nameof(Comment.AuthorId), comment.AuthorId);
        command.Add<Comment>(db, nameof(Comment.DraftKey), comment.DraftKey);
        command.Add<Comment>(db, nameof(Comment.CreatedAt), comment.CreatedAt);
        command.Add<Comment>(db, nameof(Comment.State), comment.State);
        command.Add<Comment>(db, nameof(Comment.StateSince), comment.StateSince);
        command.Add<Comment>(db, nameof(Comment.Links), comment.Links);
        command.Add<Comment>(db, nameof(Comment.ByGuide), comment.ByGuide);
        command.Add<Comment>(db, nameof(Comment.IsPrivate), comment.IsPrivate);
        command.AddPlain("@Markdown", comment.Body.Markdown);
        command.AddPlain("@Html", comment.Body.Html);
        command.AddPlain("@Version", comment.Body.Version);
        return await command.ExecuteScalarAsync(cancellationToken) is { } id ? Convert.ToInt32(id, CultureInfo.InvariantCulture) : null;
    }

    /// <summary>One more where such are counted, without counting the others again.</summary>
    public static async Task CountAsync(GuideDb db, Comment comment, CancellationToken cancellationToken)
    {
        var standing = comment.State == CommentState.Standing ? 1 : 0;
        await using var command = db.CommandFor(Counts);
        command.Add<Comment>(db, nameof(Comment.ParentId), comment.ParentId);
        command.Add<Comment>(db, nameof(Comment.ConversationId), comment.ConversationId);
        command.Add<Comment>(db, nameof(Comment.CreatedAt), comment.CreatedAt);
        command.AddPlain("@standing", standing);
        command.AddPlain("@question", comment.Kind == CommentKind.Question ? standing : 0);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}

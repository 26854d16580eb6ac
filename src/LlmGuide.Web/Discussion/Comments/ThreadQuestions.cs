using LlmGuide.Core.Discussion.Comments;
using LlmGuide.Core.Discussion.Conversations;

namespace LlmGuide.Web.Discussion.Comments;

/// <summary>Who asked at the top of a thread, and which reply answers.</summary>
internal sealed class ThreadQuestions(ConversationView talk)
{
    private readonly Dictionary<int, (int? Author, int? Answer)> _questions = talk.Tops.Items.Where(
        top => top.Comment.Kind == CommentKind.Question)
        .ToDictionary(top => top.Comment.Id, top => (top.Comment.AuthorId, top.Comment.AnswerId));

    public bool IsAnswer(CommentRow comment) =>
        comment.RootId is { } root && _questions.TryGetValue(root, out var question) && question.Answer == comment.Id;

    /// <summary>Whether it stands below a question that is shown.</summary>
    public bool IsReply(CommentRow comment) => comment.RootId is { } root && _questions.ContainsKey(root);

    /// <summary>Who asked the question that it stands below.</summary>
    public int? AskerAbove(CommentRow comment) =>
        comment.RootId is { } root && _questions.TryGetValue(root, out var question) ? question.Author : null;
}

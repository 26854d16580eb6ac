using LlmGuide.Core.Discussion.Comments;
using LlmGuide.Core.Discussion.Moderation;
using LlmGuide.Web.Shared.Display;

namespace LlmGuide.Web.Discussion.Moderation.Cases;

/// <summary>How a comment that waits for a moderator is put into words.</summary>
internal static class CaseLabels
{
    public static string Name(ModerationCase comment) => $"comment by {comment.Author ?? "a former member"}";

    public static string State(CommentState state) => state switch
    {
        CommentState.Standing => "Reported, still shown",
        CommentState.Held => "Awaiting a moderator",
        CommentState.Hidden => "Hidden by reports",
        CommentState.Removed => "Removed",
        _ => "Deleted by its author",
    };

    public static string Reports(IGrouping<FlagReason, OpenFlag> reason) =>
        $"{ReasonLabels.Of(reason.Key)}: {Labels.Count(reason.Count(), "report")}, weight {reason.Sum(flag => flag.Weight)}";

    public static string Why(ModerationCase comment) => string.Join(
        "; ",
        (string[])
        [
            .. comment.State == CommentState.Standing ? (string[])[] : [State(comment.State)],
            .. comment.Flags.GroupBy(flag => flag.Reason).Select(Reports),
            .. comment.Flags.Count == 0 ? (string[])[] : [$"reported by {Labels.List([.. comment.Flags.Select(flag => flag.By)])}"],
        ]);
}

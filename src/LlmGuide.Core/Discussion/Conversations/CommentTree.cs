namespace LlmGuide.Core.Discussion.Conversations;

/// <summary>Puts rows that name their parents below them.</summary>
public static class CommentTree
{
    /// <param name="rows">In any order. A row whose parent is not among them is left out, unless it is at the top.</param>
    /// <param name="order">How siblings are sorted. The answer to a question comes first among its replies, however that is.</param>
    /// <param name="thread">The row to begin with; <c>null</c> for those without a parent.</param>
    public static IReadOnlyList<CommentNode> Build(IReadOnlyCollection<CommentRow> rows, CommentOrder order, int? thread = null)
    {
        var children = rows.ToLookup(row => row.ParentId);
        var tops = thread is null ? children[null] : rows.Where(row => row.Id == thread);
        return [.. Sorted(tops, order, null).Select(Node)];

        CommentNode Node(CommentRow row) => new(row, [.. Sorted(children[row.Id], order, row.AnswerId).Select(Node)]);
    }

    private static IEnumerable<CommentRow> Sorted(IEnumerable<CommentRow> siblings, CommentOrder order, int? answer)
    {
        var first = siblings.OrderByDescending(row => row.Id == answer);
        return order switch
        {
            CommentOrder.Newest => first.ThenByDescending(row => row.Id),
            CommentOrder.Oldest => first.ThenBy(row => row.Id),
            _ => first.ThenByDescending(row => row.Rank).ThenBy(row => row.Id),
        };
    }
}

/// <summary>A comment and the replies that are shown below it.</summary>
public sealed record CommentNode(CommentRow Comment, IReadOnlyList<CommentNode> Replies)
{
    /// <summary>How many direct replies there are that are not shown here.</summary>
    public int RepliesElsewhere => Math.Max(0, Comment.Replies - Replies.Count);

    /// <summary>Itself and everything below it here.</summary>
    public IEnumerable<CommentRow> All => Replies.SelectMany(reply => reply.All).Prepend(Comment);

    /// <summary>How many comments are below it here.</summary>
    public int Below => Replies.Sum(reply => 1 + reply.Below);
}

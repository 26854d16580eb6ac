using CsCheck;

using LlmGuide.Core.Discussion.Comments;
using LlmGuide.Core.Discussion.Conversations;
using LlmGuide.Core.Members;

namespace LlmGuide.Core.Tests.Discussion;

public sealed class CommentTreeTests
{
    /// <summary>Any forest: each comment hangs below one that is older, or at the top.</summary>
    private static readonly Gen<CommentRow[]> Forests = Gen.Int[0, 60]
        .SelectMany(count => Gen.Select(Gen.Int[0, 1000].Array[count], Gen.Int[0, 9].Array[count], Gen.Int[0, 9].Array[count]))
        .Select((parents, ups, downs) =>
            parents.Select((parent, i) => Row(i + 1, parent % (i + 1) is 0 ? null : parent % (i + 1), ups[i], downs[i])).ToArray());

    [Fact]
    public void Every_comment_appears_exactly_once_below_its_parent() => Forests.Sample(rows =>
    {
        var seen = Flatten(CommentTree.Build(rows, CommentOrder.Best), null).ToList();
        return seen.Count == rows.Length && seen.All(pair => pair.Node.Comment.ParentId == pair.Parent);
    });

    [Fact]
    public void The_order_does_not_depend_on_the_order_of_the_rows() => Forests.Sample(rows =>
        Enum.GetValues<CommentOrder>()
            .All(order => Ids(CommentTree.Build(rows, order)).SequenceEqual(Ids(CommentTree.Build([.. rows.Reverse()], order)))));

    [Fact]
    public void Siblings_are_sorted_by_rank_then_age() => Forests.Sample(rows => Sorted(CommentTree.Build(rows, CommentOrder.Best)));

    [Fact]
    public void The_answer_stands_first_whatever_its_votes()
    {
        var question = Row(1, null, 0, 0) with { AnswerId = 3 };
        var tree = CommentTree.Build([question, Row(2, 1, 9, 0), Row(3, 1, 0, 5)], CommentOrder.Best);
        Assert.Equal([1, 3, 2], Ids(tree));
    }

    private static bool Sorted(IReadOnlyList<CommentNode> siblings) =>
        siblings.Zip(siblings.Skip(1)).All(pair => pair.First.Comment.Rank > pair.Second.Comment.Rank
            || (pair.First.Comment.Rank.Equals(pair.Second.Comment.Rank) && pair.First.Comment.Id < pair.Second.Comment.Id))
        && siblings.All(node => Sorted(node.Replies));

    private static IEnumerable<int> Ids(IReadOnlyList<CommentNode> nodes) => Flatten(nodes, null).Select(pair => pair.Node.Comment.Id);

    private static IEnumerable<(CommentNode Node, int? Parent)> Flatten(IReadOnlyList<CommentNode> nodes, int? parent) =>
        nodes.SelectMany(node => Flatten(node.Replies, node.Comment.Id).Prepend((node, parent)));

    private static CommentRow Row(int id, int? parent, int up, int down) => new(
        id, parent, null, 0, CommentKind.Comment, 1, "ada", Role.None, "", DateTimeOffset.UnixEpoch.AddMinutes(id),
        null, up, down, WilsonScore.Of(up, down), CommentState.Standing, null, null, null, 0);
}

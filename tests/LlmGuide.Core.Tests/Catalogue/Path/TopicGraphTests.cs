using LlmGuide.Core.Catalogue.Path;

namespace LlmGuide.Core.Tests.Catalogue.Path;

public sealed class TopicGraphTests
{
    [Fact]
    public void A_diamond_is_no_circle() =>
        Assert.Null(TopicGraph.FindCycle(Graph(("d", ["b", "c"]), ("b", ["a"]), ("c", ["a"]), ("a", []))));

    [Fact]
    public void A_circle_is_found_and_named_in_order() =>
        Assert.Equal(["a", "c", "b"], TopicGraph.FindCycle(Graph(("a", ["c"]), ("b", ["a"]), ("c", ["b"]))));

    [Fact]
    public void A_topic_that_needs_itself_is_a_circle_of_one() => Assert.Equal(["a"], TopicGraph.FindCycle(Graph(("a", ["a"]))));

    [Fact]
    public void A_circle_behind_a_sound_start_is_found_without_the_start() =>
        Assert.Equal(["b", "c"], TopicGraph.FindCycle(Graph(("a", ["b"]), ("b", ["c"]), ("c", ["b"]))));

    [Fact]
    public void What_another_prerequisite_implies_is_not_direct() =>
        Assert.Equal(["b"], TopicGraph.Direct("c", Graph(("a", []), ("b", ["a"]), ("c", ["a", "b"]))));

    [Fact]
    public void What_is_implied_over_two_steps_is_not_direct_either() =>
        Assert.Equal(["c"], TopicGraph.Direct("d", Graph(("a", []), ("b", ["a"]), ("c", ["b"]), ("d", ["a", "c"]))));

    private static Dictionary<string, IReadOnlyList<string>> Graph(params (string Topic, string[] Needs)[] edges) =>
        edges.ToDictionary(e => e.Topic, IReadOnlyList<string> (e) => e.Needs, StringComparer.Ordinal);
}

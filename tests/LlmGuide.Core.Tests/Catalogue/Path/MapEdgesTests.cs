using CsCheck;

using LlmGuide.Core.Catalogue.Path;

namespace LlmGuide.Core.Tests.Catalogue.Path;

/// <summary>From a drawn map one can read off again which topics its tracks join.</summary>
public sealed class MapEdgesTests
{
    private static readonly Gen<int?[]> Paths = Gen.Int[0, 14].SelectMany(count => Gen.Int[-1, 1000].Array[count]
        .Select(all => all.Select((one, at) => one < 0 || at == 0 ? (int?)null : one % at).ToArray()));

    [Fact]
    public void Every_drawn_edge_comes_from_the_topic_that_it_was_drawn_from() => Paths.Sample(nearest =>
    {
        var rows = PathMap.Layout(nearest);
        var edges = MapEdges.Of(rows);
        foreach (var (at, row) in rows.Index())
        {
            var drawn = row.Enters is { Kind: not TrackKind.Stub };
            Assert.Equal(drawn ? nearest[at] : null, edges[at].Enters?.From);
        }
    });

    [Fact]
    public void Every_lane_leads_on_to_a_topic_below_and_each_child_is_on_its_way() => Paths.Sample(nearest =>
    {
        var rows = PathMap.Layout(nearest);
        var edges = MapEdges.Of(rows);
        foreach (var (at, row) in rows.Index())
        {
            Assert.Equal(row.Passes.Order(), edges[at].Passes.Keys.Order());
            Assert.All(edges[at].Passes.Values.Concat(edges[at].Leaves.Values), edge => Assert.All(edge.To, to => Assert.True(to > at)));
            Assert.All(edges[at].Passes.Values.Concat(edges[at].Leaves.Values), edge => Assert.NotEmpty(edge.To));
            Assert.All(edges[at].Above.Values, edge => Assert.All(edge.To, to => Assert.True(to >= at && edge.From < at)));
        }
    });
}

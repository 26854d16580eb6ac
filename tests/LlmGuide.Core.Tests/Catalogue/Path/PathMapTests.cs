using CsCheck;

using LlmGuide.Core.Catalogue.Path;

namespace LlmGuide.Core.Tests.Catalogue.Path;

public sealed class PathMapTests
{
    // The nearest prerequisite of each topic of the seed, and the rows that the design's reference layout gives for them:
    // station, what enters, what leaves, which lanes pass.
    private static readonly int?[] Seed = [null, 0, 0, 2, 2, 4, 0, 2, 4, 8, 8, 0, 11, 8, 11, 4, 15, 16, 15, 15, 8, 20, 11, 7, 15, 2];

    private const string Reference = """
        0 - straight:0,curve:1 -
        0 straight:0 - 1
        0 curve:1 straight:0,curve:2 1
        0 straight:0 - 1,2
        0 curve:2 straight:0,curve:3 1,2
        0 straight:0 - 1,2,3
        0 curve:1 - 1,2,3
        0 curve:2 - 1,3
        0 curve:3 straight:0,curve:2 1,3
        0 straight:0 - 1,2,3
        0 curve:2 - 1,2,3
        0 curve:1 straight:0,curve:1 2,3
        0 straight:0 - 1,2,3
        0 curve:2 - 1,2,3
        0 curve:1 - 1,2,3
        0 curve:3 straight:0,curve:3 1,2
        0 straight:0 straight:0 1,2,3
        0 straight:0 - 1,2,3
        0 curve:3 - 1,2,3
        0 curve:3 - 1,2,3
        0 curve:2 straight:0 1,3
        0 straight:0 - 1,3
        0 curve:1 - 3
        0 stub - 3
        0 curve:3 - -
        0 stub - -
        """;

    private static readonly Gen<int?[]> AnyPath = Gen.Int[1, 40].SelectMany(count => Gen.Int[0, 1000].Array[count])
        .Select(seeds => seeds.Select((seed, index) => index == 0 || seed % 7 == 0 ? null : (int?)(seed % index)).ToArray());

    [Fact]
    public void The_seed_is_laid_out_as_the_design_has_it() =>
        Assert.Equal(Reference.ReplaceLineEndings("\n"), string.Join('\n', PathMap.Layout(Seed).Select(Text)));

    [Fact]
    public void No_map_has_more_than_four_lanes() => AnyPath.Sample(path =>
        PathMap.Layout(path).All(row => row.Passes.Append(row.Station).Concat(row.Leaves.Select(l => l.Lane)).All(lane => lane < 4)));

    [Fact]
    public void No_two_tracks_share_a_lane_in_a_row() => AnyPath.Sample(path =>
        PathMap.Layout(path).All(row => row.Passes.Append(row.Station).Distinct().Count() == row.Passes.Count + 1));

    [Fact]
    public void What_enters_a_row_left_the_rows_above() => AnyPath.Sample(path =>
    {
        var rows = PathMap.Layout(path);
        return rows.Skip(1).Select((row, index) => (row, above: rows[index])).All(pair =>
            pair.row.Enters is null or { Kind: TrackKind.Stub }
            || pair.above.Passes.Contains(pair.row.Enters.Lane)
            || pair.above.Leaves.Any(track => track.Lane == pair.row.Enters.Lane));
    });

    [Fact]
    public void A_topic_without_prerequisites_has_nothing_coming_in() => AnyPath.Sample(path =>
        PathMap.Layout(path).Zip(path).All(pair => pair.Second is not null || pair.First.Enters is null));

    [Fact]
    public void An_empty_path_has_no_rows() => Assert.Empty(PathMap.Layout([]));

    private static string Text(MapRow row) => string.Join(
        ' ',
        row.Station,
        row.Enters switch { null => "-", { Kind: TrackKind.Stub } => "stub", var track => Text(track) },
        List(row.Leaves.Select(Text)),
        List(row.Passes.Order().Select(lane => $"{lane}")));

    private static string Text(MapTrack track) => $"{track.Kind}:{track.Lane}".ToLowerInvariant();

    private static string List(IEnumerable<string> parts) => string.Join(',', parts) is { Length: > 0 } text ? text : "-";
}

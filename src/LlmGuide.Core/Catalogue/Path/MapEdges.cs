namespace LlmGuide.Core.Catalogue.Path;

/// <summary>What a drawn track joins, as places along the path from 0.</summary>
/// <param name="To">The topics that it leads to from here on; several share one lane.</param>
public sealed record MapEdge(int From, IReadOnlyList<int> To);

/// <summary>The edges that the tracks of one row belong to; those of lanes by lane.</summary>
/// <param name="Enters">Of the track that comes in; <c>null</c> where none is drawn.</param>
/// <param name="Above">Of the lanes at the top edge of the row.</param>
public sealed record MapEdges(
    MapEdge? Enters, IReadOnlyDictionary<int, MapEdge> Leaves, IReadOnlyDictionary<int, MapEdge> Passes,
    IReadOnlyDictionary<int, MapEdge> Above)
{
    /// <summary>Reads off a map which topics each of its tracks joins.</summary>
    public static IReadOnlyList<MapEdges> Of(IReadOnlyList<MapRow> rows)
    {
        var parents = new int?[rows.Count];
        var above = new Dictionary<int, int>[rows.Count];
        var below = new Dictionary<int, int>();
        for (var at = 0; at < rows.Count; at++)
        {
            var row = rows[at];
            above[at] = below;
            parents[at] = row.Enters is { Kind: not TrackKind.Stub } enters ? below[enters.Lane] : null;
            below = row.Passes.ToDictionary(lane => lane, lane => above[at][lane]);
            foreach (var track in row.Leaves)
            {
                below[track.Lane] = at;
            }
        }

        return [.. rows.Select((row, at) => new MapEdges(
            parents[at] is { } parent ? new MapEdge(parent, [at]) : null,
            row.Leaves.ToDictionary(track => track.Lane, track => Edge(track.Lane, at, at + 1)),
            row.Passes.ToDictionary(lane => lane, lane => Edge(lane, above[at][lane], at + 1)),
            row.Above.ToDictionary(lane => lane, lane => Edge(lane, above[at][lane], at))))];

        MapEdge Edge(int lane, int from, int first) => new(
            from,
            [.. Enumerable.Range(first, rows.Count - first).Where(child => parents[child] == from && rows[child].Enters!.Lane == lane)]);
    }
}

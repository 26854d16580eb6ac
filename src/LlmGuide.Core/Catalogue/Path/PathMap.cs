namespace LlmGuide.Core.Catalogue.Path;

/// <summary>What comes into a station from above.</summary>
/// <param name="Lane">The lane it comes along; the station's own for <see cref="TrackKind.Straight"/>.</param>
public sealed record MapTrack(TrackKind Kind, int Lane);

public enum TrackKind
{
    /// <summary>Stays in its lane.</summary>
    Straight,

    /// <summary>Changes lane.</summary>
    Curve,

    /// <summary>Comes from a topic too far away to draw; the words beside it still say which.</summary>
    Stub,
}

/// <summary>One row of the drawn path: a station and the tracks around it. Lanes count from 0, left to right.</summary>
public sealed record MapRow(int Station, MapTrack? Enters, IReadOnlyList<MapTrack> Leaves, IReadOnlyList<int> Passes)
{
    /// <summary>The lanes that are in use at the top edge of this row, and so at the bottom edge of the one above.</summary>
    public IReadOnlyList<int> Above => Enters switch
    {
        null or { Kind: TrackKind.Stub } => Passes,
        { Lane: var lane } => Passes.Contains(lane) ? Passes : [.. Passes, lane],
    };
}

/// <summary>
/// Lays the prerequisite graph out as a railway map, one row a topic, following the design (docs/decisions/0007-path-map.md):
/// a topic that leads straight to the next keeps its lane, its later dependants share one lane that moves outward and is
/// free again after the last of them, and every station takes the leftmost free lane. While more than
/// <c>maxLanes</c> are needed, the longest edge between topics that are not neighbours becomes a stub.
/// </summary>
public static class PathMap
{
    /// <param name="nearest">For each topic in path order, the index of the prerequisite to draw a line from, or <c>null</c>.</param>
    public static IReadOnlyList<MapRow> Layout(IReadOnlyList<int?> nearest, int maxLanes = 4)
    {
        var stubs = new HashSet<int>();
        while (true)
        {
            var (rows, lanes) = new Drawing(nearest, stubs).Place();
            if (lanes <= maxLanes || LongestEdge(nearest, stubs) is not { } longest)
            {
                return rows;
            }

            stubs.Add(longest);
        }
    }

    private static int? LongestEdge(IReadOnlyList<int?> nearest, HashSet<int> stubs)
    {
        int? longest = null;
        var span = 1;
        for (var i = 0; i < nearest.Count; i++)
        {
            if (nearest[i] is { } from && !stubs.Contains(i) && i - from > span)
            {
                span = i - from;
                longest = i;
            }
        }

        return longest;
    }

    private sealed class Drawing(IReadOnlyList<int?> nearest, HashSet<int> stubs)
    {
        private readonly int[] _station = new int[nearest.Count];
        private readonly SortedDictionary<int, int> _shared = [];
        private readonly HashSet<int> _taken = [];
        private int _lanes;

        public (IReadOnlyList<MapRow> Rows, int Lanes) Place()
        {
            var rows = Enumerable.Range(0, nearest.Count).Select(Row).ToList();
            return (rows, _lanes);
        }

        private MapRow Row(int topic)
        {
            var enters = Enter(topic);
            _taken.Add(_station[topic]);
            var passes = _shared.Values.ToList();
            return new MapRow(_station[topic], enters, Leave(topic), passes);
        }

        private MapTrack? Enter(int topic)
        {
            if (Parent(topic) is not { } parent)
            {
                _station[topic] = LeftmostFree();
                return nearest[topic] is null ? null : new MapTrack(TrackKind.Stub, _station[topic]);
            }

            if (parent == topic - 1)
            {
                _station[topic] = _station[parent];
                return new MapTrack(TrackKind.Straight, _station[topic]);
            }

            var lane = _shared[parent];
            if (ChildrenOf(parent).Max() == topic)
            {
                _taken.Remove(lane);
                _shared.Remove(parent);
            }

            _station[topic] = LeftmostFree();
            return new MapTrack(lane == _station[topic] ? TrackKind.Straight : TrackKind.Curve, lane);
        }

        private List<MapTrack> Leave(int topic)
        {
            var leaves = new List<MapTrack>();
            var children = ChildrenOf(topic).ToList();
            var leadsOn = children.Contains(topic + 1);
            if (leadsOn)
            {
                leaves.Add(new MapTrack(TrackKind.Straight, _station[topic]));
            }

            if (children.Exists(child => child != topic + 1))
            {
                var lane = leadsOn ? LeftmostFree(_station[topic] + 1) : _station[topic];
                leaves.Add(new MapTrack(leadsOn ? TrackKind.Curve : TrackKind.Straight, lane));
                _shared[topic] = lane;
                _taken.Add(lane);
                _lanes = Math.Max(_lanes, lane + 1);
            }

            if (!leadsOn && !_shared.ContainsKey(topic))
            {
                _taken.Remove(_station[topic]);
            }

            _lanes = Math.Max(_lanes, _station[topic] + 1);
            return leaves;
        }

        private int? Parent(int topic) => stubs.Contains(topic) ? null : nearest[topic];

        private IEnumerable<int> ChildrenOf(int topic) => Enumerable.Range(0, nearest.Count).Where(child => Parent(child) == topic);

        private int LeftmostFree(int from = 0)
        {
            while (_taken.Contains(from))
            {
                from++;
            }

            return from;
        }
    }
}

using System.Globalization;
using System.Xml.Linq;

using LlmGuide.Core.Leaderboards.Benchmarks;
using LlmGuide.Web.Shared.Display;
using LlmGuide.Web.Shared.Xml;

namespace LlmGuide.Web.Leaderboards.Benchmarks.Charts;

/// <summary>
/// The best so far as a step line, drawn on the server: 1040 by 400, horizontal grid only, lines named at their end, the
/// steps that matter by their model. A second track is dashed, with diamonds; what was not the best is a hollow ring.
/// </summary>
internal sealed class BoardChart
{
    private const double Left = 44;
    private const double Right = 1036;
    private const double Top = 28;
    private const double Bottom = 366;
    private const int MostNames = 8;
    private const int LongestName = 34;

    private readonly BoardView _board;
    private readonly BestOverTime _history;
    private readonly ChartScale _scale;
    private readonly ChartStory _story;
    private readonly int _first;
    private readonly int _last;
    private readonly ChartLabels _labels = new(Left + 2, 1040, 4, Bottom - 2);
    private readonly IReadOnlyDictionary<int, double> _positions;
    private readonly IReadOnlyList<(BoardRow Line, double Value)> _references;
    private readonly XElement _svg;

    public BoardChart(BoardView board)
    {
        (_board, _history) = (board, board.History!);
        (_positions, _references) = (_history.Positions(), board.ChartedReferences());
        var all = _history.Tracks.SelectMany(t => t.Points).Select(p => p.Result).ToList();
        var values = all.Select(r => r.Value).Concat(_references.Select(r => r.Value)).ToList();
        _scale = ChartScale.For(values.Min(), values.Max());
        (_first, _last) = (all.Min(r => r.Date!.Value.Year), all.Max(r => r.Date!.Value.Year));
        _story = new ChartStory(board, _first, _last);
        _svg = new XElement(
            "svg",
            new XAttribute("viewBox", "0 0 1040 400"), new XAttribute("role", "img"), new XAttribute("aria-labelledby", "ch-t ch-d"),
            new XElement("title", new XAttribute("id", "ch-t"), Title), new XElement("desc", new XAttribute("id", "ch-d"), _story.Text));
        Draw();
    }

    /// <summary>Inline SVG; every word in it is encoded.</summary>
    public string Svg => XmlText.Of(_svg);

    public double AxisStart => _scale.Least;

    public string Title => _story.Title;

    private void Draw()
    {
        Axes();
        References();
        foreach (var track in _history.Tracks)
        {
            Line(track);
        }

        foreach (var point in _history.Tracks.SelectMany(t => t.Points).Where(p => !p.WasBest))
        {
            Ring(point.Result);
        }

        Array.ForEach([.. _history.Tracks.Index()], track => Steps(track.Item, track.Index));
        Array.ForEach([.. _history.Tracks.Index()], track => End(track.Item, track.Index));

        foreach (var track in _history.Tracks)
        {
            Names(track);
        }
    }

    private void Axes()
    {
        foreach (var tick in _scale.Ticks.Where(t => t < _scale.Most + (_scale.Step / 2)))
        {
            Add("line", ("class", "grid"), ("x1", Left), ("x2", Right), ("y1", Y(tick)), ("y2", Y(tick)));
            Words(Left - 8, Y(tick) + 4.5, ScoreLabels.Number(tick), "end", null);
        }

        // A year is a stretch, and its name stands under the middle of it.
        var every = Math.Max(1, (int)Math.Ceiling((_last - _first + 1) / 14.0));
        for (var year = _first; year <= _last; year++)
        {
            Add("line", ("class", "axis"), ("x1", X(year)), ("x2", X(year)), ("y1", Bottom), ("y2", Bottom + 5));
            if ((_last - year) % every == 0)
            {
                Words(X(year + 0.5), Bottom + 21, Invariant($"{year}"), "middle", null);
            }
        }

        Add("line", ("class", "axis"), ("x1", Left), ("x2", Right), ("y1", Bottom), ("y2", Bottom));
    }

    // Named at the left, above their line: at the right stand the best.
    private void References()
    {
        foreach (var (line, value) in _references)
        {
            Add("line", ("class", "ref"), ("x1", Left), ("x2", Right), ("y1", Y(value)), ("y2", Y(value)));
            _labels.KeepLine(Left, Y(value), Right, Y(value));
            Words(Left + 4, Y(value) - 5, $"{Short(line.Model)} {ScoreLabels.Of(line.Scores[_board.Charted!.Id])}", "start", "lab2");
        }
    }

    private void Line(TrackHistory track)
    {
        var steps = track.Steps.ToList();
        var path = Invariant($"M{At(X(steps[0]))} {At(Y(steps[0].Value))}");
        foreach (var (before, step) in steps.Zip(steps.Skip(1)))
        {
            path += Invariant($"H{At(X(step))}V{At(Y(step.Value))}");
            _labels.KeepLine(X(before), Y(before.Value), X(step), Y(before.Value));
            _labels.KeepLine(X(step), Y(before.Value), X(step), Y(step.Value));
        }

        _labels.KeepLine(X(steps[^1]), Y(steps[^1].Value), Right, Y(steps[^1].Value));
        Add("path", ("class", track == _history.Tracks[0] ? "s1" : "s2"), ("d", path + Invariant($"H{At(Right)}")));
    }

    private void Ring(DatedValue result)
    {
        _labels.Keep(X(result), Y(result.Value));
        Add("circle", ("class", "p0"), ("cx", X(result)), ("cy", Y(result.Value)), ("r", 4));
    }

    private void Steps(TrackHistory track, int index)
    {
        foreach (var step in track.Steps)
        {
            var (x, y) = (X(step), Y(step.Value));
            _labels.Keep(x, y);
            if (index == 0)
            {
                Add("circle", ("class", "p1"), ("cx", x), ("cy", y), ("r", 5));
            }
            else
            {
                Add("rect", ("class", "p2"), ("x", x - 5), ("y", y - 5), ("width", 10), ("height", 10), (
                    "transform", Invariant($"rotate(45 {At(x)} {At(y)})")));
            }
        }
    }

    private void End(TrackHistory track, int index)
    {
        var name = track.Track.Length == 0 ? "best so far" : track.Track;
        var y = Y(track.Steps.Last().Value);
        if ((_labels.Place(Right - 4, y + 6, name) ?? _labels.Place(Right - 4, y - 12, name)) is { } place)
        {
            Words(place.X, place.Y, name, place.Anchor, index == 0 ? "t1" : "t2");
        }
    }

    // The last, the first, and those that moved the line most.
    private void Names(TrackHistory track)
    {
        var steps = track.Steps.ToList();
        var moves = steps.Select((step, i) => (step, Move: i == 0 ? 0 : Math.Abs(step.Value - steps[i - 1].Value))).ToList();
        foreach (var (step, _) in moves.OrderByDescending(m => m.step == steps[^1])
            .ThenByDescending(m => m.step == steps[0]).ThenByDescending(m => m.Move).Take(MostNames))
        {
            var words = step == steps[^1] ? $"{Short(step.Model)} {ChartStory.Value(step)}" : Short(step.Model);
            if (_labels.Place(X(step), Y(step.Value), words) is { } place)
            {
                Words(place.X, place.Y, words, place.Anchor, step == steps[^1] ? "lab" : "lab2");
            }
        }
    }

    private void Words(double x, double y, string words, string anchor, string? css) => _svg.Add(new XElement(
        "text", css is null ? null : new XAttribute("class", css), new XAttribute("x", At(x)),
        new XAttribute("y", At(y)), new XAttribute("text-anchor", anchor), words));

    private void Add(string element, params (string Name, object Value)[] attributes) => _svg.Add(new XElement(
        element, attributes.Select(a => new XAttribute(a.Name, a.Value is double number ? At(number) : a.Value))));

    private double X(DatedValue result) => X(_positions[result.Id]);

    private double X(double position) => Left + ((position - _first) / (_last + 1 - _first) * (Right - Left));

    private double Y(double value) => Bottom - ((value - _scale.Least) / (_scale.Most - _scale.Least) * (Bottom - Top));

    // Authors and year are in the table; here they would hide the line.
    private static string Short(string model) => Labels.Excerpt(model.Split(" (", 2)[0], LongestName);

    private static string At(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}

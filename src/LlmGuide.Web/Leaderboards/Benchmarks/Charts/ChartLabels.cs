namespace LlmGuide.Web.Leaderboards.Benchmarks.Charts;

/// <summary>
/// Places words in a chart where they cover neither each other nor a point. What finds no place is left out: it is in the table.
/// </summary>
internal sealed class ChartLabels(double left, double right, double top, double bottom)
{
    /// <summary>The mean width of a letter at 13 px; a little more than it is, so that words keep apart.</summary>
    private const double Letter = 6.9;
    private const double Height = 16;
    private const double Gap = 9;

    private readonly List<(double Left, double Top, double Right, double Bottom)> _taken = [];

    /// <summary>Keeps a point free.</summary>
    public void Keep(double x, double y) => _taken.Add((x - 6, y - 6, x + 6, y + 6));

    /// <summary>Keeps a stretch of a line free.</summary>
    public void KeepLine(double x1, double y1, double x2, double y2) =>
        _taken.Add((Math.Min(x1, x2) - 1, Math.Min(y1, y2) - 1, Math.Max(x1, x2) + 1, Math.Max(y1, y2) + 1));

    /// <summary>
    /// Finds a place for words that belong to a point: above it to the left, below it to the right, then elsewhere around.
    /// </summary>
    /// <returns>Where the baseline begins or ends; <c>null</c> when everything around is taken.</returns>
    public LabelPlace? Place(double x, double y, string words)
    {
        var width = words.Length * Letter;
        LabelPlace[] places =
        [
            new(x - Gap, y - Gap + 4, "end"), new(x + Gap, y + Height, "start"), new(x + 4, y - Gap, "start"),
            new(x - Gap, y + Height, "end"), new(x + Gap, y + 4, "start"), new(x - Gap, y + 4, "end"),
            new(x, y - Gap - 4, "middle"), new(x, y + Height + 6, "middle"),
        ];
        foreach (var place in places)
        {
            var from = place.Anchor switch { "end" => place.X - width, "middle" => place.X - (width / 2), _ => place.X };
            var box = (Left: from, Top: place.Y - 12, Right: from + width, Bottom: place.Y + 4);
            if (box.Left >= left && box.Right <= right && box.Top >= top && box.Bottom <= bottom
                && !_taken.Exists(t => t.Left < box.Right && box.Left < t.Right && t.Top < box.Bottom && box.Top < t.Bottom))
            {
                _taken.Add(box);
                return place;
            }
        }

        return null;
    }
}

/// <param name="Anchor">What stands at <paramref name="X"/>: start, middle or end.</param>
internal sealed record LabelPlace(double X, double Y, string Anchor);

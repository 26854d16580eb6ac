namespace LlmGuide.Web.Leaderboards.Benchmarks.Charts;

/// <summary>The vertical axis of a chart: round values around the data, four to six of them.</summary>
internal sealed record ChartScale(double Least, double Most, double Step)
{
    private const int Lines = 5;

    public static ChartScale For(double min, double max)
    {
        var range = max > min ? max - min : Math.Max(Math.Abs(max) * 0.1, 1e-6);
        var rough = range / Lines;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var step = (rough / power) switch { <= 1 => 1, <= 2 => 2, <= 5 => 5, _ => 10 } * power;
        return new ChartScale(Math.Floor((min - (range * 0.05)) / step) * step, Math.Ceiling((max + (range * 0.05)) / step) * step, step);
    }

    public IEnumerable<double> Ticks
    {
        get
        {
            var count = (int)Math.Round((Most - Least) / Step);
            return Enumerable.Range(0, count + 1).Select(i => Math.Round(Least + (i * Step), 10));
        }
    }
}

namespace LlmGuide.Core.Leaderboards.Benchmarks;

/// <summary>Which results of a leaderboard are shown, and in what order.</summary>
/// <param name="Sort"><c>model</c>, <c>date</c>, <c>source</c> or the key of a metric; <c>null</c> for the first metric.</param>
/// <param name="Reversed">Worst, last or latest in the alphabet first.</param>
/// <param name="Setting">The key of the only one to show; <c>null</c> for all.</param>
/// <param name="Year">Only this year; <c>null</c> for all.</param>
/// <param name="Version">The key of the only version of the benchmark to show; <c>null</c> for all.</param>
/// <param name="Measured"><see cref="Independent"/> or <see cref="SelfReported"/>; <c>null</c> for all.</param>
public sealed record BoardFilter(
    string? Sort = null, bool Reversed = false, string? Setting = null, int? Year = null, string? Version = null, string? Measured = null)
{
    public const string Independent = "independent";
    public const string SelfReported = "self-reported";
    public const string ByModel = "model";
    public const string ByDate = "date";
    public const string BySource = "source";
}

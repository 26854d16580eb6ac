namespace LlmGuide.Core.Leaderboards.Metrics.Scoring;

/// <summary>The share of answers that are right, from 0 to 1.</summary>
public static class Accuracy
{
    /// <param name="predicted">One answer for each question.</param>
    /// <param name="gold">The right ones, in the same order.</param>
    public static double Score<T>(IReadOnlyCollection<T> predicted, IReadOnlyCollection<T> gold) =>
        (double)Right(predicted, gold) / gold.Count;

    public static int Right<T>(IReadOnlyCollection<T> predicted, IReadOnlyCollection<T> gold) =>
        predicted.Zip(gold).Count(pair => EqualityComparer<T>.Default.Equals(pair.First, pair.Second));
}

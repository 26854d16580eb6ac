using System.Globalization;

using LlmGuide.Core.Interchange.Seed;
using LlmGuide.Core.Tests.Databases;

namespace LlmGuide.Core.Tests.Interchange;

/// <summary>Looks for figures, computed from their formulas, in the texts of the topics that state them.</summary>
internal static class WorkedNumbers
{
    public const double Million = 1e6;
    public const double Billion = 1e9;

    private static readonly Dictionary<string, SeedTopic> Topics =
        new SeedReader(GuideDatabase.SeedFolder).Read().Topics.ToDictionary(t => t.Value.Slug!, t => t.Value, StringComparer.Ordinal);

    /// <summary>Every claim stands in the topic: in its introduction, its checks, its concepts or the reasons for its works.</summary>
    public static void Holds(string topic, params FormattableString[] claims)
    {
        var seed = Topics[topic];
        var texts = seed.Checks.SelectMany(c => new[] { c.Question, c.Answer }).Concat(seed.Concepts.Select(c => c.Definition))
            .Concat(seed.Resources.Select(p => p.Why)).Prepend(seed.Introduction);
        var plain = texts.Select(t => t!.Replace("{,}", ",", StringComparison.Ordinal));
        var text = string.Join(' ', plain.SelectMany(t => t.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        Assert.All(claims, claim => Assert.Contains(claim.ToString(CultureInfo.InvariantCulture), text, StringComparison.Ordinal));
    }

    /// <summary>The standard error of a share, in points.</summary>
    public static double StandardError(double share, int items) => 100 * Math.Sqrt(share * (1 - share) / items);

    /// <summary>In how many ways <paramref name="few"/> can be chosen from <paramref name="many"/>.</summary>
    public static double Choose(int many, int few) => Enumerable.Range(0, few).Aggregate(1.0, (ways, i) => ways * (many - i) / (i + 1));
}

using LlmGuide.Core.Search;

namespace LlmGuide.Core.Tests.Search;

/// <summary>Queries with their right first hits, and how well they are answered.</summary>
internal static class SearchSet
{
    /// <summary>By which the rules of ranking were found.</summary>
    public const string Own = "queries.tsv";

    /// <summary>Written before anything was searched.</summary>
    public const string Unseen = "queries-unseen.tsv";

    /// <summary>Written after what that one showed was mended, and before these were searched.</summary>
    public const string Fresh = "queries-fresh.tsv";

    public static IReadOnlyList<string> All { get; } = [Own, Unseen, Fresh];

    /// <param name="seed">The folder of the seed, by which the others are found.</param>
    public static IReadOnlyList<SearchedFor> Read(string seed, string name) =>
        [.. File.ReadLines(Path.Combine(seed, "..", "..", "tests", "LlmGuide.Core.Tests", "Search", name))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split('\t')).Select(part => new SearchedFor(part[0], part[1].Split(' '), part[2].Split(' ')))];

    public static async Task<SearchScore> ScoreAsync(
        SearchQuery search, IReadOnlyList<SearchedFor> queries, CancellationToken cancellationToken)
    {
        var ranks = new List<(SearchedFor Query, int Rank, string First)>();
        foreach (var query in queries)
        {
            var hits = (await search.RunAsync(new SearchRequest(query.Text), 1, cancellationToken)).Hits.Items;
            var rank = hits.Select(hit => hit.Match).TakeWhile(match => !query.IsAnsweredBy(match)).Count() + 1;
            var first = hits.Count == 0 ? "nothing" : $"{hits[0].Match.Type.ToSlug()} {hits[0].Match.Slug}";
            ranks.Add((query, rank > hits.Count ? 0 : rank, first));
        }

        return new SearchScore(
            ranks.Average(one => one.Rank == 0 ? 0 : 1.0 / one.Rank),
            [.. ranks.Where(one => one.Rank == 0).Select(one => $"{one.Query.Text} (first: {one.First})")],
            [.. ranks.Where(one => one.Rank > 1).Select(one => $"{one.Query.Text}: {one.Rank} (first: {one.First})")]);
    }
}

/// <param name="Types">Of either kind.</param>
/// <param name="Slugs">Any of these is right.</param>
internal sealed record SearchedFor(string Text, IReadOnlyList<string> Types, IReadOnlyList<string> Slugs)
{
    public bool IsAnsweredBy(TextMatch match) => Types.Contains(match.Type.ToSlug()) && Slugs.Contains(match.Slug);
}

/// <param name="MeanReciprocalRank">1 when each right hit is the first.</param>
/// <param name="Missed">The queries whose right hit is not on the first page.</param>
/// <param name="Late">Those whose right hit is there, behind others.</param>
internal sealed record SearchScore(double MeanReciprocalRank, IReadOnlyList<string> Missed, IReadOnlyList<string> Late);

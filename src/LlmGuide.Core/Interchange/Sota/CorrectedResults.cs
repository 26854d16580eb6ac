using System.Globalization;

using LlmGuide.Core.Data;
using LlmGuide.Core.Leaderboards.Edits;
using LlmGuide.Core.Leaderboards.Results;
using LlmGuide.Core.Revisions;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Interchange.Sota;

/// <summary>
/// What the results of a board said before they were corrected here, from their revisions: a file from then would bring the wrong
/// number back beside the right one.
/// </summary>
internal sealed class CorrectedResults
{
    private readonly List<Correction> _corrections;

    private CorrectedResults(List<Correction> corrections) => _corrections = corrections;

    /// <param name="stored">All results of the board, with their scores.</param>
    public static async Task<CorrectedResults> ReadAsync(
        GuideDb db, IReadOnlyList<BenchmarkResult> stored, CancellationToken cancellationToken)
    {
        // Not paged: of one board, and few results are ever edited; most boards have none, and ask nothing.
        var edited = stored.Where(r => r.Version > 0).ToDictionary(r => r.Id);
        var revisions = edited.Count == 0 ? [] : await db.Revisions.AsNoTracking()
            .Where(v => v.Kind == LogKind.Result && edited.Keys.Contains(v.SubjectId) && v.Before != null).OrderByDescending(v => v.Id)
            .Select(v => new { v.SubjectId, v.Before, v.Entry.At, v.Entry.Reason }).ToListAsync(cancellationToken);
        return new CorrectedResults(
            [.. revisions.Select(v => new Correction(edited[v.SubjectId], DraftJson.Read<ResultDraft>(v.Before!), v.At, v.Reason))]);
    }

    /// <returns>The latest correction of what a row still says; <c>null</c> when it says nothing that was corrected.</returns>
    public Correction? Of(ReadRow row, string setting) => _corrections.Find(c => c.Was(row, setting));
}

internal sealed record Correction(BenchmarkResult Result, ResultDraft Before, DateTimeOffset At, string? Reason)
{
    /// <summary>Whether a row says what was said before: see <see cref="KnownResults"/> for what makes two the same.</summary>
    public bool Was(ReadRow row, string setting)
    {
        var shared = row.Scores.Select(s => (Row: s, Before: Before.Scores.FirstOrDefault(b => b.Metric == s.Metric)))
            .Where(s => s.Before is not null).ToList();
        return string.Equals(Before.Model, row.Row.Model, StringComparison.OrdinalIgnoreCase)
            && Before.Setting == setting && Before.Track.Length > 0 == row.Row.ExtraData
            && KnownResults.IsPaper(Before.PaperUrl, row.PaperUrl)
            && shared.Count > 0 && shared.TrueForAll(
                s => s.Before!.Value == s.Row.Text || s.Row.Value.Equals(ScoreText.Read(s.Before.Value).Value));
    }

    /// <summary>For the report, which result it is, what it says now, and why.</summary>
    public string Told
    {
        get
        {
            var now = Result.Scores.ToDictionary(
                s => s.Metric.Name, s => s.Text ?? s.Value.ToString(CultureInfo.InvariantCulture), StringComparer.Ordinal);
            var differ = Before.Scores.Where(s => now.GetValueOrDefault(s.Metric) != s.Value)
                .Select(s => $"{s.Metric} is {now.GetValueOrDefault(s.Metric, "not given")}, not {s.Value}").ToList();
            if (Result.Model != Before.Model)
            {
                differ.Add($"the model is “{Result.Model}”");
            }

            var what = differ.Count == 0 ? "" : $": {string.Join("; ", differ)}";
            return string.Create(
                CultureInfo.InvariantCulture,
                $"Corrected here since, as result {Result.Id} on {At:yyyy-MM-dd}{what}.{(Reason is { Length: > 0 } why ? $" {why}" : "")}");
        }
    }
}

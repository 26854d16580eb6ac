using LlmGuide.Core.Interchange.Seed;
using LlmGuide.Core.Leaderboards.Results;
using LlmGuide.Core.Tests.Databases;

namespace LlmGuide.Core.Tests.Interchange;

/// <summary>The results of this checkout: where each is from, and the faults that tables of results are known for.</summary>
public sealed class SeedResultTests
{
    private static readonly string[] Permissive = ["MIT", "Apache-2.0", "CC0 1.0", "CC BY-SA 4.0"];

    private static readonly string[] NoModels =
        ["human performance", "random performance", "lead-3", "majority", "oracle", "people", "experts"];

    private static SeedFolder Seed { get; } = new SeedReader(GuideDatabase.SeedFolder).Read();

    private static IReadOnlyList<(Located<SeedTable> At, SeedResult Row)> Rows { get; } =
        [.. Seed.Tables.SelectMany(at => at.Value.Results, (at, row) => (at, row))];

    [Fact]
    public void Every_result_has_a_source_a_licence_and_who_measured_it()
    {
        var sources = Seed.Sources.ToDictionary(s => s.Value.Slug!, s => s.Value, StringComparer.Ordinal);
        Assert.All(Rows, r =>
        {
            Assert.Contains(sources[r.At.Value.Source!].Licence, Permissive);
            Assert.NotEmpty(sources[r.At.Value.Source!].Attribution!);
            Assert.NotNull(Measurer.Parse(r.Row.MeasuredBy ?? r.At.Value.MeasuredBy));
            Assert.StartsWith("https://", r.At.Value.SourceUrl, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void No_model_has_the_same_numbers_on_two_benchmarks() => Assert.Empty(Rows.Where(r => r.Row.Scores.Count >= 3)
        .GroupBy(r => string.Join(
            "; ", r.Row.Scores.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => s.Key + s.Value).Prepend(r.Row.Model)))
        .Where(g => g.Select(r => r.At.Value.Benchmark).Distinct(StringComparer.Ordinal).Count() > 1).Select(g => g.Key));

    [Fact]
    public void Nothing_is_listed_twice() => Assert.Empty(Rows
        .GroupBy(r => string.Join(
            " | ", r.At.Value.Benchmark, r.Row.Model, r.Row.Setting ?? r.At.Value.Setting, r.Row.Track, r.Row.Version ?? r.At.Value.Version,
            r.Row.Note, r.Row.Paper, r.Row.Date, string.Join("; ", r.Row.Scores.Select(s => s.Key + s.Value))))
        .Where(g => g.Count() > 1).Select(g => g.Key));

    [Fact]
    public void Passing_all_of_more_trials_is_never_easier() => Assert.All(
        Rows.Where(r => r.Row.Scores.ContainsKey("pass^1")), r =>
        {
            var values = r.Row.Scores.Where(s => s.Key.StartsWith("pass^", StringComparison.Ordinal))
                .OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => ScoreText.Read(s.Value).Value!.Value).ToList();
            Assert.Equal(values.OrderDescending(), values);
        });

    [Fact]
    public void What_is_no_model_is_marked_as_a_line() => Assert.All(
        Rows.Where(r => Array.Exists(NoModels, name => r.Row.Model!.Contains(name, StringComparison.OrdinalIgnoreCase))),
        r => Assert.True(r.Row.Reference is not null, $"{r.At.File}: {r.Row.Model}"));

    [Fact]
    public void What_adapts_while_it_is_tested_has_a_track_of_its_own() => Assert.All(
        Rows.Where(r => r.Row.Model!.Contains("dynamic eval", StringComparison.OrdinalIgnoreCase)
            || r.Row.Model.Contains("cache", StringComparison.OrdinalIgnoreCase)),
        r => Assert.Equal("dynamic evaluation", r.Row.Track));

    [Fact]
    public void No_score_is_two_figures_and_no_note_is_of_an_editor() => Assert.All(Rows, r =>
    {
        Assert.DoesNotContain("under review", r.Row.Note ?? "", StringComparison.Ordinal);
        Assert.DoesNotContain("arxiv preprint", r.Row.Note ?? "", StringComparison.Ordinal);
        Assert.All(r.Row.Scores.Values, cell => Assert.NotEqual(ScoreReading.Blank, ScoreText.Read(cell)));
        Assert.All(r.Row.Scores.Values, cell => Assert.DoesNotContain("(", cell, StringComparison.Ordinal));
    });

    [Fact]
    public void The_licences_that_ask_for_it_lie_beside_the_numbers()
    {
        var notices = string.Concat(Directory.EnumerateFiles(Path.Combine(GuideDatabase.SeedFolder, "results"), "LICENSE-*")
            .Select(File.ReadAllText));
        Assert.All(
            ["Sebastian Ruder", "Sierra Research", "Copyright (c) 2024 OpenAI", "NVIDIA/RULER", "Aider-AI/aider", "TIGER-AI-Lab/MMLU-Pro",
                "evalplus", "Apache License"],
            notice => Assert.Contains(notice, notices, StringComparison.Ordinal));
    }
}

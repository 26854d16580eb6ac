using LlmGuide.Core.Interchange.Sota;
using LlmGuide.Core.Leaderboards;
using LlmGuide.Core.Members;
using LlmGuide.Core.Tests.Databases;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Tests.Interchange.Sota;

/// <summary>What goes out as JSON and comes back is known to the last row.</summary>
[OnEachDatabase]
public sealed class RoundTripTests(SeededDatabase seeded) : IClassFixture<SeededDatabase>
{
    [Fact]
    public async Task Every_leaderboard_of_the_seed_goes_out_and_comes_back_unchanged()
    {
        await using var file = new MemoryStream();
        var results = await seeded.Database.Get<ExportSota>().RunAsync(file, GuideDatabase.Cancelled);
        Assert.True(results > 1_300);
        var (counts, entries) = await ImportAsync(seeded.Database, file, dryRun: true);
        Assert.Equal((results, 0, 0), (counts.Rows, counts.Tasks, counts.Benchmarks));
        Assert.DoesNotContain(entries, e => e.Outcome != ImportOutcome.Unchanged);
    }

    [Fact]
    public async Task An_empty_catalogue_gets_every_result_with_its_source_and_who_measured_it()
    {
        await using var file = new MemoryStream();
        var results = await seeded.Database.Get<ExportSota>().RunAsync(file, GuideDatabase.Cancelled);
        await using var empty = await TestDatabases.Sqlite().MigratedAsync();
        var (_, entries) = await ImportAsync(empty, file, dryRun: false);
        Assert.Equal(results, entries.Count(e => e.Outcome == ImportOutcome.Created));
        Assert.Equal(await FactsAsync(seeded.Database), await FactsAsync(empty));
    }

    private static async Task<(ImportCounts Counts, List<ImportEntry> Entries)> ImportAsync(
        GuideDatabase database, MemoryStream file, bool dryRun)
    {
        file.Position = 0;
        var entries = new List<ImportEntry>();
        var back = await database.Get<ImportSota>().RunAsync(
            file, new ImportChoice(dryRun, null), Actor.Operator, entries.Add, null, GuideDatabase.Cancelled);
        return (back.Value!, entries);
    }

    private static async Task<List<string>> FactsAsync(GuideDatabase database)
    {
        await using var db = await database.OpenAsync();
        var facts = await db.Results.Select(r => new { Result = r, r.Source, Scores = r.Scores.Count })
            .ToListAsync(GuideDatabase.Cancelled);
        return [.. facts.Select(f => string.Join(
            " | ", f.Result.Model, f.Result.Setting, f.Result.Track, f.Result.Date, f.Result.MeasuredBy, f.Result.BenchmarkVersion,
            f.Result.Reference, f.Result.Note, f.Source.Name, f.Source.Licence, f.Result.SourceUrl, f.Scores))
            .Order(StringComparer.Ordinal)];
    }
}

using LlmGuide.Core.Interchange.Sota;
using LlmGuide.Core.Members;
using LlmGuide.Core.Tests.Databases;

namespace LlmGuide.Core.Tests.Interchange.Sota;

public sealed class SqliteRoundTripTests(SeededSqlite seeded) : RoundTripTests(seeded), IClassFixture<SeededSqlite>;

public sealed class PostgreSqlRoundTripTests(SeededPostgreSql seeded) : RoundTripTests(seeded), IClassFixture<SeededPostgreSql>;

/// <summary>What goes out as JSON and comes back is known to the last row.</summary>
public abstract class RoundTripTests(SeededDatabase seeded)
{
    [Fact]
    public async Task Every_leaderboard_of_the_seed_goes_out_and_comes_back_unchanged()
    {
        using var file = new MemoryStream();
        Assert.Equal(759, await seeded.Database.Get<ExportSota>().RunAsync(file, GuideDatabase.Cancelled));
        file.Position = 0;
        var entries = new List<ImportEntry>();
        var source = new ImportSource("Our own export", "https://example.org/export", null, "");
        var back = await seeded.Database.Get<ImportSota>()
            .RunAsync(file, new ImportChoice(DryRun: true, source), Actor.Operator, entries.Add, null, GuideDatabase.Cancelled);
        Assert.Equal((759, 0, 0), (back.Value!.Rows, back.Value.Tasks, back.Value.Benchmarks));
        Assert.DoesNotContain(entries, e => e.Outcome != ImportOutcome.Unchanged);
    }
}

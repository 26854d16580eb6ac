using LlmGuide.Core.Interchange.Seed.Kept;
using LlmGuide.Core.Interchange.Seed.Updating;
using LlmGuide.Core.Members;
using LlmGuide.Core.Tests.Databases;

namespace LlmGuide.Core.Tests.Interchange.Updating;

/// <summary>The whole seed of this checkout.</summary>
public sealed class RealSeedUpdateTests
{
    [Fact]
    public async Task The_seed_that_is_loaded_is_the_same_again_read_as_files_or_worked_out_from_the_catalogue()
    {
        await using var database = await TestDatabases.Sqlite().SeededAsync();
        await using var db = await database.OpenAsync();
        foreach (var restored in (bool[])[false, true])
        {
            if (restored)
            {
                db.SeedLoads.RemoveRange(db.SeedLoads);
                await db.SaveChangesAsync(GuideDatabase.Cancelled);
            }

            var report = (await database.Get<UpdateSeed>().RunAsync(
                GuideDatabase.SeedFolder, new SeedUpdateChoice(DryRun: true), Actor.Operator, progress: null,
                GuideDatabase.Cancelled)).Value!;
            Assert.Empty(report.Entries.Select(e => $"{e.Outcome} {e.Kind} {e.Title}: {string.Join(", ", e.Fields)}"));
            Assert.Equal(restored, report.Restored);
            Assert.True(report.Unchanged > 1_500);
        }
    }
}

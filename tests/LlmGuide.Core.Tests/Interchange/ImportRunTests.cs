using LlmGuide.Core.Data;
using LlmGuide.Core.Interchange.Imports;
using LlmGuide.Core.Members;
using LlmGuide.Core.Tests.Databases;

namespace LlmGuide.Core.Tests.Interchange;

/// <summary>What every node knows of an import that one of them does, on each database.</summary>
[OnEachDatabase]
public sealed class ImportRunTests
{
    private static readonly byte[] Sent = [1, 2, 3];
    private static readonly byte[] Report = [4, 5];

    [Fact]
    public async Task Its_progress_its_end_and_its_report_are_known_to_another_node()
    {
        await using var database = await TestDatabases.Create().MigratedAsync();
        var (here, there) = (database.Get<ImportRuns>(), await OtherNodeAsync(database));
        await using var node = there;
        var run = await BeginAsync(here);
        await using (here.Hold(run, () => (3, 7)))
        {
            await database.Clock.BeatsAsync(5, async () =>
            {
                await using var db = await database.OpenAsync();
                return db.Imports.Single().LeaseUntil;
            });
        }

        there.Clock.Advance(5 * Lease.Beat);
        Assert.Equal(new ImportState("{}", 3, 7, IsRunning: true, null), await FindAsync(there, run));
        await here.EndAsync(run, Report, null, keepFile: true, GuideDatabase.Cancelled);
        var ended = await FindAsync(there, run);
        Assert.Equal((false, null), (ended!.IsRunning, ended.Fault));
        Assert.Equal(Report, await there.Get<ImportRuns>().ReportAsync(run.Id, GuideDatabase.Cancelled));
        Assert.Equal(Sent, await there.Get<ImportRuns>().FileAsync(run.Id, GuideDatabase.Cancelled));
    }

    [Fact]
    public async Task One_whose_node_was_killed_says_so_after_half_a_minute()
    {
        await using var database = await TestDatabases.Create().MigratedAsync();
        var run = await BeginAsync(database.Get<ImportRuns>());
        Assert.True((await FindAsync(database, run))!.IsRunning);
        database.Clock.Advance(Lease.Length);
        var state = await FindAsync(database, run);
        Assert.False(state!.IsRunning);
        Assert.StartsWith("The server that did this was stopped.", state.Fault);
    }

    [Fact]
    public async Task The_newest_stay_with_those_that_run_and_only_a_curator_begins_one()
    {
        await using var database = await TestDatabases.Create().MigratedAsync();
        var runs = database.Get<ImportRuns>();
        var running = await BeginAsync(runs);
        await using var held = runs.Hold(running, () => (0, 0));
        var first = await BeginAsync(runs);
        for (var number = 0; number < 21; number++)
        {
            database.Clock.Advance(TimeSpan.FromMilliseconds(1));
            var run = await BeginAsync(runs);
            await runs.EndAsync(run, Report, null, keepFile: false, GuideDatabase.Cancelled);
            Assert.Null(await runs.FileAsync(run.Id, GuideDatabase.Cancelled));
        }

        await runs.EndAsync(first, null, "Broken.", keepFile: false, GuideDatabase.Cancelled);
        await BeginAsync(runs);
        Assert.NotNull(await FindAsync(database, running));
        Assert.Null(await FindAsync(database, first));
        var member = new Actor(0, "member", Role.None);
        Assert.Equal(Cause.NotAllowed, (await runs.BeginAsync(member, "{}", null, GuideDatabase.Cancelled)).Refusal?.Cause);
    }

    private static async Task<HeldImport> BeginAsync(ImportRuns runs)
    {
        var begun = await runs.BeginAsync(Actor.Operator, "{}", Sent, GuideDatabase.Cancelled);
        Assert.Null(begun.Refusal);
        return begun.Value!;
    }

    private static Task<ImportState?> FindAsync(GuideDatabase node, HeldImport run) =>
        node.Get<ImportRuns>().FindAsync(run.Id, GuideDatabase.Cancelled);

    private static async Task<GuideDatabase> OtherNodeAsync(GuideDatabase database)
    {
        await using var db = await database.OpenAsync();
        return TestDatabases.Again(db);
    }
}

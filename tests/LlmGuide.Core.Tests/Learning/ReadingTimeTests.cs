using LlmGuide.Core.Learning;
using LlmGuide.Core.Learning.Marks;
using LlmGuide.Core.Members;
using LlmGuide.Core.Tests.Databases;
using LlmGuide.Core.Tests.Discussion;

namespace LlmGuide.Core.Tests.Learning;

public sealed class SqliteReadingTimeTests : ReadingTimeTests
{
    protected override GuideDatabase Create() => TestDatabases.Sqlite();
}

public sealed class PostgreSqlReadingTimeTests : ReadingTimeTests
{
    protected override GuideDatabase Create() => TestDatabases.PostgreSql();
}

/// <summary>How long works take those who read them.</summary>
public abstract class ReadingTimeTests
{
    private const string Work = "work-1";

    private static readonly string[] Readers = ["ann", "bea", "cid", "dan", "eli", "fay"];

    protected abstract GuideDatabase Create();

    [Fact]
    public async Task The_median_is_shown_from_five_reports_on()
    {
        await using var scene = await BeginAsync();
        int[] minutes = [90, 20, 30, 600, 45, 40];
        foreach (var (reader, took) in Readers.Take(4).Zip(minutes))
        {
            await ReportAsync(scene, reader, took);
        }

        Assert.Null(await TimeAsync(scene));
        await ReportAsync(scene, Readers[4], minutes[4]);
        Assert.Equal(new ReadingTime(45, 5), await TimeAsync(scene));
        await ReportAsync(scene, Readers[5], minutes[5]);
        Assert.Equal(new ReadingTime(43, 6), await TimeAsync(scene));
        Assert.Contains(PageTags.Resource(Work), scene.Database.Evictions.Tags);
    }

    [Fact]
    public async Task Only_who_has_read_it_says_so_and_whoever_takes_that_back_says_nothing_any_more()
    {
        await using var scene = await BeginAsync();
        var report = scene.Database.Get<ReportMinutes>();
        Assert.Equal(Cause.Rule, (await report.RunAsync(scene["ann"], Work, 30, GuideDatabase.Cancelled)).Refusal?.Cause);
        await ReportAsync(scene, "ann", 30);
        Assert.Equal(30, await OwnAsync(scene["ann"], scene));
        Assert.Equal("Minutes", (await report.RunAsync(scene["ann"], Work, 0, GuideDatabase.Cancelled)).Refusal?.Field);
        Assert.Equal("Minutes", (await report.RunAsync(scene["ann"], Work, 6_001, GuideDatabase.Cancelled)).Refusal?.Field);
        await MarkAsync(scene, "ann", ReadingState.ToDo);
        await MarkAsync(scene, "ann", ReadingState.Read);
        Assert.Null(await OwnAsync(scene["ann"], scene));
    }

    private async Task<Scene> BeginAsync()
    {
        var scene = await Scene.StartAsync(Create(), Readers);
        await GeneratedResources.AddAsync(scene.Database, 3);
        return scene;
    }

    private static async Task ReportAsync(Scene scene, string reader, int minutes)
    {
        await MarkAsync(scene, reader, ReadingState.Read);
        var done = await scene.Database.Get<ReportMinutes>().RunAsync(scene[reader], Work, minutes, GuideDatabase.Cancelled);
        Assert.Null(done.Refusal?.Why);
    }

    private static Task MarkAsync(Scene scene, string reader, ReadingState state) =>
        scene.Database.Get<MarkResource>().RunAsync(scene[reader], Work, state, GuideDatabase.Cancelled);

    private static Task<ReadingTime?> TimeAsync(Scene scene) =>
        scene.Database.Get<ReadingTimeQuery>().RunAsync(Work, GuideDatabase.Cancelled);

    private static async Task<int?> OwnAsync(Actor reader, Scene scene) =>
        (await scene.Database.Get<OwnMarksQuery>().RunAsync(reader.Id, GuideDatabase.Cancelled)).Of(Work)?.TookMinutes;
}

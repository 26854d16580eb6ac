using LlmGuide.Core.Data;
using LlmGuide.Core.Data.Columns;
using LlmGuide.Core.Members;
using LlmGuide.Core.Revisions.History;
using LlmGuide.Core.Tests.Databases;
using LlmGuide.Core.Tests.Discussion;

namespace LlmGuide.Core.Tests.Maintenance;

/// <summary>The public log, on each database, with a new one for each test.</summary>
[OnEachDatabase]
public sealed class ChangesTests
{
    private static CancellationToken Cancelled => GuideDatabase.Cancelled;

    [Fact]
    public async Task The_newest_comes_first()
    {
        await using var database = await WithLogAsync(3);
        var view = await database.Get<ChangesQuery>().RunAsync(new ChangesFilter(), 1, Cancelled);
        Assert.Equal(["Work 2", "Work 1", "Work 0"], view.Changes.Items.Select(c => c.Title));
    }

    [Fact]
    public async Task Filters_narrow_the_log_and_name_what_there_is()
    {
        await using var database = await WithLogAsync(4);
        var query = database.Get<ChangesQuery>();
        var all = await query.RunAsync(new ChangesFilter(), 1, Cancelled);
        Assert.Equal(["accepted", "declined"], all.Acts);
        Assert.Equal(["operator", "the guide"], all.Actors);
        Assert.Equal(["Work 3", "Work 1"], (await query.RunAsync(new ChangesFilter(Act: "declined"), 1, Cancelled)).Changes.Items
            .Select(c => c.Title));
        Assert.Equal(2, (await query.RunAsync(new ChangesFilter(By: "the guide"), 1, Cancelled)).Changes.Total);
        Assert.Equal(4, (await query.RunAsync(new ChangesFilter(Kind: LogKind.Resource), 1, Cancelled)).Changes.Total);
        Assert.Empty((await query.RunAsync(new ChangesFilter(Kind: LogKind.Member), 1, Cancelled)).Changes.Items);
    }

    [Fact]
    public async Task Who_acted_is_named_as_then_and_linked_as_now()
    {
        await using var database = await TestDatabases.Create().MigratedAsync();
        var talk = await ModeratedTalk.StartAsync(database);
        var moderator = await talk.MemberAsync("jun", Role.Moderator);
        await using (var db = await database.OpenAsync())
        {
            db.Log.Add(new LogEntry(
                moderator with { Name = "former-name" }, "removed",
                new LogSubject(LogKind.Comment, "1", "comment"), "", talk.Clock.GetUtcNow()));
            await db.SaveChangesAsync(Cancelled);
        }

        var change = Assert.Single((await database.Get<ChangesQuery>().RunAsync(new ChangesFilter(), 1, Cancelled)).Changes.Items);
        Assert.Equal(("former-name", moderator.Name), (change.By, change.Member));
    }

    [Fact]
    public async Task A_longer_log_costs_no_more_commands()
    {
        await using var few = await WithLogAsync(1);
        await using var many = await WithLogAsync(200);
        var cost = await few.CommandsOfAsync(() => few.Get<ChangesQuery>().RunAsync(new ChangesFilter(), 1, Cancelled));
        Assert.Equal(cost, await many.CommandsOfAsync(() => many.Get<ChangesQuery>().RunAsync(new ChangesFilter(), 1, Cancelled)));
        Assert.InRange(cost, 1, 5);
    }

    [Fact]
    public async Task Cursors_walk_the_log_once_from_the_newest_to_the_oldest()
    {
        await using var database = await WithLogAsync(20);
        var seen = new List<int>();
        for (int? after = 0; after is { } key;)
        {
            var batch = await database.Get<ChangeApiQuery>().BatchAsync(key, 7, Cancelled);
            Assert.Equal(20, batch.Total);
            seen.AddRange(batch.Items.Select(r => r.Id));
            after = batch.Next is null ? null : Cursor.Parse(batch.Next);
        }

        Assert.Equal(seen.Distinct().OrderDescending(), seen);
        Assert.Equal(20, seen.Count);
    }

    private async Task<GuideDatabase> WithLogAsync(int rows)
    {
        var database = await TestDatabases.Create().MigratedAsync();
        await using var db = await database.OpenAsync();
        for (var number = 0; number < rows; number++)
        {
            db.Log.Add(new LogEntry(
                number % 2 == 0 ? Actor.Operator : Actor.Guide,
                number % 2 == 0 ? "accepted" : "declined",
                new LogSubject(LogKind.Resource, $"work-{number}", $"Work {number}"),
                "Why.",
                DateTimeOffset.UnixEpoch));
            await db.SaveChangesAsync(Cancelled);
        }

        return database;
    }
}

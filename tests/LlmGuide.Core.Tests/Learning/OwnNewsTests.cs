using LlmGuide.Core.Learning;
using LlmGuide.Core.Learning.News;
using LlmGuide.Core.Members;
using LlmGuide.Core.Releases;
using LlmGuide.Core.Tests.Databases;

namespace LlmGuide.Core.Tests.Learning;

public sealed class SqliteOwnNewsTests : OwnNewsTests
{
    protected override GuideDatabase Create() => TestDatabases.Sqlite();
}

public sealed class PostgreSqlOwnNewsTests : OwnNewsTests
{
    protected override GuideDatabase Create() => TestDatabases.PostgreSql();
}

/// <summary>What changed for a member since they were here.</summary>
public abstract class OwnNewsTests
{
    private static CancellationToken Cancelled => GuideDatabase.Cancelled;

    protected abstract GuideDatabase Create();

    [Fact]
    public async Task A_visit_lasts_half_an_hour_and_the_next_one_remembers_it()
    {
        await using var reading = await ReadingFixture.OpenAsync(Create());
        var visits = reading.Database.Get<OwnVisits>();
        Assert.Equal(new OwnVisit(null, null, IsNew: true), await visits.LookAsync(reading.Reader.Id, Cancelled));
        await visits.BeginAsync(reading.Reader.Id, Cancelled);
        var first = reading.Now;
        reading.Database.Clock.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal((null, false), await StateAsync(reading));
        reading.Database.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal((first, true), await StateAsync(reading));
        await visits.BeginAsync(reading.Reader.Id, Cancelled);
        await visits.BeginAsync(reading.Reader.Id, Cancelled);
        Assert.Equal((first, false), await StateAsync(reading));
    }

    [Fact]
    public async Task News_are_releases_and_what_happened_to_own_works_and_topics_since_then()
    {
        await using var reading = await ReadingFixture.OpenAsync(Create());
        await reading.MarkAsync("work-1", ReadingState.Read);
        var since = reading.Now;
        reading.Database.Clock.Advance(TimeSpan.FromHours(1));
        await reading.Editing.DoAsync(draft => draft with { Venue = "Elsewhere" });
        await reading.Editing.DoAsync(draft => draft with { Venue = "Elsewhere" }, slug: "work-0");
        await reading.Database.Get<PublishRelease>().RunAsync(Actor.Operator, "The first.", Cancelled);
        var news = await reading.Database.Get<OwnNewsQuery>().RunAsync(reading.Reader.Id, since, 10, Cancelled);
        Assert.Equal([Core.Data.LogKind.Release, Core.Data.LogKind.Resource], news.Select(change => change.Kind));
        Assert.Equal("work-1", news[1].Key);
        Assert.Empty(await reading.Database.Get<OwnNewsQuery>().RunAsync(reading.Reader.Id, reading.Now, 10, Cancelled));
    }

    [Fact]
    public async Task The_address_of_a_feed_can_be_changed_and_the_old_one_shows_nothing()
    {
        await using var reading = await ReadingFixture.OpenAsync(Create());
        var feed = reading.Database.Get<OwnFeed>();
        var first = (await feed.MoveAsync(reading.Reader, Cancelled)).Value;
        Assert.Equal(reading.Reader.Id, await feed.OwnerAsync(first, Cancelled));
        var second = (await feed.MoveAsync(reading.Reader, Cancelled)).Value;
        Assert.Null(await feed.OwnerAsync(first, Cancelled));
        Assert.Equal(reading.Reader.Id, await feed.OwnerAsync(second, Cancelled));
    }

    private static async Task<(DateTimeOffset? Since, bool IsNew)> StateAsync(ReadingFixture reading)
    {
        var visit = await reading.Database.Get<OwnVisits>().LookAsync(reading.Reader.Id, Cancelled);
        return (visit.Since, visit.IsNew);
    }
}

using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Data;
using LlmGuide.Core.LinkChecks;
using LlmGuide.Core.LinkChecks.Rounds;
using LlmGuide.Core.Lookup;
using LlmGuide.Core.Members;
using LlmGuide.Core.Tests.Databases;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Tests.LinkChecks.Rounds;

/// <summary>Rounds over a small catalogue and a played web, on each database.</summary>
[OnEachDatabase]
public sealed class LinkCheckRunTests
{
    private static readonly Actor Curator = new(0, "curator", Role.Curator);

    [Fact]
    public async Task Each_link_gets_the_state_of_its_answer()
    {
        await using var database = await WithWorksAsync(5);
        database.Web.Otherwise = FakeWebClient.Status(200);
        database.Web.At("https://example.org/1", FakeWebClient.Status(403));
        database.Web.At("https://example.org/2", FakeWebClient.Status(404));
        database.Web.At("https://example.org/3", FakeWebClient.Status(200) with { MovedTo = "https://example.org/new" });
        await RoundAsync(database);
        Assert.Equal(
            [LinkStatus.Ok, LinkStatus.Blocked, LinkStatus.Suspect, LinkStatus.Moved, LinkStatus.Ok, LinkStatus.Ok],
            await ShownAsync(database));
        await using var db = await database.OpenAsync();
        Assert.Equal("https://example.org/new", (await db.LinkChecks.SingleAsync(
            c => c.Url == "https://example.org/3", GuideDatabase.Cancelled)).MovedTo);
        var round = await database.Get<LinkCheckRunQuery>().RunAsync(GuideDatabase.Cancelled);
        Assert.Equal((6, 6, false), (round!.Total, round.Done, round.Running));
    }

    [Fact]
    public async Task Three_days_of_failures_make_a_link_dead_with_its_archived_copy_and_a_row_in_the_log()
    {
        await using var database = await WithWorksAsync(1);
        database.Web.Otherwise = FakeWebClient.Status(200);
        database.Web.At("https://example.org/1", FakeWebClient.Status(410));
        database.Web.At(
            "https://archive.org/wayback/available?url=https%3A%2F%2Fexample.org%2F1",
            FakeWebClient.Text(
                """{"archived_snapshots":{"closest":{"available":true,"url":"http://web.archive.org/web/20200101000000/https://example.org/1","status":"200"}}}""",
                "application/json"));
        for (var day = 1; day <= 3; day++)
        {
            await RoundAsync(database);
            Assert.Equal(day < 3 ? LinkStatus.Suspect : LinkStatus.Dead, (await ShownAsync(database))[1]);
            database.Clock.Advance(TimeSpan.FromDays(1));
        }

        await using var db = await database.OpenAsync();
        var work = await db.Resources.SingleAsync(r => r.Slug == "work-1", GuideDatabase.Cancelled);
        Assert.Equal("https://web.archive.org/web/20200101000000/https://example.org/1", work.ArchiveUrl);
        var logged = await db.Log.SingleAsync(e => e.Act == "found a broken link in", GuideDatabase.Cancelled);
        Assert.Equal(("work-1", "the guide", "410, on 3 days."), (logged.Key, logged.ActorName, logged.Reason));
        Assert.Contains("resource:work-1", database.Evictions.Tags);
        Assert.Contains(PageTags.Changes, database.Evictions.Tags);
        var view = await database.Get<LinksQuery>().RunAsync(new LinkFilter(Waiting: true), 1, GuideDatabase.Cancelled);
        Assert.Equal(("work-1", LinkStatus.Dead), (view.Items.Single().Slug, view.Items.Single().Status));
    }

    [Fact]
    public async Task Three_failures_on_one_day_are_suspect()
    {
        await using var database = await WithWorksAsync(0);
        database.Web.Otherwise = FakeWebClient.Failure(OutsideProblem.TooSlow);
        for (var hour = 0; hour < 5; hour++)
        {
            await RoundAsync(database);
            database.Clock.Advance(TimeSpan.FromHours(1));
        }

        Assert.Equal([LinkStatus.Suspect], await ShownAsync(database));
    }

    [Fact]
    public async Task A_server_that_reaches_nobody_says_so_and_marks_nothing()
    {
        await using var database = await WithWorksAsync(5);
        database.Web.Otherwise = FakeWebClient.Failure(OutsideProblem.NoSuchHost);
        await RoundAsync(database);
        Assert.All(await ShownAsync(database), status => Assert.Equal(LinkStatus.Unchecked, status));
        var round = await database.Get<LinkCheckRunQuery>().RunAsync(GuideDatabase.Cancelled);
        Assert.Equal((false, "This server cannot reach the internet.", 0), (round!.Running, round.Problem, round.Done));
        Assert.True(database.Web.Asked.Count < 20, "The round went on.");

        // Tried again in an hour, and not every minute.
        await database.Get<LinkCheckRuns>().BeginDueAsync(TimeSpan.FromHours(24), GuideDatabase.Cancelled);
        Assert.False(await database.Get<RunLinkChecks>().RunAsync(null, GuideDatabase.Cancelled));
        database.Clock.Advance(TimeSpan.FromHours(25));
        database.Web.Otherwise = FakeWebClient.Status(200);
        await database.Get<RunLinkChecks>().RunDueAsync(GuideDatabase.Cancelled);
        Assert.All(await ShownAsync(database), status => Assert.Equal(LinkStatus.Ok, status));
    }

    [Theory]
    [InlineData(OutsideProblem.NoSuchHost)]
    [InlineData(OutsideProblem.NotReached)]
    public async Task One_host_that_is_gone_is_marked_where_others_answer(OutsideProblem problem)
    {
        await using var database = await WithWorksAsync(1);
        database.Web.Otherwise = FakeWebClient.Status(200);
        database.Web.At("https://example.org/1", FakeWebClient.Failure(problem));
        await RoundAsync(database);
        Assert.Equal([LinkStatus.Ok, LinkStatus.Suspect], await ShownAsync(database));
        Assert.Null((await database.Get<LinkCheckRunQuery>().RunAsync(GuideDatabase.Cancelled))!.Problem);
    }

    [Fact]
    public async Task A_page_that_is_no_longer_there_in_words_a_login_and_a_home_page_are_not_works()
    {
        await using var database = await WithWorksAsync(9);
        database.Web.Otherwise = FakeWebClient.Status(200);
        At(1, FakeWebClient.Text("<title>Page not found</title>"));
        At(2, FakeWebClient.Text("<title>Example</title><h1>404</h1>"));
        At(3, FakeWebClient.Text("<title>Welcome</title>") with { Address = "https://example.org/login?next=/3" });
        At(4, FakeWebClient.Text("<title>Home</title>") with { Address = "https://example.org/", MovedTo = "https://example.org/" });
        At(5, FakeWebClient.Text("<title>A fine page</title>"));
        At(6, FakeWebClient.Text("<title>Just a moment...</title>"));
        At(7, FakeWebClient.Status(200) with { Address = "https://new.example.net/", MovedTo = "https://new.example.net/" });
        At(8, FakeWebClient.Text("<title>Moved</title>") with { Address = "https://example.org/new", MovedTo = "https://example.org/new" });
        At(9, FakeWebClient.Text("<title>Sign in</title>") with { Address = "https://consent.example.org/m" });
        await RoundAsync(database);
        Assert.Equal(
            [
                LinkStatus.Ok, LinkStatus.Suspect, LinkStatus.Suspect, LinkStatus.Blocked, LinkStatus.Suspect, LinkStatus.Ok,
                LinkStatus.Blocked, LinkStatus.Ok, LinkStatus.Moved, LinkStatus.Blocked,
            ],
            await ShownAsync(database));
        await using var db = await database.OpenAsync();
        var moved = await db.LinkChecks.Where(c => c.MovedTo != null).Select(c => c.MovedTo).ToListAsync(GuideDatabase.Cancelled);
        Assert.Equal(["https://example.org/new"], moved);
        Assert.DoesNotContain(await db.LinkChecks.Select(c => c.Words).ToListAsync(GuideDatabase.Cancelled), words => words.EndsWith('.'));

        void At(int work, LookupResponse answer) => database.Web.At($"https://example.org/{work}", answer);
    }

    [Fact]
    public async Task A_round_that_was_interrupted_goes_on_where_it_ended()
    {
        await using var database = await WithWorksAsync(9);
        database.Web.Otherwise = FakeWebClient.Status(200);
        using var crash = CancellationTokenSource.CreateLinkedTokenSource(GuideDatabase.Cancelled);
        database.Web.At("https://example.org/4", _ =>
        {
            crash.Cancel();
            return FakeWebClient.Status(200);
        });
        await database.Get<LinkCheckRuns>().BeginAsync(Curator, null, GuideDatabase.Cancelled);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => database.Get<RunLinkChecks>().RunAsync(null, crash.Token));
        var seen = await DoneAsync(database);
        Assert.InRange(seen, 1, 9);
        database.Web.At("https://example.org/4", FakeWebClient.Status(200));
        database.Web.Asked.Clear();
        Assert.True(await database.Get<RunLinkChecks>().RunAsync(null, GuideDatabase.Cancelled));
        Assert.Equal(10, await DoneAsync(database));
        Assert.Equal(10 - seen, database.Web.Asked.Count(question => question.HeadOnly));
    }

    [Fact]
    public async Task A_round_whose_holder_is_gone_is_taken_over_after_the_lease_and_the_holder_may_write_no_more()
    {
        await using var database = await WithWorksAsync(1);
        var (rounds, record) = (database.Get<LinkCheckRuns>(), database.Get<RecordLink>());
        await rounds.BeginAsync(Curator, null, GuideDatabase.Cancelled);
        var first = await rounds.TakeAsync(GuideDatabase.Cancelled);
        Assert.NotNull(first);
        Assert.Null(await rounds.TakeAsync(GuideDatabase.Cancelled));
        database.Clock.Advance(Lease.Length);
        Assert.NotNull(await rounds.TakeAsync(GuideDatabase.Cancelled));
        var link = (await rounds.NextAsync(first, 1, GuideDatabase.Cancelled)).Single();
        Assert.Equal(
            "Another node has this round.",
            (await record.RunAsync(first, link, new LinkCheckResult(LinkVerdict.Fine, "200"), GuideDatabase.Cancelled)).Refusal?.Why);
    }

    [Fact]
    public async Task A_round_with_a_slow_link_is_kept_and_one_whose_node_was_killed_is_anothers_after_half_a_minute()
    {
        await using var database = await WithWorksAsync(0);
        var (rounds, asked, answer) = (database.Get<LinkCheckRuns>(), new TaskCompletionSource(), new TaskCompletionSource());
        database.Web.Otherwise = FakeWebClient.Status(200);
        database.Web.Delay = _ =>
        {
            asked.TrySetResult();
            return answer.Task.WaitAsync(GuideDatabase.Cancelled);
        };
        await rounds.BeginAsync(Curator, null, GuideDatabase.Cancelled);
        var round = database.Get<RunLinkChecks>().RunAsync(null, GuideDatabase.Cancelled);
        await asked.Task.WaitAsync(GuideDatabase.Cancelled);
        await database.Clock.BeatsAsync(5, async () =>
        {
            await using var db = await database.OpenAsync();
            return db.LinkCheckRuns.Single().LeaseUntil;
        });
        Assert.Null(await rounds.TakeAsync(GuideDatabase.Cancelled));
        answer.SetResult();
        Assert.True(await round);

        await rounds.BeginAsync(Curator, null, GuideDatabase.Cancelled);
        var killed = await rounds.TakeAsync(GuideDatabase.Cancelled);
        database.Clock.Advance(Lease.Length);
        Assert.NotNull(await rounds.TakeAsync(GuideDatabase.Cancelled));
        await using var late = rounds.Hold(killed!);
        await late.LostAsync();
    }

    [Fact]
    public async Task There_is_one_round_at_a_time_however_many_nodes_begin_one()
    {
        await using var database = await WithWorksAsync(1);
        var begun = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(
            () => database.Get<LinkCheckRuns>().BeginAsync(Curator, null, GuideDatabase.Cancelled), GuideDatabase.Cancelled)));
        Assert.Single(begun, one => one.Refusal is null);
        Assert.All(begun.Where(one => one.Refusal is not null), one => Assert.Equal("A link check is already running.", one.Refusal!.Why));
        var taken = await Task.WhenAll(Enumerable.Range(0, 6)
            .Select(_ => Task.Run(() => database.Get<LinkCheckRuns>().TakeAsync(GuideDatabase.Cancelled), GuideDatabase.Cancelled)));
        Assert.Single(taken, one => one is not null);
    }

    [Fact]
    public async Task A_round_is_due_a_day_after_the_last_one_and_a_new_catalogue_waits_a_day()
    {
        await using var database = await WithWorksAsync(0);
        var day = TimeSpan.FromDays(1);
        await using (var db = await database.OpenAsync())
        {
            var now = database.Clock.GetUtcNow();
            await db.Resources.ExecuteUpdateAsync(set => set.SetProperty(r => r.AddedAt, now), GuideDatabase.Cancelled);
        }

        database.Web.Otherwise = FakeWebClient.Status(200);
        foreach (var (advance, runs) in ((TimeSpan, bool)[])[(TimeSpan.Zero, false), (day, true), (day / 2, false), (day / 2, true)])
        {
            database.Clock.Advance(advance);
            await database.Get<LinkCheckRuns>().BeginDueAsync(day, GuideDatabase.Cancelled);
            Assert.Equal(runs, await database.Get<RunLinkChecks>().RunAsync(null, GuideDatabase.Cancelled));
        }
    }

    [Fact]
    public async Task A_round_over_a_topic_looks_at_its_works_alone()
    {
        await using var database = await WithWorksAsync(3);
        await database.Get<LinkCheckRuns>().BeginAsync(Curator, "first", GuideDatabase.Cancelled);
        await database.Get<RunLinkChecks>().RunAsync(null, GuideDatabase.Cancelled);
        Assert.Equal(
            ["https://example.org/0"], database.Web.Asked.Where(question => question.HeadOnly).Select(question => question.Address));
        Assert.Equal("There is no topic “nothing”.", (await database.Get<LinkCheckRuns>().BeginAsync(
            Curator, "nothing", GuideDatabase.Cancelled)).Refusal?.Why);
    }

    [Fact]
    public async Task Eight_hosts_are_asked_at_once_and_no_more()
    {
        await using var database = await WithWorksAsync(29);
        await using (var db = await database.OpenAsync())
        {
            await db.Resources.ExecuteUpdateAsync(
                set => set.SetProperty(r => r.Url, r => "https://host-" + r.Slug + ".example.org/"), GuideDatabase.Cancelled);
        }

        var (asked, max, all) = (0, 0, new TaskCompletionSource());
        database.Web.Delay = async _ =>
        {
            var now = Interlocked.Increment(ref asked);
            lock (all)
            {
                max = Math.Max(max, now);
            }

            if (now == 8)
            {
                all.TrySetResult();
            }

            await all.Task.WaitAsync(GuideDatabase.Cancelled);
            await Task.Yield();
            Interlocked.Decrement(ref asked);
        };
        await RoundAsync(database);
        Assert.Equal((8, 30), (max, await DoneAsync(database)));
    }

    [Fact]
    public async Task What_robots_txt_forbids_is_not_asked()
    {
        await using var database = await WithWorksAsync(2);
        database.Web.Otherwise = FakeWebClient.Status(200);
        database.Web.At("https://example.org/robots.txt", FakeWebClient.Text("User-agent: LlmGuide\nDisallow: /1\n", "text/plain"));
        await RoundAsync(database);
        Assert.DoesNotContain(database.Web.Asked, question => question.Address == "https://example.org/1");
        Assert.Equal([LinkStatus.Ok, LinkStatus.Blocked, LinkStatus.Ok], await ShownAsync(database));
        Assert.Single(database.Web.Asked, question => question.Address.EndsWith("robots.txt"));
    }

    [Fact]
    public async Task A_robots_txt_that_cannot_be_read_forbids_everything_and_says_nothing_about_the_links()
    {
        await using var database = await WithWorksAsync(0);
        database.Web.At("https://example.org/robots.txt", FakeWebClient.Status(503));
        await RoundAsync(database);
        Assert.Equal([LinkStatus.Unchecked], await ShownAsync(database));
        Assert.Single(database.Web.Asked);
    }

    [Theory]
    [InlineData(403, 200, LinkStatus.Ok)]
    [InlineData(404, 200, LinkStatus.Ok)]
    [InlineData(405, 200, LinkStatus.Ok)]
    [InlineData(501, 200, LinkStatus.Ok)]
    [InlineData(501, 404, LinkStatus.Suspect)]
    [InlineData(403, 403, LinkStatus.Blocked)]
    public async Task Where_head_is_turned_away_get_decides(int head, int get, LinkStatus status)
    {
        await using var database = await WithWorksAsync(0);
        database.Web.At("https://example.org/0", question => FakeWebClient.Status(question.HeadOnly ? head : get));
        await RoundAsync(database);
        Assert.Equal([status], await ShownAsync(database));
    }

    [Fact]
    public async Task A_version_that_a_server_gave_is_asked_with_the_next_time()
    {
        await using var database = await WithWorksAsync(0);
        var version = new PageVersion("\"v1\"", new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        database.Web.At("https://example.org/0", question => question.Known is null
            ? FakeWebClient.Status(200) with { Version = version }
            : FakeWebClient.Status(304) with { Version = question.Known });
        await RoundAsync(database);
        await RoundAsync(database);
        Assert.Equal(version, database.Web.Asked.Last().Known);
        Assert.Equal([LinkStatus.Ok], await ShownAsync(database));
    }

    [Fact]
    public async Task A_round_asks_the_database_as_often_for_each_link_however_many_there_are()
    {
        var few = await CommandsAsync(20);
        var many = await CommandsAsync(40);
        Assert.Equal(few.PerRound, many.PerRound);
    }

    [Fact]
    public async Task Only_who_may_check_links_begins_a_round_or_decides_about_a_link()
    {
        await using var database = await WithWorksAsync(1);
        var member = new Actor(0, "member", Role.None);
        Assert.Equal(
            Cause.NotAllowed, (await database.Get<LinkCheckRuns>().BeginAsync(member, null, GuideDatabase.Cancelled)).Refusal?.Cause);
        Assert.Equal(
            Cause.NotAllowed, (await database.Get<ConfirmLink>().RunAsync(member, "work-1", GuideDatabase.Cancelled)).Refusal?.Cause);
        Assert.Equal(Cause.NotAllowed, (await database.Get<ReplaceLink>().RunAsync(
            member, "work-1", "https://example.org/1", "https://example.org/9", GuideDatabase.Cancelled)).Refusal?.Cause);
    }

    [Fact]
    public async Task A_word_that_a_link_is_fine_shows_and_is_logged()
    {
        await using var database = await WithWorksAsync(1);
        database.Web.Otherwise = FakeWebClient.Failure(OutsideProblem.NotReached);
        database.Web.At("https://www.wikipedia.org", FakeWebClient.Status(200));
        await RoundAsync(database);
        Assert.Null((await database.Get<ConfirmLink>().RunAsync(Curator, "work-1", GuideDatabase.Cancelled)).Refusal);
        database.Clock.Advance(TimeSpan.FromDays(1));
        await RoundAsync(database);
        Assert.Equal([LinkStatus.Suspect, LinkStatus.Ok], await ShownAsync(database));
        await using var db = await database.OpenAsync();
        Assert.Single(db.Log, entry => entry.Key == "work-1" && entry.ActorName == "curator");
    }

    [Fact]
    public async Task A_new_address_is_looked_at_anew_and_another_works_address_is_refused()
    {
        await using var database = await WithWorksAsync(2);
        database.Web.Otherwise = FakeWebClient.Status(404);
        await RoundAsync(database);
        var change = database.Get<ReplaceLink>();
        Assert.Equal("This link is already in the guide: “Work 2”.", (await change.RunAsync(
            Curator, "work-1", "https://example.org/1", "http://www.example.org/2/", GuideDatabase.Cancelled)).Refusal?.Why);
        Assert.Contains("in the meantime", (await change.RunAsync(
            Curator, "work-1", "https://example.org/old", "https://example.org/9", GuideDatabase.Cancelled)).Refusal?.Why);
        Assert.Null((await change.RunAsync(
            Curator, "work-1", "https://example.org/1", "https://example.org/9?utm_source=x", GuideDatabase.Cancelled)).Refusal);
        Assert.Equal([LinkStatus.Suspect, LinkStatus.Unchecked, LinkStatus.Suspect], await ShownAsync(database));
        await using var db = await database.OpenAsync();
        var work = await db.Resources.SingleAsync(r => r.Slug == "work-1", GuideDatabase.Cancelled);
        Assert.Equal(("https://example.org/9", "example.org/9"), (work.Url, work.UrlKey));
        Assert.Single(db.Log, entry => entry.Key == "work-1");
    }

    private async Task<GuideDatabase> WithWorksAsync(int works)
    {
        var database = await TestDatabases.Create().MigratedAsync();
        await GeneratedResources.AddAsync(database, works);
        return database;
    }

    private async Task<(int PerRound, int Links)> CommandsAsync(int works)
    {
        await using var database = await WithWorksAsync(works);
        database.Web.Otherwise = FakeWebClient.Status(200);
        await RoundAsync(database);
        var commands = await database.CommandsOfAsync(() => RoundAsync(database));
        return ((commands * 100) / (works + 1) / 100, works + 1);
    }

    private static async Task RoundAsync(GuideDatabase database)
    {
        Assert.Null((await database.Get<LinkCheckRuns>().BeginAsync(Curator, null, GuideDatabase.Cancelled)).Refusal);
        Assert.True(await database.Get<RunLinkChecks>().RunAsync(null, GuideDatabase.Cancelled));
    }

    private static async Task<List<LinkStatus>> ShownAsync(GuideDatabase database)
    {
        await using var db = await database.OpenAsync();
        return await db.Resources.OrderBy(r => r.Slug).Select(r => r.LinkStatus).ToListAsync(GuideDatabase.Cancelled);
    }

    private static async Task<int> DoneAsync(GuideDatabase database) =>
        (await database.Get<LinkCheckRunQuery>().RunAsync(GuideDatabase.Cancelled))!.Done;
}

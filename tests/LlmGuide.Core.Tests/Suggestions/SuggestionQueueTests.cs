using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Data;
using LlmGuide.Core.Data.Columns;
using LlmGuide.Core.Suggestions;
using LlmGuide.Core.Suggestions.Decisions;
using LlmGuide.Core.Suggestions.Making;
using LlmGuide.Core.Tests.Databases;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Tests.Suggestions;

/// <summary>What curators see of what waits.</summary>
[OnEachDatabase]
public sealed class SuggestionQueueTests
{
    private const int Flood = 10_000;

    private static CancellationToken Cancelled => GuideDatabase.Cancelled;

    [Fact]
    public async Task The_oldest_comes_first_with_who_sent_it_and_how_often_they_were_right()
    {
        await using var inbox = await NotificationFixture.OpenAsync(TestDatabases.Create());
        var first = await inbox.SendAsync(inbox.Ada, NotificationFixture.Title());
        Assert.Null((await inbox.ApproveAsync(first.Id)).Refusal);
        inbox.Database.Clock.Advance(TimeSpan.FromDays(1));
        await inbox.SendAsync(inbox.Ada, NotificationFixture.NewWork);
        inbox.Database.Clock.Advance(TimeSpan.FromDays(4));
        await inbox.SendAsync(inbox.Ben, NotificationFixture.Title(of: "work-2"));
        var queue = await inbox.QueueAsync();
        Assert.Equal(2, queue.Waiting);
        Assert.Equal(TimeSpan.FromDays(4), queue.Now - queue.Oldest);
        Assert.Equal((SuggestionKind.Resource, "ada", 1, 1), (
            queue.Rows.Items[0].Kind, queue.Rows.Items[0].By!.Name, queue.Rows.Items[0].By!.Approved, queue.Rows.Items[0].By!.Decided));
        Assert.Equal([new TopicChoice("second", "Second"), null], queue.Rows.Items.Select(row => row.For));
        Assert.Equal(("ben", 0), (queue.Rows.Items[1].By!.Name, queue.Rows.Items[1].By!.Decided));
        Assert.Equal(
            SuggestionKind.Correction, Assert.Single((await inbox.QueueAsync(new QueueFilter(SuggestionKind.Correction))).Rows.Items).Kind);
    }

    [Fact]
    public async Task What_looks_like_the_same_is_named()
    {
        await using var inbox = await NotificationFixture.OpenAsync(TestDatabases.Create());
        var one = await inbox.SendAsync(inbox.Ada, NotificationFixture.Title("One"));
        var two = await inbox.SendAsync(inbox.Ben, NotificationFixture.Title("Two"));
        await inbox.SendAsync(inbox.Ben, NotificationFixture.NewWork with { Title = "Work 2" });
        var rows = (await inbox.QueueAsync()).Rows.Items;
        Assert.Equal(two.Id, Assert.Single(rows[0].Alike).SuggestionId);
        Assert.Equal(one.Id, Assert.Single(rows[1].Alike).SuggestionId);
        Assert.Equal(new Likeness(null, "work-2", "Work 2", false), Assert.Single(rows[2].Alike));
    }

    [Fact]
    public async Task Ten_thousand_that_wait_cost_no_more_commands_than_one()
    {
        await using var few = await NotificationFixture.OpenAsync(TestDatabases.Create());
        await using var many = await NotificationFixture.OpenAsync(TestDatabases.Create());
        await few.SendAsync(few.Ada, NotificationFixture.Title());
        await FloodAsync(many);
        var cost = await few.Database.CommandsOfAsync(() => few.QueueAsync());
        Assert.Equal(cost, await many.Database.CommandsOfAsync(() => many.QueueAsync()));
        Assert.InRange(cost, 1, 14);
        var last = await many.QueueAsync(page: 1_000_000);
        Assert.Equal((Flood, SuggestionQueueQuery.PageSize, Flood / SuggestionQueueQuery.PageSize), (
            last.Waiting, last.Rows.Items.Count, last.Rows.Number));
    }

    private static async Task FloodAsync(NotificationFixture inbox)
    {
        await using var db = await inbox.Database.OpenAsync();
        var now = inbox.Database.Clock.GetUtcNow();
        var work = await db.Resources.AsNoTracking().FirstAsync(r => r.Slug == "work-1", Cancelled);
        for (var number = 0; number < Flood; number++)
        {
            var proposal = new Proposal(SuggestionKind.Correction, $"Title {number}", "Why.")
            {
                SubjectKind = LogKind.Resource,
                SubjectId = work.Id,
                SubjectKey = work.Slug,
                Title = work.Title,
                Field = "title",
                Was = work.Title,
            };
            db.Suggestions.Add(new Suggestion(proposal, number % 2 == 0 ? inbox.Ada : inbox.Ben, null, null, now.AddSeconds(number)));
        }

        await db.SaveChangesAsync(Cancelled);
    }
}

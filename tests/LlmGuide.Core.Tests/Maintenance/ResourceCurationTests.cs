using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Catalogue.Path;
using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Catalogue.Resources.Edits;
using LlmGuide.Core.Catalogue.Topics;
using LlmGuide.Core.Data;
using LlmGuide.Core.Discussion.Comments;
using LlmGuide.Core.Discussion.Conversations;
using LlmGuide.Core.Merging;
using LlmGuide.Core.Revisions.History;
using LlmGuide.Core.Search;
using LlmGuide.Core.Tests.Databases;
using LlmGuide.Core.Tests.Revisions;
using LlmGuide.Core.Tests.Search;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Tests.Maintenance;

/// <summary>What curators do with resources: place, remove, merge, rename, change many, look after.</summary>
[OnEachDatabase]
public sealed class ResourceCurationTests
{
    private static CancellationToken Cancelled => GuideDatabase.Cancelled;

    [Fact]
    public async Task A_resource_moves_from_one_topic_to_another_and_the_others_close_up()
    {
        await using var desk = await EditingFixture.OpenAsync(TestDatabases.Create());
        await desk.DoAsync(draft => draft with { Placements = [new PlacementDraft("first", PlacementRole.Further, "It belongs here.")] });
        await using var db = await desk.Database.OpenAsync();
        Assert.Equal(["work-0", "work-1"], await db.Placements.Where(p => p.Topic.Slug == "first")
            .OrderBy(p => p.Position).Select(p => p.Resource.Slug).ToListAsync(Cancelled));
        Assert.Equal([1, 2], await db.Placements.Where(p => p.Topic.Slug == "second")
            .OrderBy(p => p.Position).Select(p => p.Position).ToListAsync(Cancelled));
    }

    [Fact]
    public async Task Where_a_part_of_a_work_is_used_its_minutes_count_and_not_those_of_the_whole()
    {
        await using var desk = await EditingFixture.OpenAsync(TestDatabases.Create());
        await desk.DoAsync(draft => draft with
        {
            Minutes = 900,
            Placements = [new PlacementDraft("first", PlacementRole.Essential, "Its first chapter.", Minutes: 7)],
        });
        var topic = await desk.Database.Get<TopicPageQuery>().RunAsync("first", Cancelled);
        Assert.Equal(7, topic!.Placements.Single(p => p.Resource.Slug == "work-1").Resource.Minutes);
        var path = await desk.Database.Get<PathQuery>().RunAsync(Cancelled);
        var stop = path.Stages.SelectMany(s => s.Stops).Single(s => s.Slug == "first");
        Assert.Equal(topic.Essentials.Sum(p => p.Resource.Minutes), stop.Minutes);
        var answer = await desk.Database.Get<TopicApiQuery>().FindAsync("first", Cancelled);
        Assert.Equal(7, answer!.Resources.Single(p => p.Slug == "work-1").Minutes);
        var unread = await desk.ChangeAsync(
            draft => draft with { Placements = [new PlacementDraft("first", PlacementRole.Further, "Why.", Minutes: -1)] });
        Assert.Equal(nameof(ResourceDraft.Placements), unread.Refusal?.Field);
    }

    [Fact]
    public async Task A_companion_explains_a_work_that_stands_in_the_topic_and_keeps_it_there()
    {
        await using var desk = await EditingFixture.OpenAsync(TestDatabases.Create());
        var unknown = await desk.ChangeAsync(
            draft => draft with { Placements = [new PlacementDraft("second", PlacementRole.Companion, "Why.", "work-0")] }, slug: "work-2");
        Assert.Contains("there is no “work-0” to explain", unknown.Refusal!.Why, StringComparison.Ordinal);
        await desk.DoAsync(
            draft => draft with { Placements = [new PlacementDraft("second", PlacementRole.Companion, "Why.", "work-1")] }, slug: "work-2");
        Assert.Contains(
            "“Work 2” is a companion of it", (await desk.ChangeAsync(draft => draft with { Removed = true })).Refusal!.Why,
            StringComparison.Ordinal);
        Assert.Contains(
            "“Work 2” is a companion of it", (await desk.ChangeAsync(draft => draft with { Placements = [] })).Refusal!.Why,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_removed_is_found_nowhere_and_comes_back_as_it_was()
    {
        await using var desk = await EditingFixture.OpenAsync(TestDatabases.Create());
        var topic = desk.Database.Get<TopicPageQuery>();
        var before = (await topic.RunAsync("second", Cancelled))!.Placements.Count;
        await desk.DoAsync(draft => draft with { Removed = true });
        Assert.Null(await desk.Database.Get<ResourcePageQuery>().RunAsync("work-1", Cancelled));
        Assert.Equal(
            "Work 1", (await desk.Database.Get<RemovedSubjectQuery>().RunAsync(LogKind.Resource, "work-1", Cancelled))!.Subject.Title);
        Assert.Equal(before - 1, (await topic.RunAsync("second", Cancelled))!.Placements.Count);
        Assert.DoesNotContain(
            await desk.Database.FindAsync("work"), hit => hit.Slug == "work-1");
        await desk.DoAsync(draft => draft with { Removed = false });
        Assert.Equal(before, (await topic.RunAsync("second", Cancelled))!.Placements.Count);
        Assert.Contains(await desk.Database.FindAsync("work"), hit => hit.Slug == "work-1");
    }

    [Fact]
    public async Task The_full_text_follows_an_edit()
    {
        await using var desk = await EditingFixture.OpenAsync(TestDatabases.Create());
        await desk.DoAsync(draft => draft with { Title = "Zebrafish", Summary = "Nothing else." });
        var search = desk.Database.Get<SearchQuery>();
        Assert.Equal("work-1", Assert.Single((await search.RunAsync(new SearchRequest("zebrafish"), 1, Cancelled)).Hits.Items).Match.Slug);
    }

    [Fact]
    public async Task A_slug_that_leads_somewhere_or_is_taken_is_refused()
    {
        await using var desk = await EditingFixture.OpenAsync(TestDatabases.Create());
        await desk.DoAsync(draft => draft with { Slug = "another" });
        Assert.Equal("Slug", (await desk.ChangeAsync(draft => draft with { Slug = "work-1" }, slug: "work-2")).Refusal!.Field);
        Assert.Equal("Slug", (await desk.ChangeAsync(draft => draft with { Slug = "another" }, slug: "work-2")).Refusal!.Field);
        Assert.Equal("another", await desk.Database.Get<FormerSlugQuery>().RunAsync(SlugOwner.Resource, "work-1", Cancelled));
    }

    [Fact]
    public async Task Merging_keeps_places_relations_comments_and_addresses()
    {
        await using var desk = await EditingFixture.OpenAsync(TestDatabases.Create());
        await desk.DoAsync(draft => draft with { BuildsOn = ["work-0", "work-2"] }, slug: "work-3");
        await desk.DoAsync(
            draft => draft with { Placements = [.. draft.Placements, new PlacementDraft("first", PlacementRole.Further, "Only here.")] },
            slug: "work-2");
        var comment = await SayAsync(desk, "work-2");
        var merged = await desk.Database.Get<MergeResources>().RunAsync(desk.Ada, "work-2", "work-1", "The same work.", Cancelled);
        Assert.Null(merged.Refusal);

        var stays = (await desk.DraftAsync("work-1")).Draft;
        Assert.Contains(stays.Placements, p => p is { Topic: "first", Why: "Only here." });
        Assert.Equal(["work-0", "work-1"], (await desk.DraftAsync("work-3")).Draft.BuildsOn);
        Assert.Equal("work-1", await desk.Database.Get<FormerSlugQuery>().RunAsync(SlugOwner.Resource, "work-2", Cancelled));
        Assert.Equal("work-1", (await desk.Database.Get<CommentQuery>().RunAsync(comment, Cancelled))!.Slug);
        Assert.Null(await desk.Database.Get<ResourcePageQuery>().RunAsync("work-2", Cancelled));
        Assert.Equal(["merged", "changed"], (await desk.HistoryAsync("work-2")).Revisions.Items.Select(r => r.Act));
        await using var db = await desk.Database.OpenAsync();
        Assert.Equal(1, await db.Resources.Where(r => r.Slug == "work-1").Select(r => r.Conversation.Comments).SingleAsync(Cancelled));
    }

    [Fact]
    public async Task A_merge_that_was_a_mistake_gives_the_resource_back_under_its_own_address()
    {
        await using var desk = await EditingFixture.OpenAsync(TestDatabases.Create());
        Assert.Null(
            (await desk.Database.Get<MergeResources>().RunAsync(desk.Ada, "work-2", "work-1", "The same work.", Cancelled)).Refusal);
        await desk.DoAsync(draft => draft with { Removed = false }, reason: "They differ.", slug: "work-2");
        Assert.NotNull(await desk.Database.Get<ResourcePageQuery>().RunAsync("work-2", Cancelled));
        Assert.Null(await desk.Database.Get<FormerSlugQuery>().RunAsync(SlugOwner.Resource, "work-2", Cancelled));
        await desk.DoAsync(draft => draft with { Slug = "work-two" }, slug: "work-2");
        Assert.Equal("work-two", await desk.Database.Get<FormerSlugQuery>().RunAsync(SlugOwner.Resource, "work-2", Cancelled));
    }

    [Fact]
    public async Task A_merged_resource_that_comes_back_under_another_address_has_its_old_one_again_too()
    {
        await using var desk = await EditingFixture.OpenAsync(TestDatabases.Create());
        Assert.Null(
            (await desk.Database.Get<MergeResources>().RunAsync(desk.Ada, "work-2", "work-1", "The same work.", Cancelled)).Refusal);
        await desk.DoAsync(draft => draft with { Removed = false, Slug = "second-work" }, reason: "They differ.", slug: "work-2");
        Assert.Equal("second-work", await desk.Database.Get<FormerSlugQuery>().RunAsync(SlugOwner.Resource, "work-2", Cancelled));
    }

    [Fact]
    public async Task An_address_that_leads_to_what_something_was_merged_into_is_not_given_to_another()
    {
        await using var desk = await EditingFixture.OpenAsync(TestDatabases.Create());
        await desk.DoAsync(draft => draft with { Slug = "work-two" }, slug: "work-2");
        Assert.Null(
            (await desk.Database.Get<MergeResources>().RunAsync(desk.Ada, "work-two", "work-1", "The same work.", Cancelled)).Refusal);
        var refusal = (await desk.ChangeAsync(draft => draft with { Slug = "work-2" }, slug: "work-3")).Refusal;
        Assert.Equal(("Slug", "The address “work-2” redirects to “work-1”, which had it before."), (refusal?.Field, refusal?.Why));
        Assert.Equal("Slug", (await desk.ChangeAsync(draft => draft with { Slug = "work-two" }, slug: "work-3")).Refusal?.Field);
    }

    [Fact]
    public async Task Many_are_changed_at_once_each_with_its_revision_and_removal_needs_a_reason()
    {
        await using var desk = await EditingFixture.OpenAsync(TestDatabases.Create());
        var ids = (await desk.Database.Get<CuratedResourcesQuery>().RunAsync(new CuratedFilter(), 1, 50, Cancelled)).Items
            .Select(r => r.Id).ToList();
        var change = desk.Database.Get<ChangeResources>();
        Assert.Equal(4, (await change.RunAsync(desk.Ada, ids, new BulkChange(Level: ResourceLevel.Advanced), null, Cancelled)).Value);
        Assert.Equal(0, (await change.RunAsync(desk.Ada, ids, new BulkChange(Level: ResourceLevel.Advanced), null, Cancelled)).Value);
        Assert.NotNull((await change.RunAsync(desk.Ada, ids, new BulkChange(Removed: true), "", Cancelled)).Refusal);
        Assert.Equal(
            Cause.NotAllowed, (await change.RunAsync(desk.Reader, ids, new BulkChange(Removed: true), "Why.", Cancelled)).Refusal?.Cause);
        Assert.Equal(4, (await change.RunAsync(desk.Ada, ids, new BulkChange(Removed: true), "All wrong.", Cancelled)).Value);
        Assert.Equal("removed", (await desk.HistoryAsync()).Revisions.Items[0].Act);
    }

    [Fact]
    public async Task Each_choice_for_many_changes_that_alone_and_can_be_taken_back()
    {
        await using var desk = await EditingFixture.OpenAsync(TestDatabases.Create());
        var before = await desk.DraftAsync();
        async Task<ResourceDraft> AfterAsync(BulkChange change)
        {
            Assert.Equal(
                1, (await desk.Database.Get<ChangeResources>().RunAsync(desk.Ada, [before.Id], change, "As agreed.", Cancelled)).Value);
            return (await desk.DraftAsync()).Draft;
        }

        Assert.Equal(ResourceKind.Video, (await AfterAsync(new BulkChange(Kind: ResourceKind.Video))).Kind);
        Assert.Equal(ResourceLevel.Advanced, (await AfterAsync(new BulkChange(Level: ResourceLevel.Advanced))).Level);
        Assert.Equal(
            ("first", PlacementRole.Further, "It fits."), (await AfterAsync(new BulkChange(Topic: "first", Why: "It fits."))).Placements
                .Where(p => p.Topic == "first").Select(p => (p.Topic, p.Role, p.Why)).Single());
        Assert.True((await AfterAsync(new BulkChange(Removed: true))).Removed);
        var after = await AfterAsync(new BulkChange(Removed: false));
        Assert.Equivalent(
            before.Draft with { Kind = ResourceKind.Video, Level = ResourceLevel.Advanced, Placements = after.Placements },
            after, strict: true);
    }

    [Fact]
    public async Task What_nobody_has_looked_at_for_long_is_listed_until_somebody_has()
    {
        await using var desk = await EditingFixture.OpenAsync(TestDatabases.Create());
        var query = desk.Database.Get<CuratedResourcesQuery>();
        var old = new CuratedFilter(Removed: false, LookedBefore: desk.Database.Clock.GetUtcNow().AddMonths(-12), Sort: CuratedSort.Looked);
        var stale = (await query.RunAsync(old, 1, 50, Cancelled)).Items;
        Assert.Equal(4, stale.Count);
        Assert.Equal(
            2, (await desk.Database.Get<ConfirmResources>().RunAsync(desk.Ada, [.. stale.Take(2).Select(r => r.Id)], Cancelled)).Value);
        Assert.Equal(2, (await query.RunAsync(old, 1, 50, Cancelled)).Total);
        await using var db = await desk.Database.OpenAsync();
        Assert.Equal(2, await db.Set<Core.Data.LogEntry>().CountAsync(e => e.Act == "confirmed", Cancelled));
    }

    [Fact]
    public async Task A_longer_table_costs_no_more_commands()
    {
        await using var few = await EditingFixture.OpenAsync(TestDatabases.Create(), 2);
        await using var many = await EditingFixture.OpenAsync(TestDatabases.Create(), 120);
        var cost = await few.Database.CommandsOfAsync(
            () => few.Database.Get<CuratedResourcesQuery>().RunAsync(new CuratedFilter(), 1, 50, Cancelled));
        Assert.Equal(cost, await many.Database.CommandsOfAsync(
            () => many.Database.Get<CuratedResourcesQuery>().RunAsync(new CuratedFilter(), 1, 50, Cancelled)));
        foreach (var sort in Enum.GetValues<CuratedSort>())
        {
            var first = await many.Database.Get<CuratedResourcesQuery>()
                .RunAsync(new CuratedFilter(Sort: sort, Descending: true), 1, 100, Cancelled);
            var second = await many.Database.Get<CuratedResourcesQuery>()
                .RunAsync(new CuratedFilter(Sort: sort, Descending: true), 2, 100, Cancelled);
            Assert.Equal(121, first.Items.Concat(second.Items).Select(r => r.Id).Distinct().Count());
        }
    }

    private static async Task<int> SayAsync(EditingFixture desk, string slug)
    {
        await using var db = await desk.Database.OpenAsync();
        var conversation = await db.Resources.Where(r => r.Slug == slug).Select(r => r.ConversationId).SingleAsync(Cancelled);
        var said = await desk.Database.Get<PostComment>()
            .RunAsync(desk.Reader, ReplyTarget.In(conversation), new CommentDraft { Text = "A thought.", Key = Guid.NewGuid() }, Cancelled);
        Assert.Null(said.Refusal);
        return said.Value;
    }
}

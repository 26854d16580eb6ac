using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Catalogue.Topics;
using LlmGuide.Core.Data;
using LlmGuide.Core.Discussion;
using LlmGuide.Core.Discussion.Conversations;
using LlmGuide.Core.Discussion.Notifications;
using LlmGuide.Core.Merging;
using LlmGuide.Core.Revisions;
using LlmGuide.Core.Revisions.History;
using LlmGuide.Core.Tests.Catalogue.Topics;
using LlmGuide.Core.Tests.Databases;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Tests.Merging;

/// <summary>Two topics become one, and nothing is lost.</summary>
[OnEachDatabase]
public sealed class MergeTopicsTests
{
    private static CancellationToken Cancelled => GuideDatabase.Cancelled;

    [Fact]
    public async Task What_is_read_needed_and_linked_goes_to_the_one_that_stays()
    {
        await using var desk = await PathFixture.OpenAsync(TestDatabases.Create());
        await desk.DoAsync("three", draft => draft with { Slug = "drei" });
        Assert.Null((await MergeAsync(desk, "drei", "two")).Refusal?.Why);
        Assert.Equal("a: one two | b: four five", await desk.PathAsync());
        var page = await desk.Database.Get<TopicPageQuery>().RunAsync("two", Cancelled);
        Assert.Equal(
            ["work-3 Essential ", "work-4 Companion work-3", "work-5 Essential ", "work-6 Companion work-5"],
            [.. page!.Placements.Select(p => $"{p.Resource.Slug} {p.Role} {p.CompanionOf}")]);
        Assert.Equal(["one"], [.. page.Prerequisites.Select(p => p.Slug)]);
        Assert.Equal(["four"], [.. page.Unlocks.Select(p => p.Slug)]);
        var former = desk.Database.Get<FormerSlugQuery>();
        Assert.Equal(["two", "two"], [await former.RunAsync(SlugOwner.Topic, "three", Cancelled),
            await former.RunAsync(SlugOwner.Topic, "drei", Cancelled)]);
    }

    [Fact]
    public async Task Comments_keep_their_numbers_and_followers_follow()
    {
        await using var desk = await PathFixture.OpenAsync(TestDatabases.Create());
        var (from, into) = (await ConversationAsync(desk, "three"), await ConversationAsync(desk, "two"));
        var comment = await desk.Scene.SayAsync("reader", from);
        await desk.Scene.SayAsync("ben", into);
        await desk.Scene.FollowAsync("ada", from, FollowLevel.Following);
        await desk.Scene.FollowAsync("ada", into, FollowLevel.Muted);
        await desk.Scene.FollowAsync("ben", from, FollowLevel.Following);
        Assert.Null((await MergeAsync(desk, "three", "two")).Refusal?.Why);
        var found = await desk.Database.Get<CommentQuery>().RunAsync(comment.Id, Cancelled);
        Assert.Equal("two", found?.Slug);
        Assert.Equal([0, 2], await desk.AskAsync(db => db.Conversations.Where(c => c.Id == from || c.Id == into)
            .OrderByDescending(c => c.Id).Select(c => c.Comments).ToListAsync(Cancelled)));
        var followers = await desk.AskAsync(db => db.Subscriptions.Where(s => s.ConversationId == into && s.MemberId != desk.Reader.Id)
            .OrderBy(s => s.MemberId).Select(s => s.Level).ToListAsync(Cancelled));
        Assert.Equal([FollowLevel.Muted, FollowLevel.Following], followers);
        Assert.Superset(new HashSet<int> { from, into }, desk.Database.News.Changes.ToHashSet());
    }

    [Fact]
    public async Task Every_part_of_a_merge_has_its_row_in_the_log()
    {
        await using var desk = await PathFixture.OpenAsync(TestDatabases.Create());
        await MergeAsync(desk, "three", "two");
        var log = await desk.AskAsync(
            db => db.Log.OrderBy(e => e.Id).Select(e => $"{e.Act} {e.Kind} {e.Key}: {e.Reason}").ToListAsync(Cancelled));
        const string Because = "“Topic three” was merged into “Topic two”: The same.";
        Assert.Equal(
            [$"changed Topic four: {Because}", $"changed Resource work-5: {Because}",
                $"changed Resource work-6: {Because}", "merged Topic three: Merged into “Topic two”: The same."],
            log);
    }

    [Fact]
    public async Task A_merge_that_was_a_mistake_gives_the_topic_back_with_its_list()
    {
        await using var desk = await PathFixture.OpenAsync(TestDatabases.Create());
        await MergeAsync(desk, "three", "two");
        var removal = (await desk.HistoryAsync(LogKind.Topic, "three")).Revisions.Items[0];
        Assert.Null((await desk.Database.Get<RevertSubject>().RunAsync(
            desk.Ada, removal.EntryId, RevertTo.Before, removal.Number, "They differ.", Cancelled)).Refusal?.Why);
        Assert.Equal("a: one two three | b: four five", await desk.PathAsync());
        Assert.Equal(["work-5", "work-6"], (await desk.DraftAsync("three")).Draft.Reading);
        Assert.Null(await desk.Database.Get<FormerSlugQuery>().RunAsync(SlugOwner.Topic, "three", Cancelled));
    }

    [Theory]
    [InlineData("two", "two", "These are already the same.")]
    [InlineData("two", "nowhere", "There is no topic with this address on the path.")]
    [InlineData("two", "five", "The prerequisites would form a circle: Topic three → Topic five → Topic four → Topic three.")]
    public async Task What_cannot_be_merged_is_refused_and_nothing_changes(string from, string into, string why)
    {
        await using var desk = await PathFixture.OpenAsync(TestDatabases.Create());
        Assert.Equal(why, (await MergeAsync(desk, from, into)).Refusal?.Why);
        Assert.Empty(await desk.AskAsync(db => db.Log.ToListAsync(Cancelled)));
        Assert.Equal("a: one two three | b: four five", await desk.PathAsync());
    }

    private static Task<Outcome<Edited>> MergeAsync(PathFixture desk, string from, string into) =>
        desk.Database.Get<MergeTopics>().RunAsync(desk.Ada, from, into, "The same.", Cancelled);

    private static Task<int> ConversationAsync(PathFixture desk, string topic) =>
        desk.AskAsync(db => db.Topics.Where(t => t.Slug == topic).Select(t => t.ConversationId).SingleAsync(Cancelled));
}

using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Catalogue.Path;
using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Catalogue.Topics;
using LlmGuide.Core.Interchange;
using LlmGuide.Core.Interchange.Seed;
using LlmGuide.Core.Leaderboards.Results;
using LlmGuide.Core.Leaderboards.Tasks;
using LlmGuide.Core.Tests.Databases;

namespace LlmGuide.Core.Tests.Catalogue;

/// <summary>Every query on the real seed, on each database.</summary>
[OnEachDatabase]
public sealed class CatalogueQueryTests(SeededDatabase seeded) : IClassFixture<SeededDatabase>
{
    /// <summary>What the files say, which the database must give back.</summary>
    private static readonly SeedFolder Seed = new SeedReader(GuideDatabase.SeedFolder).Read();

    private static int Works => Seed.Resources.Count;

    private static int Pages => (Works + ResourceListQuery.PageSize - 1) / ResourceListQuery.PageSize;

    private GuideDatabase Database => seeded.Database;

    private static CancellationToken Cancelled => GuideDatabase.Cancelled;

    [Fact]
    public async Task The_path_has_its_stages_and_topics_in_order()
    {
        var path = await Database.Get<PathQuery>().RunAsync(Cancelled);
        var essentials = Seed.Topics.SelectMany(t => t.Value.Resources)
            .Where(p => p.Role == "essential").Select(p => p.Resource).Distinct().Count();
        Assert.Equal((Seed.Stages.Count, Seed.Topics.Count, essentials), (path.Stages.Count, path.Topics, path.Essentials));
        var title = Seed.Topics.ToDictionary(t => t.Value.Slug!, t => t.Value.Title);
        Assert.Equal(Seed.Stages.SelectMany(s => s.Value.Topics).Select(slug => title[slug]), path.Stages.SelectMany(s => s.Stops)
            .Select(s => s.Title));
        Assert.Equal(["The Transformer"], path.Stages[0].Stops[1].After);
        Assert.Equal("attention-is-all-you-need", path.Start!.Resource.Slug);
    }

    [Fact]
    public async Task A_topic_has_its_works_in_order_with_companions_under_them()
    {
        var topic = await Database.Get<TopicPageQuery>().RunAsync("transformer", Cancelled);
        Assert.NotNull(topic);
        Assert.Equal(["attention-is-all-you-need", "lets-build-gpt"], topic.Essentials.Select(p => p.Resource.Slug));
        Assert.Equal("the-illustrated-transformer", topic.CompanionsOf("attention-is-all-you-need").First().Resource.Slug);
        Assert.Equal((1, Seed.Topics.Count), (topic.Position, topic.Topics));
        Assert.Null(topic.Before);
        Assert.Equal("tokenization", topic.After!.Slug);
        Assert.Contains(topic.Unlocks, t => t.Slug == "inside-the-block");
        Assert.All(topic.Placements, p => Assert.NotEmpty(p.WhyHtml));
    }

    [Fact]
    public async Task What_came_last_is_listed_first_with_the_first_topic_that_it_stands_in()
    {
        var newest = await Database.Get<NewResourcesQuery>().RunAsync(20, Cancelled);
        Assert.Equal(20, newest.Count);
        Assert.Equal(newest.OrderByDescending(n => n.AddedAt).Select(n => n.Slug), newest.Select(n => n.Slug));
        Assert.All(newest, n => Assert.NotEmpty(n.SummaryHtml));
        var all = await Database.Get<NewResourcesQuery>().RunAsync(10_000, Cancelled);
        Assert.Equal("The Transformer", all.Single(n => n.Slug == "attention-is-all-you-need").Topic);
    }

    [Fact]
    public async Task A_topic_names_what_it_needs_and_why()
    {
        var topic = await Database.Get<TopicPageQuery>().RunAsync("in-context-learning", Cancelled);
        var needed = Assert.Single(topic!.Prerequisites);
        Assert.Equal("pre-training-and-fine-tuning", needed.Slug);
        Assert.NotEmpty(needed.Reason);
    }

    [Fact]
    public async Task What_does_not_exist_is_null()
    {
        Assert.Null(await Database.Get<TopicPageQuery>().RunAsync("nowhere", Cancelled));
        Assert.Null(await Database.Get<ResourcePageQuery>().RunAsync("nowhere", Cancelled));
        Assert.Null(await Database.Get<FormerSlugQuery>().RunAsync(SlugOwner.Topic, "nowhere", Cancelled));
    }

    [Fact]
    public async Task A_resource_knows_its_places_foundations_followers_and_companions()
    {
        var view = await Database.Get<ResourcePageQuery>().RunAsync("attention-is-all-you-need", Cancelled);
        Assert.Equal("transformer", Assert.Single(view!.Places).Topic.Slug);
        Assert.Equal(["nmt-align-and-translate", "seq2seq-learning"], view.Foundations.Select(f => f.Slug));
        Assert.Contains(view.Followers, f => f.Slug == "gpt-1");
        Assert.Equal(4, view.Companions.Count);
        Assert.Equal("vaswani2017attention", view.Facts.CitationKey);
    }

    [Theory]
    [InlineData(ResourceSort.Path)]
    [InlineData(ResourceSort.Title)]
    [InlineData(ResourceSort.Newest)]
    [InlineData(ResourceSort.Oldest)]
    [InlineData(ResourceSort.Added)]
    [InlineData(ResourceSort.Shortest)]
    public async Task All_pages_together_show_each_resource_once(ResourceSort sort)
    {
        var query = Database.Get<ResourceListQuery>();
        var seen = new List<string>();
        for (var page = 1; page <= Pages; page++)
        {
            seen.AddRange(
                (await query.RunAsync(new ResourceFilter { Sort = sort }, page, Cancelled)).Resources.Items.Select(r => r.Resource.Slug));
        }

        Assert.Equal(Works, seen.Count);
        Assert.Equal(Works, seen.Distinct().Count());
    }

    [Fact]
    public async Task The_list_starts_where_the_path_starts() =>
        Assert.Equal("attention-is-all-you-need", (await Database.Get<ResourceListQuery>()
            .RunAsync(new ResourceFilter(), 1, Cancelled)).Resources.Items[0].Resource.Slug);

    [Fact]
    public async Task Filters_narrow_the_list()
    {
        var query = Database.Get<ResourceListQuery>();
        Assert.Equal(
            Seed.Resources.Count(r => r.Value.Kind == "video"),
            (await query.RunAsync(new ResourceFilter { Kinds = [ResourceKind.Video] }, 1, Cancelled)).Resources.Total);
        var placed = Seed.Topics.Single(t => t.Value.Slug == "transformer").Value.Resources.Count;
        Assert.Equal(placed, (await query.RunAsync(new ResourceFilter { Topics = ["transformer"] }, 1, Cancelled)).Resources.Total);
        Assert.Contains((await query.RunAsync(new ResourceFilter { Text = "VASWANI" }, 1, Cancelled)).Resources.Items, r =>
            r.Resource.Slug == "attention-is-all-you-need");
        Assert.Equal(0, (await query.RunAsync(new ResourceFilter { Topics = ["nowhere"] }, 1, Cancelled)).Resources.Total);
        Assert.Equal(0, (await query.RunAsync(new ResourceFilter { Text = "100%_" }, 1, Cancelled)).Resources.Total);
    }

    /// <summary>Each count beside a choice is what one gets who takes it alone, with the other filters as they are.</summary>
    [Theory]
    [MemberData(nameof(Narrowed))]
    public async Task A_count_beside_a_choice_is_what_the_choice_shows(ResourceFilter filter)
    {
        var query = Database.Get<ResourceListQuery>();
        var view = await query.RunAsync(filter, 1, Cancelled);
        async Task<int> With(ResourceFilter other) => (await query.RunAsync(other, 1, Cancelled)).Resources.Total;
        foreach (var kind in Enum.GetValues<ResourceKind>())
        {
            Assert.Equal(await With(filter with { Kinds = [kind] }), view.Counts.Kinds.GetValueOrDefault(kind));
        }

        foreach (var level in Enum.GetValues<ResourceLevel>())
        {
            Assert.Equal(await With(filter with { Levels = [level] }), view.Counts.Levels.GetValueOrDefault(level));
        }

        foreach (var topic in view.Topics.Take(6))
        {
            Assert.Equal(await With(filter with { Topics = [topic.Slug] }), topic.Count);
        }

        foreach (var (year, count) in view.Counts.Years.Take(5))
        {
            Assert.Equal(await With(filter with { Years = [year] }), count);
        }

        Assert.Equal(view.Resources.Total, view.Counts.Total);
    }

    public static TheoryData<ResourceFilter> Narrowed =>
    [
        new ResourceFilter(),
        new ResourceFilter { Kinds = [ResourceKind.Paper, ResourceKind.Video] },
        new ResourceFilter { Kinds = [ResourceKind.Paper], Levels = [ResourceLevel.Advanced, ResourceLevel.Introductory] },
        new ResourceFilter { Topics = ["transformer", "tokenization"], Years = [2017, 2020] },
        new ResourceFilter { Text = "language", Topics = ["transformer"], Kinds = [ResourceKind.Article] },
    ];

    [Fact]
    public async Task Of_several_values_of_a_filter_any_will_do()
    {
        var query = Database.Get<ResourceListQuery>();
        async Task<int> Of(params ResourceKind[] kinds) =>
            (await query.RunAsync(new ResourceFilter { Kinds = kinds }, 1, Cancelled)).Resources.Total;
        Assert.Equal(await Of(ResourceKind.Paper) + await Of(ResourceKind.Video), await Of(ResourceKind.Paper, ResourceKind.Video));
    }

    [Fact]
    public async Task A_page_that_does_not_exist_is_the_nearest_that_does()
    {
        var query = Database.Get<ResourceListQuery>();
        Assert.Equal(1, (await query.RunAsync(new ResourceFilter(), -1, Cancelled)).Resources.Number);
        Assert.Equal(Pages, (await query.RunAsync(new ResourceFilter(), 1_000_000_000_000, Cancelled)).Resources.Number);
    }

    [Fact]
    public async Task The_tasks_with_most_results_come_first_and_say_how_far_they_reach()
    {
        var tasks = await Database.Get<TaskListQuery>().RunAsync(null, null, 1, Cancelled);
        Assert.Equal(tasks.Tasks.Items.Select(t => t.Results).OrderDescending(), tasks.Tasks.Items.Select(t => t.Results));
        Assert.Equal(new PartialDate(2026, 8), tasks.Tasks.Items.Single(t => t.Slug == "agentic-tasks").Reach);
        Assert.Null(tasks.Tasks.Items.Single(t => t.Slug == "tool-calling").Reach);
        Assert.Equal(Seed.Tasks.Count, tasks.Tasks.Total);
        var (benchmarks, results) = (
            Seed.Tasks.Sum(t => t.Value.Benchmarks.Count), Seed.Tables.Sum(t => t.Value.Results.Count(r => r.Reference is null)));
        Assert.Equal((benchmarks, results), (tasks.Tasks.Items.Sum(t => t.BenchmarksInAll), tasks.Tasks.Items.Sum(t => t.Results)));
    }

    [Fact]
    public async Task Tasks_are_found_by_type_and_by_benchmark()
    {
        var query = Database.Get<TaskListQuery>();
        Assert.Equal(["summarization", "translation"], (await query.RunAsync("Seq2Seq", "", 1, Cancelled)).Tasks.Items.Select(t => t.Slug));
        Assert.Equal(["code-generation"], (await query.RunAsync(null, "humaneval", 1, Cancelled)).Tasks.Items.Select(t => t.Slug));
    }

    [Fact]
    public async Task The_export_holds_everything_once()
    {
        var all = await Database.Get<CatalogueExport>().RunAsync(Cancelled);
        Assert.Equal((Seed.Stages.Count, Seed.Topics.Count, Works, Seed.Tasks.Count), (
            all.Stages.Count, all.Topics.Count, all.Resources.Count, all.Tasks.Count));
        Assert.Equal(Works, all.Resources.Select(r => r.CitationKey).Distinct().Count());
        Assert.Equal(
            ["nmt-align-and-translate", "seq2seq-learning"], all.Resources.Single(r => r.Slug == "attention-is-all-you-need").BuildsOn);
        Assert.Equal("attention-is-all-you-need", all.Resources.Single(r => r.Slug == "the-illustrated-transformer").CompanionOf);
    }

    [Fact]
    public async Task Cursors_walk_a_list_once()
    {
        var records = Database.Get<ResourceApiQuery>();
        var seen = new List<string>();
        for (int? after = 0; after is { } key;)
        {
            var batch = await records.BatchAsync(new ResourceFilter(), key, 7, Cancelled);
            Assert.Equal(Works, batch.Total);
            seen.AddRange(batch.Items.Select(r => r.Slug));
            after = batch.Next is null ? null : Cursor.Parse(batch.Next);
        }

        Assert.Equal(Works, seen.Distinct().Count());
        Assert.Equal(Works, seen.Count);
    }

    [Fact]
    public async Task Everything_with_a_page_has_an_address()
    {
        var addresses = await Database.Get<AddressesQuery>().RunAsync(1000, Cancelled);
        Assert.Equal((Seed.Topics.Count, Works), (addresses.Topics.Count, addresses.Resources.Count));
    }
}

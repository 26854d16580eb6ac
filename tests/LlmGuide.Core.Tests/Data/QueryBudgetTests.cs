using LlmGuide.Core.Catalogue.Path;
using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Catalogue.Topics;
using LlmGuide.Core.Leaderboards.Tasks;
using LlmGuide.Core.Search;
using LlmGuide.Core.Tests.Databases;

namespace LlmGuide.Core.Tests.Data;

/// <summary>The number of SQL commands of a page does not grow with the rows.</summary>
public sealed class QueryBudgetTests
{
    [Fact]
    public Task Path() => CostsTheSame(6, d => d.Get<PathQuery>().RunAsync(GuideDatabase.Cancelled));

    [Fact]
    public Task Topic() => CostsTheSame(4, d => d.Get<TopicPageQuery>().RunAsync("second", GuideDatabase.Cancelled));

    [Fact]
    public Task Resources() => CostsTheSame(4, d => d.Get<ResourceListQuery>().RunAsync(new ResourceFilter(), 1, GuideDatabase.Cancelled));

    [Fact]
    public Task Resource() => CostsTheSame(5, d => d.Get<ResourcePageQuery>().RunAsync("work-0", GuideDatabase.Cancelled));

    [Fact]
    public Task Tasks() => CostsTheSame(5, d => d.Get<TaskListQuery>().RunAsync(null, null, 1, GuideDatabase.Cancelled));

    [Fact]
    public Task Search() => CostsTheSame(5, d => d.Get<SearchQuery>().RunAsync(new SearchRequest("work"), 1, GuideDatabase.Cancelled));

    [Fact]
    public Task TopicsForPrograms() => CostsTheSame(5, d => d.Get<TopicApiQuery>().BatchAsync(0, 50, GuideDatabase.Cancelled));

    private static async Task CostsTheSame(int atMost, Func<GuideDatabase, Task> page)
    {
        var few = await CommandsAsync(10, page);
        Assert.Equal(few, await CommandsAsync(200, page));
        Assert.InRange(few, 1, atMost);
    }

    private static async Task<int> CommandsAsync(int resources, Func<GuideDatabase, Task> page)
    {
        await using var database = await TestDatabases.Sqlite().MigratedAsync();
        await GeneratedResources.AddAsync(database, resources);
        return await database.CommandsOfAsync(() => page(database));
    }
}

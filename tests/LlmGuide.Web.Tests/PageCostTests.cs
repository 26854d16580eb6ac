namespace LlmGuide.Web.Tests;

/// <summary>What an address costs the database over HTTP, with everything that the host does on the way.</summary>
public sealed class PageCostTests(PageCostTests.Sites sites) : IClassFixture<PageCostTests.Sites>
{
    [Theory]
    [InlineData("/", 6)]
    [InlineData("/topics/one", 5)]
    [InlineData("/topics/topic-1", 5)]
    [InlineData("/resources", 4)]
    [InlineData("/resources?topic=one&q=work&page=2", 4)]
    [InlineData("/resources/work", 7)]
    [InlineData("/tasks", 5)]
    [InlineData("/search?q=work", 6)]
    [InlineData("/tasks/task-1", 18)]
    [InlineData("/benchmarks/benchmark-1", 8)]
    [InlineData("/benchmarks/benchmark-1?sort=date&year=2019", 8)]
    [InlineData("/models", 4)]
    [InlineData("/models?q=model&page=2", 4)]
    [InlineData("/metrics", 2)]
    [InlineData("/api/v1/benchmarks/benchmark-1", 2)]
    [InlineData("/api/v1/benchmarks/benchmark-1/results", 3)]
    [InlineData("/sitemap.xml", 6)]
    [InlineData("/llms.txt", 6)]
    [InlineData("/api/v1/stages", 2)]
    [InlineData("/api/v1/topics", 5)]
    [InlineData("/api/v1/topics/one", 4)]
    [InlineData("/api/v1/resources", 4)]
    [InlineData("/api/v1/resources/work", 3)]
    [InlineData("/api/v1/tasks", 5)]
    [InlineData("/api/v1/search?q=work", 5)]
    public async Task An_answer_asks_a_few_statements_however_much_there_is(string path, int max)
    {
        var few = await sites.Small.StatementsOfAsync(path);
        var many = await sites.Large.StatementsOfAsync(path);
        Assert.True(few.Count >= many.Count, $"{few.Count} statements became {many.Count}:\n{string.Join("\n\n", many)}");
        Assert.True(many.Count <= max, $"{many.Count} statements instead of {max}:\n{string.Join("\n\n", many)}");
        Assert.NotEmpty(many);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/topics/one")]
    [InlineData("/resources")]
    [InlineData("/resources/work")]
    [InlineData("/tasks")]
    [InlineData("/benchmarks/benchmark-1")]
    [InlineData("/sitemap.xml")]
    [InlineData("/api/v1/resources")]
    public async Task A_kept_answer_asks_nothing(string path)
    {
        Assert.NotEmpty(await sites.Small.StatementsOfAsync(path));
        Assert.Empty(await sites.Small.StatementsOfKeptAsync(path));
    }

    [Theory]
    [InlineData("/", 1)]
    [InlineData("/topics/one", 2)]
    [InlineData("/resources/work", 2)]
    public async Task Progress_notes_and_checks_cost_a_member_two_statements_at_most_however_much_there_is(string path, int count)
    {
        foreach (var site in (SizedSite[])[sites.Small, sites.Large])
        {
            var asked = await site.StatementsOfMemberAsync(path);
            Assert.Equal(count, asked.Count(statement => !IsMedian(statement) && Own.Any(
                table => statement.Contains(table, StringComparison.Ordinal))));
            Assert.DoesNotContain(asked, statement => statement.Contains("FormerSlugs", StringComparison.Ordinal));
        }
    }

    /// <summary>Where what a member has read, noted and answered is kept.</summary>
    private static readonly string[] Own = ["ReadingMarks", "TopicMarks", "Annotations", "CheckCards"];

    /// <summary>How long a work took its readers is asked for everybody, member or not.</summary>
    private static bool IsMedian(string statement) => statement.Contains("\"TookMinutes\" IS NOT NULL", StringComparison.Ordinal);

    /// <summary>With one further topic, and with twenty, each with twenty works and linked to the first.</summary>
    public sealed class Sites : IAsyncLifetime
    {
        internal SizedSite Small { get; private set; } = null!;

        internal SizedSite Large { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Small = await SizedSite.StartAsync(1);
            Large = await SizedSite.StartAsync(20);
        }

        public async ValueTask DisposeAsync()
        {
            await Small.DisposeAsync();
            await Large.DisposeAsync();
        }
    }
}

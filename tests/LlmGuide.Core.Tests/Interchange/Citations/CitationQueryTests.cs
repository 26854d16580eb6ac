using LlmGuide.Core.Interchange.Citations;
using LlmGuide.Core.Merging;
using LlmGuide.Core.Revisions;
using LlmGuide.Core.Tests.Databases;
using LlmGuide.Core.Tests.Revisions;

namespace LlmGuide.Core.Tests.Interchange.Citations;

/// <summary>Which works a file of citations holds, and under which keys.</summary>
[OnEachDatabase]
public sealed class CitationQueryTests
{
    private static CancellationToken Cancelled => GuideDatabase.Cancelled;

    [Fact]
    public async Task A_topic_is_cited_in_reading_order_and_everything_by_key()
    {
        await using var desk = await EditingFixture.OpenAsync(TestDatabases.Create(), 4);
        var works = desk.Database.Get<CitationQuery>();
        Assert.Equal(["example1", "example2", "example3", "example4"], Keys(await works.OfTopicAsync("second", Cancelled)));
        Assert.Equal(["example0", "example1", "example2", "example3", "example4"], Keys(await works.OfStageAsync("stage", Cancelled)));
        Assert.Equal(
            ["example0", "example1", "example2", "example3", "example4"], Keys(await works.AllAsync(Cancelled).ToListAsync(Cancelled)));
        Assert.Null(await works.OfTopicAsync("nowhere", Cancelled));
        Assert.Null(await works.OfStageAsync("nowhere", Cancelled));
        Assert.Null(await works.OfResourceAsync("nowhere", Cancelled));
    }

    [Fact]
    public async Task A_key_outlives_a_new_title_other_authors_and_another_year()
    {
        await using var desk = await EditingFixture.OpenAsync(TestDatabases.Create());
        var works = desk.Database.Get<CitationQuery>();
        var before = await works.OfResourceAsync("work-1", Cancelled);
        await desk.DoAsync(draft => draft with { Slug = "other", Title = "Another title", Authors = ["Some Body"], Year = 1999 });
        Assert.Equal("example1", before!.Key);
        Assert.Equal(before.Key, (await works.OfResourceAsync("other", Cancelled))!.Key);
    }

    [Fact]
    public async Task The_key_of_a_merged_work_is_kept_by_the_one_that_stays_and_is_never_given_again()
    {
        await using var desk = await EditingFixture.OpenAsync(TestDatabases.Create(), 4);
        var works = desk.Database.Get<CitationQuery>();
        await MergeAsync(desk, "work-3", "work-2");
        await MergeAsync(desk, "work-2", "work-1");
        Assert.Equal(["example2", "example3"], (await works.OfResourceAsync("work-1", Cancelled))!.FormerKeys);
        var draft = (await desk.DraftAsync()).Draft with
        {
            Slug = "again",
            Title = "Of",
            Authors = ["Ada Example2"],
            Year = null,
            Month = null,
            Url = "https://example.org/again",
            Placements = [],
            BuildsOn = [],
        };
        var added = await desk.Database.Get<Editing>().SaveAsync(desk.Resources, desk.Ada, Edit.New(draft, "Once more."), Cancelled);
        Assert.Null(added.Refusal?.Why);
        Assert.Equal("example2a", (await works.OfResourceAsync("again", Cancelled))!.Key);
    }

    private static async Task MergeAsync(EditingFixture desk, string from, string into) => Assert.Null(
        (await desk.Database.Get<MergeResources>().RunAsync(desk.Ada, from, into, "The same work.", Cancelled)).Refusal?.Why);

    private static IEnumerable<string>? Keys(IReadOnlyList<CitedWork>? works) => works?.Select(work => work.Key);
}

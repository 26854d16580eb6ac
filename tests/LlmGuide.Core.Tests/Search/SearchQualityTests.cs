using LlmGuide.Core.Search;
using LlmGuide.Core.Tests.Databases;

namespace LlmGuide.Core.Tests.Search;

/// <summary>What people type, and what they should find first.</summary>
[OnEachDatabase]
public sealed class SearchQualityTests(SeededDatabase seeded) : IClassFixture<SeededDatabase>
{
    private const double Least = 0.9;

    [Theory]
    [InlineData(SearchSet.Own)]
    [InlineData(SearchSet.Unseen)]
    [InlineData(SearchSet.Fresh)]
    public async Task The_right_hit_comes_first_nearly_always(string name)
    {
        var score = await SearchSet.ScoreAsync(
            seeded.Database.Get<SearchQuery>(), SearchSet.Read(GuideDatabase.SeedFolder, name), GuideDatabase.Cancelled);
        Assert.True(
            score.MeanReciprocalRank >= Least,
            $"{score.MeanReciprocalRank:0.000}; not found: {string.Join("; ", score.Missed)}; late: {string.Join("; ", score.Late)}");
    }

    [Theory]
    [InlineData("finetuning", "fine-tuning", "fine tuning")]
    [InlineData("gpt-4o", "GPT 4o", "gpt4o")]
    [InlineData("Lukasz Kaiser", "Łukasz Kaiser", "łukasz kaiser")]
    [InlineData("pretraining", "pre-training", "pre training")]
    [InlineData("flashattention", "flash attention", "flash-attention")]
    public async Task Ways_of_writing_a_thing_find_the_same(string first, string second, string third)
    {
        var found = await HitsAsync(first);
        Assert.NotEmpty(found);
        Assert.Equal(found, await HitsAsync(second));
        Assert.Equal(found, await HitsAsync(third));
    }

    private async Task<List<string>> HitsAsync(string text) =>
        [.. (await seeded.Database.Get<SearchQuery>().RunAsync(new SearchRequest(text), 1, GuideDatabase.Cancelled))
            .Hits.Items.Select(hit => hit.Match.Slug)];
}

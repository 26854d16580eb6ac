using LlmGuide.Core.Search;
using LlmGuide.Core.Tests.Databases;

namespace LlmGuide.Core.Tests.Search;

/// <summary>One question, two answers: what is found on either database.</summary>
[OnEachDatabase]
public sealed class SearchQueryTests(SeededDatabase seeded) : IClassFixture<SeededDatabase>
{
    private static CancellationToken Cancelled => GuideDatabase.Cancelled;

    private GuideDatabase Database => seeded.Database;

    [Theory]
    [InlineData("T5", "t5")]
    [InlineData("t5", "t5")]
    [InlineData("GPT-3", "gpt-3")]
    [InlineData("gpt 3", "gpt-3")]
    [InlineData("LoRA", "lora")]
    [InlineData("transformer", "transformer")]
    [InlineData("In-context learning", "in-context-learning")]
    [InlineData("BLEU", "bleu")]
    [InlineData("translation", "translation")]
    [InlineData("WMT14 En-De", "wmt14-en-de")]
    public async Task What_was_typed_to_the_letter_comes_first(string text, string slug) =>
        Assert.Equal(slug, (await Database.FindAsync(text))[0].Slug);

    [Theory]
    [InlineData("vaswani", "attention-is-all-you-need")]
    [InlineData("1706.03762", "attention-is-all-you-need")]
    [InlineData("quantiz", "quantization")]
    [InlineData("direct preference", "dpo")]
    public async Task A_work_is_found_by_author_number_beginning_and_words(string text, string slug) =>
        Assert.Contains(await Database.FindAsync(text), h => h.Slug == slug);

    [Theory]
    [InlineData("squad", SearchType.Benchmark, "squad-2-0")]
    [InlineData("conll", SearchType.Benchmark, "conll-2003")]
    [InlineData("seq2seq", SearchType.Task, "translation")]
    [InlineData("f1", SearchType.Metric, "entity-f1")]
    public async Task What_is_measured_is_found_with_how_and_on_what(string text, SearchType type, string slug) =>
        Assert.Contains(
            await Database.FindAsync(text), h => h.Type == type && h.Slug == slug);

    [Theory]
    [InlineData("\"; DROP TABLE Topics; --")]
    [InlineData("' OR 1=1")]
    [InlineData("*")]
    [InlineData("AND OR NOT NEAR")]
    [InlineData("a:b & !c | (d <-> e):*")]
    [InlineData("\u0000\u0002")]
    [InlineData("")]
    [InlineData("the")]
    public async Task No_text_is_an_error(string text)
    {
        var found = await Database.Get<SearchQuery>().RunAsync(new SearchRequest(text), 1, Cancelled);
        Assert.InRange(found.All, 0, 800);
    }

    [Fact]
    public async Task Matches_are_marked_in_the_title()
    {
        var found = await Database.Get<SearchQuery>().RunAsync(new SearchRequest("attention is all you need"), 1, Cancelled);
        Assert.Contains($"{TextMatch.MarkStart}Attention{TextMatch.MarkEnd}", found.Hits.Items[0].Match.Title);
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(1_000_000_000_000, 2)]
    public async Task A_page_that_does_not_exist_is_the_nearest_that_does(long asked, int given)
    {
        var found = await Database.Get<SearchQuery>().RunAsync(new SearchRequest("attention"), asked, Cancelled);
        Assert.Equal(given == 1 ? 1 : found.Hits.Last, found.Hits.Number);
        Assert.NotEmpty(found.Hits.Items);
    }

    [Theory]
    [InlineData("transfomer", "transformer")]
    [InlineData("quantisation", "quantization")]
    [InlineData("atention-is-all-you-need", "attention-is-all-you-need")]
    public async Task A_misspelt_address_finds_what_was_meant(string address, string slug) =>
        Assert.Contains(await Database.Get<NearMissQuery>().RunAsync(address, Cancelled), m => m.Slug == slug);
}

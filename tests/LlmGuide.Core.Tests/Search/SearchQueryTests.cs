using LlmGuide.Core.Data;
using LlmGuide.Core.Search;
using LlmGuide.Core.Search.Index;
using LlmGuide.Core.Search.Running;
using LlmGuide.Core.Tests.Databases;

using Microsoft.EntityFrameworkCore;

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

    public static TheoryData<string, string> Bad => new()
    {
        { new string('a', 10_240), "1,000 characters" },
        { $"{new string('(', 250)}a{new string(')', 250)}", "brackets" },
        { string.Join(" OR ", Enumerable.Range(0, 1_000)), "1,000 characters" },
        { string.Join(" OR ", Enumerable.Range(0, 100)), "32 words" },
        { string.Join(" ", Enumerable.Repeat("year:2024", 100)), "8 fields" },
        { "AND OR NOT", "missing" },
        { "topic:", "has to follow" },
        { "year:2024..2020", "before it begins" },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task What_cannot_be_searched_for_is_explained(string text, string said)
    {
        var found = await Database.Get<SearchQuery>().RunAsync(new SearchRequest(text), 1, Cancelled);
        Assert.Contains(found.Problems, problem => problem.Contains(said, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Halves_of_characters_and_signs_that_no_database_takes_are_left_out()
    {
        string[] texts =
        [
            new string('ก', 1_000), string.Concat(Enumerable.Repeat("𝒳", 500)), new string('注', 1_000), "\ud800", "bert \udc00 \0",
            "by:\"\0x\ud800\"", "topic:a\0b", "\u202Etreb 10.1/\0", "a*", "(a* or c++)", "-the",
        ];
        foreach (var text in texts)
        {
            var found = await Database.Get<SearchQuery>().RunAsync(new SearchRequest(text), 1, Cancelled);
            Assert.InRange(found.All, 0, 2_000);
        }
    }

    [Fact]
    public async Task A_search_that_takes_too_long_is_stopped_and_says_so()
    {
        var slow = new SearchQuery(
            Database.Get<IDbContextFactory<GuideDb>>(), Database.Get<ITextIndex>(), Database.Get<Identified>(), new HurriedTime());
        var (found, total) = await slow.SomeAsync(new SearchRequest("attention"), 0, 8, Cancelled);
        Assert.Equal(0, total);
        Assert.Contains("too long", Assert.Single(found.Problems));
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

    /// <summary>Whatever is waited for is over at once.</summary>
    private sealed class HurriedTime : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}

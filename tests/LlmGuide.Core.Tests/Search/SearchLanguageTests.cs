using LlmGuide.Core.Discussion;
using LlmGuide.Core.Discussion.Comments;
using LlmGuide.Core.Search;
using LlmGuide.Core.Tests.Databases;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Tests.Search;

/// <summary>What a query asks for beside words, and what is said of it.</summary>
[OnEachDatabase]
public sealed class SearchLanguageTests(SeededDatabase seeded) : IClassFixture<SeededDatabase>
{
    [Theory]
    [InlineData("type:topic transformer", "Topic transformer", "Resource the-illustrated-transformer")]
    [InlineData("type:paper transformer", "Resource attention-is-all-you-need", "Resource the-illustrated-transformer")]
    [InlineData("year:..2017 attention", "Resource attention-is-all-you-need", "Resource flashattention")]
    [InlineData("by:vaswani", "Resource attention-is-all-you-need", "Resource bert")]
    [InlineData("by:\"Lukasz Kaiser\"", "Resource attention-is-all-you-need", "Resource bert")]
    [InlineData("essential:yes transformer", "Resource attention-is-all-you-need", "Resource the-illustrated-transformer")]
    [InlineData("lora -qlora", "Resource lora", "Resource qlora")]
    [InlineData("lora not (qlora or s-lora)", "Resource lora", "Resource s-lora")]
    [InlineData("(type:topic or type:task) translation", "Task translation", "Resource bleu")]
    [InlineData("\"chain of thought\"", "Resource chain-of-thought", "Resource lora")]
    [InlineData("topic:transformer attention", "Resource attention-is-all-you-need", "Resource flashattention")]
    [InlineData("to cot or not to cot", "Resource to-cot-or-not-to-cot", "Resource lora")]
    [InlineData("quant*", "Topic quantization", "Topic transformer")]
    [InlineData("C++", "Resource llama-cpp", "Resource gptq")]
    public async Task A_query_finds_this_and_not_that(string text, string found, string not)
    {
        var hits = await HitsAsync(text);
        Assert.Contains(found, hits);
        Assert.DoesNotContain(not, hits);
    }

    [Theory]
    [InlineData("transfomer", "transformer")]
    [InlineData("retreival augmentd", "retrieval augmented")]
    [InlineData("how do I fine-tune a zzyzx", "fine-tune")]
    [InlineData("BERT模型", "BERT")]
    public async Task What_is_searched_for_instead_of_a_misspelt_word_is_said(string text, string instead)
    {
        var view = await RunAsync(text);
        Assert.Equal(instead, view.Instead);
        Assert.NotEmpty(view.Hits.Items);
    }

    [Fact]
    public async Task When_nothing_has_all_words_some_will_do_and_the_page_says_so()
    {
        var view = await RunAsync("is colbert on persona-chat");
        Assert.Equal(0, view.HaveAll);
        Assert.NotEmpty(view.Hits.Items);
    }

    [Fact]
    public async Task When_little_has_all_words_and_nothing_is_called_so_what_has_some_of_them_comes_too()
    {
        var view = await RunAsync("how can I make inference faster");
        Assert.InRange(view.HaveAll ?? 0, 1, 4);
        Assert.Contains(view.Hits.Items, hit => hit.Match is { Type: SearchType.Topic, Slug: "efficient-inference" });
    }

    [Fact]
    public async Task A_hit_says_by_which_other_name_it_was_found_and_where_it_stands()
    {
        var hit = (await RunAsync("minitron")).Hits.Items[0];
        Assert.Equal("minitron", hit.Match.Slug);
        Assert.Equal("Minitron", hit.Match.Alias);
        Assert.Contains("Distillation", hit.Place);
        Assert.Null((await RunAsync("layer normalization")).Hits.Items[0].Match.Alias);
    }

    [Fact]
    public async Task A_kind_is_counted_and_shown_alone()
    {
        var all = await RunAsync("translation");
        var tasks = await seeded.Database.Get<SearchQuery>().RunAsync(
            new SearchRequest("translation", SearchType.Task), 1, GuideDatabase.Cancelled);
        Assert.Equal(all.Counts, tasks.Counts);
        Assert.Equal(all.Counts.Single(kind => kind.Type == SearchType.Task).Count, tasks.Hits.Total);
        Assert.All(tasks.Hits.Items, hit => Assert.Equal(SearchType.Task, hit.Match.Type));
    }

    [Fact]
    public async Task What_was_said_is_found_unless_it_is_held_or_removed_and_scripts_without_spaces_too()
    {
        await using (var db = await seeded.Database.OpenAsync())
        {
            var conversation = await db.Conversations.SingleAsync(c => c.Slug == "transformer", GuideDatabase.Cancelled);
            foreach (var state in Enum.GetValues<CommentState>())
            {
                var prose = new Prose($"A sesquipedalian remark {state}: 自注意力机制很好", "", 1);
                var comment = Comment.AtTop(
                    conversation.Id, CommentKind.Comment, null, Guid.NewGuid(), prose, DateTimeOffset.UnixEpoch);
                comment.ChangeState(state, DateTimeOffset.UnixEpoch);
                db.Add(comment);
            }

            await db.SaveChangesAsync(GuideDatabase.Cancelled);
        }

        foreach (var text in (string[])["sesquipedalian", "注意力", "type:comment sesquipedalian topic:transformer"])
        {
            var hit = Assert.Single((await RunAsync(text)).Hits.Items);
            Assert.Contains("Standing", hit.Match.Snippet);
            Assert.Contains(TextMatch.MarkStart, hit.Match.Snippet);
        }
    }

    private async Task<List<string>> HitsAsync(string text) =>
        [.. (await seeded.Database.Get<SearchQuery>().SomeAsync(new SearchRequest(text), 0, 200, GuideDatabase.Cancelled))
            .View.Hits.Items.Select(hit => $"{hit.Match.Type} {hit.Match.Slug}")];

    private Task<SearchView> RunAsync(string text) =>
        seeded.Database.Get<SearchQuery>().RunAsync(new SearchRequest(text), 1, GuideDatabase.Cancelled);
}

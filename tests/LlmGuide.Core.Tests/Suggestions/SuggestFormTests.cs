using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Lookup;
using LlmGuide.Core.Suggestions;
using LlmGuide.Core.Suggestions.Making;
using LlmGuide.Core.Tests.Databases;

namespace LlmGuide.Core.Tests.Suggestions;

/// <summary>What the form for a suggestion begins with.</summary>
[OnEachDatabase]
public sealed class SuggestFormTests
{
    private const string Page = """
        <title>A site</title><meta name="citation_title" content="A Paper"><meta name="citation_author" content="Ada Example"><meta name="citation_author" content="Ben Example">
        <meta name="citation_publication_date" content="2024/05/01"><meta name="citation_conference_title" content="A Conference">
        """;

    private static CancellationToken Cancelled => GuideDatabase.Cancelled;

    [Fact]
    public async Task A_new_work_is_filled_in_with_what_its_page_says()
    {
        await using var inbox = await NotificationFixture.OpenAsync(TestDatabases.Create());
        inbox.Database.Web.At("https://example.org/paper", FakeWebClient.Text(Page));
        var form = await LookAsync(inbox, "https://example.org/paper?utm_source=x");
        Assert.Equal(("https://example.org/paper", "A Paper", "Ada Example, Ben Example", "2024", "A Conference"), (
            form.Draft.Url, form.Draft.Title, form.Draft.Authors, form.Draft.Year, form.Draft.Venue));
        Assert.Null(form.LookedUp!.Why);
        var sent = await inbox.SendAsync(inbox.Ada, form.Draft with { Minutes = "20", WorkKind = ResourceKind.Paper, Why = "It helps." });
        Assert.Equal("A Paper", (await inbox.ViewAsync(sent.Id)).Facts.Title);
    }

    [Fact]
    public async Task When_nobody_answers_the_form_says_so_and_is_empty()
    {
        await using var inbox = await NotificationFixture.OpenAsync(TestDatabases.Create());
        inbox.Database.Web.Otherwise = FakeWebClient.Failure(OutsideProblem.TooSlow);
        var form = await LookAsync(inbox, "https://example.org/slow");
        Assert.Equal("It did not work.", form.LookedUp!.Why);
        Assert.Equal(("https://example.org/slow", null), (form.Draft.Url, form.Draft.Title));
    }

    [Fact]
    public async Task A_work_of_the_guide_is_named_and_nobody_is_asked()
    {
        await using var inbox = await NotificationFixture.OpenAsync(TestDatabases.Create());
        Assert.Equal("work-1", (await LookAsync(inbox, "http://www.example.org/1/")).Known?.Slug);
        Assert.Empty(inbox.Database.Web.Asked);
    }

    [Fact]
    public async Task What_is_no_address_is_refused()
    {
        await using var inbox = await NotificationFixture.OpenAsync(TestDatabases.Create());
        Assert.Equal("Url", (await inbox.Database.Get<SuggestFormQuery>().LookUpAsync(
            new SuggestionDraft { Url = "javascript:alert(1)" }, Cancelled)).Refusal?.Field);
    }

    [Fact]
    public async Task What_others_suggest_about_the_same_is_named_before_anything_is_sent()
    {
        await using var inbox = await NotificationFixture.OpenAsync(TestDatabases.Create());
        var work = await inbox.SendAsync(inbox.Ada, NotificationFixture.NewWork);
        var title = await inbox.SendAsync(inbox.Ada, NotificationFixture.Title());
        Assert.Equal([work.Id], Waiting(await FormAsync(inbox, new SuggestionDraft { Url = "https://www.arxiv.org/abs/2305.18290v1" })));
        Assert.Equal([title.Id], Waiting(await FormAsync(inbox, new SuggestionDraft { Resource = "work-1" })));
        Assert.Empty(Waiting(await FormAsync(inbox, new SuggestionDraft { Resource = "work-2" })));
        Assert.Null((await inbox.RejectAsync(title.Id, "No.")).Refusal);
        Assert.Empty(Waiting(await FormAsync(inbox, new SuggestionDraft { Resource = "work-1" })));
    }

    private static List<int> Waiting(SuggestForm form) => [.. form.Waiting.Select(w => w.Id)];

    private static Task<SuggestForm> FormAsync(NotificationFixture inbox, SuggestionDraft asked) =>
        inbox.Database.Get<SuggestFormQuery>().RunAsync(asked, Cancelled);

    private static async Task<SuggestForm> LookAsync(NotificationFixture inbox, string url)
    {
        var looked = await inbox.Database.Get<SuggestFormQuery>()
            .LookUpAsync(new SuggestionDraft { Url = url, Topic = "second" }, Cancelled);
        Assert.Null(looked.Refusal);
        return looked.Value!;
    }
}

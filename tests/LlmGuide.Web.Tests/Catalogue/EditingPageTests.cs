using System.Net;

using LlmGuide.Core.Members;
using LlmGuide.Web.Tests.Accounts;
using LlmGuide.Web.Tests.Discussion;

namespace LlmGuide.Web.Tests.Catalogue;

/// <summary>Curators edit resources with plain forms, and everybody sees what became of it.</summary>
public sealed class EditingPageTests(ModerationFixture court) : IClassFixture<ModerationFixture>
{
    private const string Form = "resource";

    private GuideHost Host => court.Host;

    [Fact]
    public async Task A_change_is_on_the_page_of_an_anonymous_reader_at_once_and_in_the_log()
    {
        const string Work = "bert";
        var slug = await SlugAsync(Work);
        Assert.DoesNotContain("A brand-new title", await Host.TextAsync($"/resources/{slug}"), StringComparison.Ordinal);
        await Host.TextAsync("/changes");
        using var curator = await CuratorAsync();
        await curator.OpenAsync($"/curate/resources/{slug}");
        await curator.SendAsync(Form, ("Title", "A brand-new title"), ("Reason", "As the paper has it."));
        Assert.Equal($"/resources/{slug}", curator.Location);
        Assert.Contains("A brand-new title", await Host.TextAsync($"/resources/{slug}"), StringComparison.Ordinal);
        Assert.Contains($"/resources/{slug}\"", await Host.TextAsync("/search?q=brand-new"), StringComparison.Ordinal);
        Assert.Contains("A brand-new title", await Host.TextAsync($"/api/v1/resources/{slug}"), StringComparison.Ordinal);
        var log = await Host.TextAsync("/changes");
        Assert.Contains("As the paper has it.", log, StringComparison.Ordinal);
        Assert.Contains("What changed", log, StringComparison.Ordinal);
        var history = await Host.TextAsync($"/resources/{slug}/history");
        Assert.Contains("<ins>", history, StringComparison.Ordinal);
        Assert.DoesNotContain("Restore", history, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_resource_is_added_placed_and_cited()
    {
        using var curator = await CuratorAsync();
        await curator.OpenAsync(
            "/curate/resources/new?url=https://example.org/paper&title=A%20new%20work"
            + "&authors=Ada%20Example;%20Ben%20Other&year=2024&minutes=20");
        await curator.SendAsync(
            Form, ("Summary", "It is *new*."), ("Place.Topic", "transformer"), ("Place.Why", "It explains it."));
        Assert.Equal("/resources/a-new-work", curator.Location);
        var page = await Host.TextAsync("/resources/a-new-work");
        Assert.Contains("It is <em>new</em>.", page, StringComparison.Ordinal);
        Assert.Contains("It explains it.", await Host.TextAsync("/topics/transformer"), StringComparison.Ordinal);
        Assert.Contains("example2024new", await Host.TextAsync("/api/v1/resources/a-new-work"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dollars_and_stars_stay_wherever_a_work_is_told_of()
    {
        using var curator = await CuratorAsync();
        await curator.OpenAsync(
            "/curate/resources/new?url=https://example.org/budget&title=FLM-101B:%20How%20to%20Train%20It%20with%20$100K%20Budget"
            + "&authors=Ada%20Example&year=2024&minutes=20");
        await curator.SendAsync(
            Form, ("Summary", "Training with $100K and A* search over *args*, at $5 an hour; $x^2$."), ("Place.Topic", ""));
        Assert.Equal("/resources/flm-101b-how-to-train-it-with-100k-budget", curator.Location);
        const string Said = "Training with $100K and A* search over args, at $5 an hour; x^2.";
        var page = await Host.TextAsync(curator.Location!);
        Assert.Contains($"<meta name=\"description\" content=\"{Said}\"", page, StringComparison.Ordinal);
        Assert.Contains($"<meta property=\"og:description\" content=\"{Said}\"", page, StringComparison.Ordinal);
        var found = await Host.TextAsync("/api/v1/search?q=flm-101b");
        Assert.Contains("with $100K Budget", found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_work_with_the_DOI_of_another_is_saved_once_the_curator_has_confirmed_it()
    {
        using var curator = await CuratorAsync();
        await curator.OpenAsync(
            "/curate/resources/new?url=https://example.org/mirror&title=A%20mirror&authors=Ada%20Example&year=2024&minutes=20");
        await curator.SendAsync(Form, ("Summary", "The same."), ("Doi", "https://doi.org/10.18653/v1/N19-1423"), ("Place.Topic", ""));
        Assert.Equal(HttpStatusCode.OK, curator.Status);
        Assert.Contains("has the same DOI.", curator.Text, StringComparison.Ordinal);
        Assert.NotNull(curator.Page.QuerySelector(".note a[href^='/resources/']"));
        Assert.Equal("https://doi.org/10.18653/v1/N19-1423", curator.Page.QuerySelector("[name='Doi']")!.GetAttribute("value"));
        await curator.SendAsync(Form, ("Confirmed", "true"));
        Assert.Equal("/resources/a-mirror", curator.Location);
    }

    [Theory]
    [InlineData("Url", "javascript:alert(1)", "must begin with https://")]
    [InlineData("Url", "ftp://example.org/x", "must begin with https://")]
    [InlineData("Url", "https://user:secret@example.org/", "name or a password")]
    [InlineData("Title", "Nice\u202Eeltit", "cannot be seen (U+202E)")]
    [InlineData("Title", "Zero\u200Bwidth", "cannot be seen (U+200B)")]
    [InlineData("Slug", "Not A Slug", "lower-case letters")]
    [InlineData("Slug", "sl\u200Bug", "lower-case letters")]
    [InlineData("Year", "19x7", "four digits")]
    [InlineData("Minutes", "", "how many minutes")]
    [InlineData("Summary", "A formula: $\\broken{$", "")]
    public async Task What_is_wrong_is_said_and_what_was_typed_is_kept(string field, string value, string why)
    {
        using var curator = await CuratorAsync();
        var slug = await SlugAsync("roberta");
        await curator.OpenAsync($"/curate/resources/{slug}");
        await curator.SendAsync(Form, (field, value), ("Venue", "Somewhere else"));
        Assert.Equal(HttpStatusCode.OK, curator.Status);
        Assert.Contains("One problem", curator.Text, StringComparison.Ordinal);
        Assert.Contains(why, curator.Text, StringComparison.Ordinal);
        Assert.Equal("Somewhere else", curator.Page.QuerySelector("[name='Venue']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task All_that_is_wrong_is_said_at_once_each_with_the_way_to_its_field()
    {
        using var curator = await CuratorAsync();
        var address = $"/curate/resources/{await SlugAsync("roberta")}";
        await curator.OpenAsync(address);
        await curator.SendAsync(
            Form, ("Title", ""), ("Url", "ftp://example.org/x"), ("Year", "19x7"), ("Minutes", "soon"), ("Summary", " "));
        Assert.Contains("5 problems", curator.Text, StringComparison.Ordinal);
        Assert.Equal(
            ["title", "url", "year", "minutes", "summary"],
            curator.Page.QuerySelectorAll(".note.bad a")
                .Select(link => link.GetAttribute("href")!.Replace($"{address}#", "", StringComparison.Ordinal)));
        Assert.Equal(5, curator.Page.QuerySelectorAll("[aria-invalid=true]").Length);
        Assert.Equal("19x7", curator.Page.QuerySelector("#year")!.GetAttribute("value"));
        Assert.Equal("soon", curator.Page.QuerySelector("#minutes")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_title_of_5000_characters_is_refused_with_a_sentence()
    {
        using var curator = await CuratorAsync();
        await curator.OpenAsync($"/curate/resources/{await SlugAsync("roberta")}");
        await curator.SendAsync(Form, ("Title", new string('a', 5_000)));
        Assert.Contains("At most 300 characters, please; this has 5,000.", curator.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_of_two_sees_both_versions_and_then_saves()
    {
        var slug = await SlugAsync("gpt-3");
        using var ada = await CuratorAsync();
        using var ben = await CuratorAsync();
        await ada.OpenAsync($"/curate/resources/{slug}");
        await ben.OpenAsync($"/curate/resources/{slug}");
        await ada.SendAsync(Form, ("Minutes", "111"), ("Venue", "Adas venue"));
        await ben.SendAsync(Form, ("Venue", "Bens venue"));
        Assert.Equal(HttpStatusCode.OK, ben.Status);
        Assert.Contains("Edit conflict", ben.Text, StringComparison.Ordinal);
        Assert.Contains("Adas venue", ben.Text, StringComparison.Ordinal);
        Assert.Equal("111", ben.Page.QuerySelector("[name='Minutes']")!.GetAttribute("value"));
        await ben.SendAsync(Form);
        Assert.Equal($"/resources/{slug}", ben.Location);
        Assert.Contains("\"venue\":\"Bens venue\"", await Host.TextAsync($"/api/v1/resources/{slug}"), StringComparison.Ordinal);
        Assert.Contains("\"minutes\":111", await Host.TextAsync($"/api/v1/resources/{slug}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_sent_after_the_session_ended_comes_back_whole_and_is_sent_after_signing_in()
    {
        var slug = await SlugAsync("t5");
        await Host.SignInAsync("forgetful", Role.Curator);
        using var curator = new Browser(Host, await Host.SignInAsync("forgetful"));
        await curator.OpenAsync($"/curate/resources/{slug}");
        await Host.EndSessionsAsync("forgetful");
        await curator.SendAsync(Form, ("Venue", "Kept venue"));
        Assert.Contains("You are signed out", curator.Text, StringComparison.Ordinal);
        using var again = new Browser(Host, await Host.SignInAsync("forgetful"));
        await again.OpenAsync($"/curate/resources/{slug}");
        await again.SendAsync(Form, ("Venue", curator.Page.QuerySelector("[name='Venue']")!.TextContent));
        Assert.Contains("Kept venue", await Host.TextAsync($"/api/v1/resources/{slug}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_removed_is_gone_everywhere_says_why_and_comes_back_whole()
    {
        var slug = await SlugAsync("sentencepiece");
        var title = await TitleAsync(slug);
        Assert.Contains(slug, await Host.TextAsync("/search?q=sentencepiece"), StringComparison.Ordinal);
        var before = await Host.TextAsync($"/api/v1/resources/{slug}");
        using var curator = await CuratorAsync();
        await curator.OpenAsync($"/curate/resources/{slug}");
        await curator.SendAsync(Form, ("Removed", "true"), ("Reason", "Withdrawn by its authors."));
        Assert.True(curator.Location is not null, curator.Text);
        using (var gone = await Host.GetAsync($"/resources/{slug}"))
        {
            Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
            var words = await gone.Content.ReadAsStringAsync(GuideHost.Cancelled);
            Assert.Contains("Withdrawn by its authors.", words, StringComparison.Ordinal);
            Assert.Contains("id=\"talk\"", words, StringComparison.Ordinal);
        }

        Assert.DoesNotContain($"/resources/{slug}\"", await Host.TextAsync("/search?q=sentencepiece"), StringComparison.Ordinal);
        Assert.DoesNotContain($"/resources/{slug}\"", await Host.TextAsync("/topics/tokenization"), StringComparison.Ordinal);
        Assert.DoesNotContain($"/resources/{slug}<", await Host.TextAsync("/sitemap.xml"), StringComparison.Ordinal);
        using (var api = await Host.GetAsync($"/api/v1/resources/{slug}"))
        {
            Assert.Equal(HttpStatusCode.NotFound, api.StatusCode);
        }

        await curator.OpenAsync($"/resources/{slug}/history");
        await curator.OpenAsync(curator.Page.QuerySelectorAll("a[href*='/revert']")[^1].GetAttribute("href")!);
        await curator.SendAsync("revert", ("reason", "They put it back."));
        Assert.Equal(before, await Host.TextAsync($"/api/v1/resources/{slug}"));
        Assert.Contains(slug, await Host.TextAsync("/search?q=sentencepiece"), StringComparison.Ordinal);
        Assert.NotEmpty(title);
    }

    [Fact]
    public async Task A_renamed_address_leads_on_for_ever_and_back_again()
    {
        var slug = await SlugAsync("mixtral");
        using var curator = await CuratorAsync();
        await curator.OpenAsync($"/curate/resources/{slug}");
        await curator.SendAsync(Form, ("Slug", "renamed-once"));
        await curator.OpenAsync("/curate/resources/renamed-once");
        await curator.SendAsync(Form, ("Slug", "renamed-twice"));
        foreach (var old in (string[])[slug, "renamed-once"])
        {
            using var answer = await Host.GetAsync($"/resources/{old}");
            Assert.Equal(
                (HttpStatusCode.MovedPermanently, "/resources/renamed-twice"), (answer.StatusCode, answer.Headers.Location!.ToString()));
        }

        await curator.OpenAsync("/curate/resources/renamed-twice");
        await curator.SendAsync(Form, ("Slug", slug));
        Assert.Equal($"/resources/{slug}", curator.Location);
        using var back = await Host.GetAsync("/resources/renamed-twice");
        Assert.Equal($"/resources/{slug}", back.Headers.Location!.ToString());
    }

    [Fact]
    public async Task The_table_works_without_a_script_and_what_is_selected_is_changed_together()
    {
        using var curator = await CuratorAsync();
        await curator.OpenAsync("/curate/resources?q=GPT&sort=year&dir=desc");
        var picked = curator.Page.QuerySelectorAll("input[name=id]").Take(2).Select(box => box.GetAttribute("value")!).ToList();
        var titles = curator.Page.QuerySelectorAll("tbody [data-open]").Take(2)
            .Select(a => a.GetAttribute("href")!.Split('/')[^1]).ToList();
        await curator.SendAsync("bulk", ("do", "level:advanced"), ("reason", "They are hard."), ("id", picked[0]), ("id", picked[1]));
        Assert.True(curator.Location?.StartsWith("/curate/resources?q=GPT", StringComparison.Ordinal), curator.Text);
        await curator.FollowAsync();
        Assert.Contains("Done, with", curator.Text, StringComparison.Ordinal);
        foreach (var slug in titles)
        {
            Assert.Contains("\"level\":\"advanced\"", await Host.TextAsync($"/api/v1/resources/{slug}"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_page_with_an_island_carries_its_own_policy_and_loads_nothing_from_elsewhere()
    {
        using var curator = await CuratorAsync();
        await curator.OpenAsync("/curate/resources");
        Assert.Contains("style-src-attr 'unsafe-inline'", curator.Answer.Headers.GetValues("Content-Security-Policy")
            .Single(), StringComparison.Ordinal);
        Assert.All(
            curator.Page.QuerySelectorAll("script[src],link[rel=stylesheet]").Select(e => e.GetAttribute("src") ?? e.GetAttribute("href")!),
            address => Assert.StartsWith("/", address, StringComparison.Ordinal));
        Assert.Empty(curator.Page.QuerySelectorAll("style,script:not([src])"));
        Assert.Contains("--mud-palette-primary", await Host.TextAsync("/css/islands.css"), StringComparison.Ordinal);
        await curator.OpenAsync("/resources");
        Assert.DoesNotContain("blazor.web.js", curator.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    private async Task<Browser> CuratorAsync() => new(Host, (await court.MemberAsync(Role.Curator)).Cookie);

    /// <summary>The first resource of the seed whose address begins so.</summary>
    private async Task<string> SlugAsync(string start)
    {
        using var curator = await CuratorAsync();
        await curator.OpenAsync($"/curate/resources?q={start}");
        return curator.Page.QuerySelectorAll("tbody [data-open]").Select(a => a.GetAttribute("href")!.Split('/')[^1]).First();
    }

    private async Task<string> TitleAsync(string slug)
    {
        using var curator = await CuratorAsync();
        await curator.OpenAsync($"/resources/{slug}");
        return curator.Page.QuerySelector("h1")!.TextContent;
    }
}

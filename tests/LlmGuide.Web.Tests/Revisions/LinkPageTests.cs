using System.Net;
using System.Text;

using LlmGuide.Core.Data;
using LlmGuide.Core.LinkChecks;
using LlmGuide.Core.LinkChecks.Rounds;
using LlmGuide.Core.Lookup;
using LlmGuide.Core.Members;
using LlmGuide.Web.Tests.Accounts;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace LlmGuide.Web.Tests.Revisions;

/// <summary>Links from the round to what readers and curators see, on the real host.</summary>
public sealed class LinkPageTests
{
    [Fact]
    public async Task A_link_that_fails_on_three_days_is_shown_broken_with_its_archived_copy_first()
    {
        await using var site = await LinkSite.StartAsync(2, stopped: true);
        Assert.Contains($"href=\"{site.Server.Address}/1\"", await site.Host.TextAsync("/resources/work-1"));
        site.Server.At("/1", 404);
        site.Server.At(
            $"/wayback/wayback/available?url={Uri.EscapeDataString(site.Server.Address + "/1")}", 200,
            """{"archived_snapshots":{"closest":{"available":true,"url":"http://web.archive.org/web/2020/http://x/1"}}}""",
            "application/json");
        for (var day = 1; day <= 3; day++)
        {
            await site.RoundAsync();
            Assert.Equal(day == 3, (await site.Host.TextAsync("/resources/work-1")).Contains("Open the archived copy"));
            site.Clock.Advance(TimeSpan.FromDays(1));
        }

        var page = await site.Host.TextAsync("/resources/work-1");
        Assert.Contains("<a class=\"btn go\" href=\"https://web.archive.org/web/2020/http://x/1\"", page);
        Assert.Contains("broken, checked on", page);
        Assert.Contains("\"status\":\"dead\"", await site.Host.TextAsync("/api/v1/resources/work-1"));
        Assert.Contains(
            "\"archiveUrl\":\"https://web.archive.org/web/2020/http://x/1\"", await site.Host.TextAsync("/api/v1/resources/work-1"));
        Assert.Contains("Found a broken link in", await site.Host.TextAsync("/changes"));
        Assert.DoesNotContain("archived copy", await site.Host.TextAsync("/resources/work-2"));
    }

    [Fact]
    public async Task A_dead_link_waits_for_a_curator_with_its_archived_copy_and_the_form_for_another_address()
    {
        await using var site = await LinkSite.StartAsync(2, stopped: true);
        using var curator = await site.SignedInAsync("curator", Role.Curator);
        Assert.DoesNotContain("Links (", (await curator.OpenAsync("/curate")).Text);
        site.Server.At("/1", 404);
        site.Server.At(
            $"/wayback/wayback/available?url={Uri.EscapeDataString(site.Server.Address + "/1")}", 200,
            """{"archived_snapshots":{"closest":{"available":true,"url":"http://web.archive.org/web/2020/http://x/1"}}}""",
            "application/json");
        for (var day = 1; day <= 3; day++)
        {
            await site.RoundAsync();
            site.Clock.Advance(TimeSpan.FromHours(24));
        }

        using var again = await site.SignedInAsync("curator", Role.Curator);
        Assert.Contains("Links (1)", (await again.OpenAsync("/curate")).Text);
        Assert.Contains("Needs review (1)", (await again.OpenAsync("/curate/links")).Text);
        Assert.Equal("/curate/links/work-1", again.Page.QuerySelector("[data-table] [data-open]")!.GetAttribute("href"));
        await again.OpenAsync("/curate/links/work-1");
        Assert.Equal(
            "https://web.archive.org/web/2020/http://x/1", again.Page.QuerySelector("dd a[href*='web.archive.org']")!.GetAttribute("href"));
        await again.SendAsync("replace", ("to", $"{site.Server.Address}/elsewhere"));
        Assert.Equal("/curate/links?done=yes", again.Location);
        Assert.DoesNotContain("Links (", (await again.OpenAsync("/curate")).Text);
    }

    [Fact]
    public async Task The_form_for_a_suggestion_is_filled_in_with_what_the_page_says()
    {
        await using var site = await LinkSite.StartAsync(0);
        site.Server.At(
            "/paper", 200,
            """<title>A site</title><meta name="citation_title" content="A Paper"><meta name="citation_author" content="Ada Example"><meta name="citation_publication_date" content="2024">""");
        using var member = await site.SignedInAsync("member", Role.None);
        await member.OpenAsync("/suggest");
        await member.SendAsync("look", ("url", $"{site.Server.Address}/paper"));
        Assert.Contains("What was found is filled in, from ", member.Text);
        Assert.Equal(("A Paper", "Ada Example", "2024"), (Value("title"), Value("authors"), Value("year")));
        await member.SendAsync("suggest", ("Draft.Minutes", "20"), ("Draft.WorkKind", "paper"), ("Draft.Why", "It helps."));
        Assert.Contains("sent=new", member.Location ?? member.Text);
        using var other = await site.SignedInAsync("other", Role.None);
        await other.OpenAsync("/suggest");
        await other.SendAsync("look", ("url", $"{site.Server.Address}/paper"));
        Assert.Contains("suggestion 1 is awaiting a curator.", other.Text);

        string? Value(string field) => member.Page.QuerySelector($"#draft-{field}")!.GetAttribute("value");
    }

    [Fact]
    public async Task A_link_that_is_sent_after_the_session_ended_is_kept_and_nobody_is_asked()
    {
        await using var site = await LinkSite.StartAsync(0);
        using var member = await site.SignedInAsync("member", Role.None);
        await member.OpenAsync("/suggest");
        await site.Host.EndSessionsAsync("member");
        await member.SendAsync("look", ("url", $"{site.Server.Address}/paper"));
        Assert.Contains("You are signed out. What you typed is still here", member.Text);
        Assert.Equal($"{site.Server.Address}/paper", member.Page.QuerySelector("#url")!.GetAttribute("value"));
        Assert.Empty(site.Server.Requests);
    }

    [Fact]
    public async Task A_curator_begins_a_round_hears_how_far_it_is_and_sees_what_it_found()
    {
        await using var site = await LinkSite.StartAsync(3);
        site.Server.Redirect("/2", 301, "/2b");
        site.Server.At("/2b", 200);
        site.Server.At("/3", 403);
        using var browser = await site.SignedInAsync("curator", Role.Curator);
        await browser.OpenAsync("/curate/links");
        Assert.Contains("Not checked yet.", browser.Text);
        await browser.SendAsync("round");
        Assert.Equal("/curate/links", browser.Location);
        await browser.OpenAsync("/curate/links/live");
        Assert.Equal("text/event-stream", browser.Answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("event: ended", browser.Text);
        await browser.OpenAsync("/curate/links");
        Assert.Contains("3 links.", browser.Text);
        Assert.Contains("Needs review (1)", browser.Text);
        Assert.Contains("Work 2", browser.Text);
        Assert.DoesNotContain("Work 3", browser.Text);
        await browser.OpenAsync("/curate/links?state=blocked");
        Assert.Contains("Work 3", browser.Text);
        Assert.Contains("Started", await site.Host.TextAsync("/changes"));
    }

    [Fact]
    public async Task A_curator_takes_the_address_that_the_server_proposes_and_it_is_a_revision()
    {
        await using var site = await LinkSite.StartAsync(2);
        site.Server.Redirect("/1", 308, "/1b");
        site.Server.At("/1b", 200);
        await site.RoundAsync();
        using var browser = await site.SignedInAsync("curator", Role.Curator);
        await browser.OpenAsync("/curate/links/work-1");
        await browser.SendAsync("replace", ("to", $"{site.Server.Address}/2"));
        Assert.Contains("This link is already in the guide: “Work 2”.", browser.Text);
        await browser.OpenAsync("/curate/links/work-1");
        await browser.SendAsync("replace");
        Assert.Equal("/curate/links?done=yes", browser.Location);
        Assert.Contains($"href=\"{site.Server.Address}/1b\"", await site.Host.TextAsync("/resources/work-1"));
        Assert.Equal("changed the link of", await site.Host.AskAsync(
            db => db.Log.Where(e => e.Key == "work-1").Select(e => e.Act).SingleAsync(GuideHost.Cancelled)));
    }

    [Fact]
    public async Task A_curator_marks_a_link_as_fine()
    {
        await using var site = await LinkSite.StartAsync(1);
        site.Server.At("/1", 500);
        await site.RoundAsync();
        using var browser = await site.SignedInAsync("curator", Role.Curator);
        await browser.OpenAsync("/curate/links?state=suspect");
        Assert.Contains("failed on 1 day", browser.Text);
        await browser.OpenAsync("/curate/links/work-1");
        await browser.SendAsync("vouch");
        await browser.OpenAsync("/curate/links?state=ok");
        Assert.Contains("confirmed by a curator", browser.Text);
        Assert.Contains("Confirmed the link of", await site.Host.TextAsync("/changes"));
    }

    [Theory]
    [InlineData("/curate/links")]
    [InlineData("/curate/links/work-1")]
    [InlineData("/curate/links/live")]
    [InlineData("/curate/add")]
    public async Task These_pages_are_for_curators(string path)
    {
        await using var site = await LinkSite.StartAsync(1);
        using var member = await site.SignedInAsync("member", Role.Moderator);
        Assert.Equal(HttpStatusCode.Forbidden, (await member.OpenAsync(path)).Status);
        using var nobody = new Browser(site.Host);
        Assert.StartsWith("/account/sign-in", (await nobody.OpenAsync(path)).Location);
        using var curator = await site.SignedInAsync("curator", Role.Curator);
        Assert.Equal(HttpStatusCode.OK, (await curator.OpenAsync(path)).Status);
    }

    [Fact]
    public async Task A_link_of_no_work_answers_404()
    {
        await using var site = await LinkSite.StartAsync(0);
        using var browser = await site.SignedInAsync("curator", Role.Curator);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.OpenAsync("/curate/links/nothing")).Status);
    }

    [Fact]
    public async Task A_pasted_address_leads_to_the_work_that_is_there()
    {
        await using var site = await LinkSite.StartAsync(1);
        using var browser = await site.SignedInAsync("curator", Role.Curator);
        await browser.OpenAsync($"/curate/add?address={Uri.EscapeDataString(site.Server.Address + "/1/?utm_source=x#part")}");
        Assert.Contains("Already in the guide Work 1 (2020)", browser.Text);
        Assert.Empty(site.Server.Requests);
    }

    [Fact]
    public async Task A_pasted_address_is_looked_up_and_goes_on_to_the_form_with_what_was_found()
    {
        await using var site = await LinkSite.StartAsync(0);
        site.Server.At("/arxiv/api/query?id_list=1706.03762&max_results=1", 200, """
            <feed xmlns="http://www.w3.org/2005/Atom"><entry><title>Attention Is All You Need</title><published>2017-06-12T17:57:34Z</published><author><name>Ashish Vaswani</name></author><author><name>Noam Shazeer</name></author></entry></feed>
            """, "application/atom+xml");
        using var browser = await site.SignedInAsync("curator", Role.Curator);
        await browser.OpenAsync("/curate/add?address=arxiv.org/pdf/1706.03762v5.pdf");
        Assert.Contains("Attention Is All You Need from arXiv", browser.Text);
        Assert.Contains("June 2017 from arXiv", browser.Text);
        var onward = browser.Page.QuerySelector("section a.btn.go")!.GetAttribute("href");
        Assert.Equal(
            "/curate/resources/new?url=https%3A%2F%2Farxiv.org%2Fabs%2F1706.03762&title=Attention%20Is%20All%20You%20Need"
            + "&authors=Ashish%20Vaswani;%20Noam%20Shazeer&year=2017&month=6&kind=paper&arxivId=1706.03762",
            onward);
    }

    [Theory]
    [InlineData("windows-1251", "windows-1251", "Языковые модели")]
    [InlineData("Shift_JIS", "shift_jis", "言語モデル入門")]
    [InlineData("ISO-8859-1", "windows-1252", "It’s “smart” – really… €5")]
    [InlineData("gbk", "gbk", "大型语言模型入门指南")]
    public async Task A_page_is_looked_up_in_the_characters_that_its_header_names(string charset, string written, string title)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        await using var site = await LinkSite.StartAsync(0);
        site.Server.At("/page", 200, Encoding.GetEncoding(written).GetBytes($"<title>{title}</title>"), $"text/html; charset={charset}");
        using var browser = await site.SignedInAsync("curator", Role.Curator);
        await browser.OpenAsync($"/curate/add?address={Uri.EscapeDataString(site.Server.Address + "/page")}");
        Assert.Contains(title, browser.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(403)]
    public async Task A_wall_is_no_title_whatever_its_status(int status)
    {
        await using var site = await LinkSite.StartAsync(0);
        site.Server.At("/page", status, "<title>A title of the wall</title>", headers: "cf-mitigated: challenge");
        using var browser = await site.SignedInAsync("curator", Role.Curator);
        await browser.OpenAsync($"/curate/add?address={Uri.EscapeDataString(site.Server.Address + "/page")}");
        Assert.DoesNotContain("A title of the wall", browser.Text, StringComparison.Ordinal);
        Assert.Contains("The site shows programs a check instead of the page.", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_reaches_nobody_says_so_where_links_are_looked_up_and_checked()
    {
        await using var host = await GuideHost.StartAsync(
            services => services.Replace(ServiceDescriptor.Singleton<IWebClient, Nobody>()));
        using var curator = new Browser(host, await host.SignInAsync("curator", Role.Curator));
        await curator.OpenAsync("/curate/add?address=https://blog.example.org/post");
        Assert.Contains("This server cannot reach the internet. You can fill in the form yourself.", curator.Text);
        await host.Services.GetRequiredService<LinkCheckRuns>().BeginAsync(Actor.Operator, null, GuideHost.Cancelled);
        await host.Services.GetRequiredService<RunLinkChecks>().RunAsync(null, GuideHost.Cancelled);
        await curator.OpenAsync("/curate/links");
        Assert.Contains("This server cannot reach the internet. Stopped", curator.Text);
        Assert.Equal(0, await host.AskAsync(db => db.LinkChecks.CountAsync(GuideHost.Cancelled)));
    }

    [Fact]
    public async Task When_nobody_answers_the_form_is_still_there()
    {
        await using var site = await LinkSite.StartAsync(0);
        using var browser = await site.SignedInAsync("curator", Role.Curator);
        await browser.OpenAsync("/curate/add?address=arxiv.org/abs/1706.03762");
        Assert.Contains("Nothing was found", browser.Text);
        Assert.Contains("The site answered: 404 Not Found. You can fill in the form yourself.", browser.Text);
        Assert.Equal("/curate/resources/new?url=https%3A%2F%2Farxiv.org%2Fabs%2F1706.03762", browser.Page.QuerySelector("section a.btn.go")!
            .GetAttribute("href"));
    }

    [Theory]
    [InlineData("javascript:alert(1)", "Only http and https")]
    [InlineData("http://169.254.169.254/latest/", "is not on the public web")]
    public async Task What_cannot_be_asked_is_said(string address, string why)
    {
        await using var site = await LinkSite.StartAsync(0);
        using var browser = await site.SignedInAsync("curator", Role.Curator);
        await browser.OpenAsync($"/curate/add?address={Uri.EscapeDataString(address)}");
        Assert.Contains(why, browser.Text);
    }

    private sealed class Nobody : IWebClient
    {
        public Task<LookupResponse> AskAsync(LookupRequest question, CancellationToken cancellationToken) =>
            Task.FromResult(new LookupResponse(null, OutsideProblem.NoSuchHost, "There is no such host."));
    }
}

using System.Net;

using LlmGuide.Core.Members;
using LlmGuide.Web.Tests.Accounts;
using LlmGuide.Web.Tests.Discussion;

namespace LlmGuide.Web.Tests.Revisions;

/// <summary>Suggestions over HTTP, from the form to what everybody sees.</summary>
public sealed class SuggestionPageTests(ModerationFixture court) : IClassFixture<ModerationFixture>
{
    private const string Work = "attention-is-all-you-need";

    public static readonly TheoryData<string> ForCurators = ["/curate", "/curate/suggestions/1"];

    [Theory]
    [InlineData("/suggest?resource=attention-is-all-you-need")]
    [InlineData("/me/suggestions")]
    [InlineData("/curate")]
    [InlineData("/curate/suggestions/1")]
    public async Task An_anonymous_visitor_is_sent_to_sign_in_and_comes_back(string path)
    {
        using var answer = await court.Host.GetAsync(path);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var to = new Uri(court.Host.Client.BaseAddress!, answer.Headers.Location!);
        Assert.Equal("/account/sign-in", to.AbsolutePath);
        Assert.Contains(Uri.EscapeDataString(path), to.Query, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(ForCurators))]
    public async Task A_member_or_a_moderator_is_denied_what_curators_do(string path)
    {
        foreach (var role in (Role[])[Role.None, Role.Moderator])
        {
            using var answer = await court.GetAsync(await court.MemberAsync(role), path);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }
    }

    [Fact]
    public async Task What_does_not_exist_is_not_found()
    {
        var curator = await court.MemberAsync(Role.Curator);
        foreach (var path in (string[])["/curate/suggestions/1000000", "/suggestions/1000000", "/me/suggestions/1000000"])
        {
            using var answer = await court.GetAsync(curator, path);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Fact]
    public async Task A_work_that_the_guide_has_is_shown_before_anything_is_sent()
    {
        var page = await court.TextAsync(
            await court.MemberAsync(), $"/suggest?url={Uri.EscapeDataString("http://arxiv.org/pdf/1706.03762v5")}");
        Assert.Contains("Already in the guide", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"/resources/{Work}\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Send suggestion", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_curator_approves_is_on_the_page_of_its_topic_at_once()
    {
        var (member, curator) = (await court.MemberAsync(), await court.MemberAsync(Role.Curator));
        Assert.DoesNotContain("A Work That Was Missing", await court.Host.TextAsync("/topics/transformer"), StringComparison.Ordinal);
        Assert.DoesNotContain($">{member.Actor.Name}<", await court.Host.TextAsync("/changes"), StringComparison.Ordinal);
        var id = await SuggestAsync(member, "A Work That Was Missing", "https://example.org/missing");
        Assert.Contains($">{member.Actor.Name}<", await court.Host.TextAsync("/changes"), StringComparison.Ordinal);
        Assert.DoesNotContain("A Work That Was Missing", await court.Host.TextAsync("/changes"), StringComparison.Ordinal);
        Assert.DoesNotContain("A Work That Was Missing", await court.Host.TextAsync($"/suggestions/{id}"), StringComparison.Ordinal);

        Assert.Contains("A Work That Was Missing", await court.TextAsync(curator, "/curate"), StringComparison.Ordinal);
        using var approved = await court.SendAsync(
            curator, "/curate", $"/curate/suggestions/{id}", "decide", ("decision", "approve"), ("seen", ""), ("reason", ""));
        Assert.Equal("/curate?done=approve", approved.Headers.Location?.OriginalString.Replace(
            court.Host.Client.BaseAddress!.ToString().TrimEnd('/'), "", StringComparison.Ordinal));
        Assert.Contains("A Work That Was Missing", await court.Host.TextAsync("/topics/transformer"), StringComparison.Ordinal);
        Assert.Contains("A Work That Was Missing", await court.Host.TextAsync("/changes"), StringComparison.Ordinal);
        Assert.Contains("A Work That Was Missing", await court.Host.TextAsync($"/suggestions/{id}"), StringComparison.Ordinal);
        Assert.Contains("Your suggestion was accepted", await court.TextAsync(member, "/me/notifications"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_two_people_agree_on_changes_the_page_at_once_and_what_two_accounts_of_one_do_does_not()
    {
        const string Better = "Neural Machine Translation, Better Titled";
        const string slug = "switch-transformers";
        foreach (var (days, from, sent, told) in ((int, string, string, string)[])
        [
            (0, "192.0.2.7", "sent=new", "Thank you, it is in the queue."),
            (0, "192.0.2.7", "sent=same", "The curator will see that you agree."),
            (8, "203.0.113.9", "sent=same", "The curator will see that you agree."),
            (8, "203.0.113.200", "sent=same", "The curator will see that you agree."),
            (8, "198.51.100.7", "sent=applied", "so it is done. Thank you both."),
        ])
        {
            Assert.DoesNotContain(Better, await court.Host.TextAsync($"/resources/{slug}"), StringComparison.Ordinal);
            var member = await court.MemberAsync();
            await court.JoinedAsync(member, days);
            using var browser = new Browser(court.Host, member.Cookie, from);
            await browser.OpenAsync($"/suggest?resource={slug}&field=title");
            await browser.SendAsync("suggest", ("Draft.Field", "title"), ("Draft.Value", Better));
            Assert.Contains(sent, browser.Location, StringComparison.Ordinal);
            await browser.FollowAsync();
            Assert.Contains(told, browser.Text, StringComparison.Ordinal);
        }

        Assert.Contains(Better, await court.Host.TextAsync($"/resources/{slug}"), StringComparison.Ordinal);
        Assert.Contains("The guide", await court.Host.TextAsync("/changes"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_turned_down_comes_back_with_the_reason_and_can_be_sent_again()
    {
        var (member, curator) = (await court.MemberAsync(), await court.MemberAsync(Role.Curator));
        var id = await SuggestAsync(member, "Half a Title", "https://example.org/half");
        using (var without = await court.SendAsync(
            curator, "/curate", $"/curate/suggestions/{id}", "decide", ("decision", "reject"), ("reason", " ")))
        {
            Assert.Contains(
                "Enter a reason: it is shown in the change log.",
                await without.Content.ReadAsStringAsync(GuideHost.Cancelled), StringComparison.Ordinal);
        }

        using (var turnedDown = await court.SendAsync(
            curator, "/curate", $"/curate/suggestions/{id}", "decide", ("decision", "reject"), ("reason", "What is the other half?")))
        {
            Assert.Equal(HttpStatusCode.Redirect, turnedDown.StatusCode);
        }

        using var browser = await BrowserAsync(member);
        Assert.Contains("What is the other half?", (await browser.OpenAsync("/me/suggestions")).Text, StringComparison.Ordinal);
        await browser.OpenAsync($"/me/suggestions/{id}");
        await browser.SendAsync("resend", ("Draft.Title", "The Whole Title"));
        Assert.StartsWith("/me/suggestions?sent=new", browser.Location, StringComparison.Ordinal);
        Assert.Contains("The Whole Title", await court.TextAsync(curator, "/curate"), StringComparison.Ordinal);
        using var others = await court.GetAsync(await court.MemberAsync(), $"/me/suggestions/{id}");
        Assert.Equal(HttpStatusCode.NotFound, others.StatusCode);
        await browser.OpenAsync("/me/suggestions");
        await browser.SendAsync($"withdraw-{id}");
        Assert.Contains("Withdrawn", (await browser.FollowAsync()).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("The Whole Title", await court.TextAsync(curator, "/curate"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_curator_edits_and_approves()
    {
        var (member, curator) = (await court.MemberAsync(), await court.MemberAsync(Role.Curator));
        var id = await SuggestAsync(member, "Work With a Typo", "https://example.org/typo");
        using var browser = await BrowserAsync(curator);
        await browser.OpenAsync($"/curate/suggestions/{id}");
        await browser.SendAsync("decide", ("Draft.Title", "Work Without a Typo"), ("decision", "approve"), ("reason", "Only the title."));
        Assert.Equal("/curate?done=approve", browser.Location);
        Assert.Contains("Work Without a Typo", await court.Host.TextAsync("/topics/transformer"), StringComparison.Ordinal);
        Assert.Contains("Somebody has already approved it.", await AgainAsync(curator, id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_is_sent_after_the_sign_in_ended_comes_back_with_what_was_typed()
    {
        var member = await court.MemberAsync();
        using var browser = await BrowserAsync(member);
        await browser.OpenAsync($"/suggest?resource={Work}");
        await court.Host.EndSessionsAsync(member.Actor.Name);
        await browser.SendAsync("suggest", ("Draft.Field", "venue"), ("Draft.Value", "NIPS, as it was called"));
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.Contains("You are signed out. What you typed is still here", browser.Text, StringComparison.Ordinal);
        Assert.Contains("NIPS, as it was called", browser.Page.QuerySelector("#draft-value")!.TextContent, StringComparison.Ordinal);
        using var again = await BrowserAsync(member, await court.Host.SignInAsync(member.Actor.Name));
        await again.OpenAsync($"/suggest?resource={Work}");
        await again.SendAsync("suggest", ("Draft.Field", "venue"), ("Draft.Value", "NIPS, as it was called"));
        Assert.Contains("sent=new", again.Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_mistake_is_said_at_its_field_and_what_was_typed_stays()
    {
        using var browser = await BrowserAsync(await court.MemberAsync());
        await browser.OpenAsync($"/suggest?url={Uri.EscapeDataString("https://example.org/mistake")}");
        await browser.SendAsync(
            "suggest", ("Draft.Title", "Kept \u202Etitle"), ("Draft.WorkKind", "paper"),
            ("Draft.Authors", "Somebody"), ("Draft.Minutes", "20"), ("Draft.Why", "It helps."));
        Assert.Contains(
            "a character that cannot be seen", browser.Page.QuerySelector("#draft-title-err")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("It helps.", browser.Page.QuerySelector("#draft-why")!.TextContent.Trim());
        Assert.Contains(
            "Only http and https", (await browser.OpenAsync($"/suggest?url={Uri.EscapeDataString("javascript:alert(1)")}")).Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_comment_becomes_a_suggestion_and_is_answered_when_that_is_decided()
    {
        var (author, member, curator) = (await court.MemberAsync(), await court.MemberAsync(), await court.MemberAsync(Role.Curator));
        var comment = await court.CommentAsync(author, "tokenization", "The summary says too little.");
        Assert.Contains(
            $"href=\"/suggest?comment={comment}\"", await court.TextAsync(member, "/topics/tokenization"), StringComparison.Ordinal);
        Assert.DoesNotContain("/suggest?comment", await court.Host.TextAsync("/topics/tokenization"), StringComparison.Ordinal);
        using var browser = await BrowserAsync(member);
        await browser.OpenAsync($"/suggest?comment={comment}");
        Assert.Contains("The summary says too little.", browser.Text, StringComparison.Ordinal);
        await browser.OpenAsync($"/suggest?comment={comment}&kind=prerequisite");
        await browser.SendAsync("suggest", ("Draft.Value", "nlp-tasks"), ("Draft.Why", "It names what is measured."));
        Assert.True(browser.Location is not null, browser.Text);
        var id = IdIn(browser.Location!);
        using var done = await court.SendAsync(
            curator, $"/curate/suggestions/{id}", $"/curate/suggestions/{id}",
            "decide", ("decision", "done"), ("reason", "Said in the text now."));
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Contains("Said in the text now.", await court.Host.TextAsync("/topics/tokenization"), StringComparison.Ordinal);
        Assert.Contains("replied to you on", await court.TextAsync(author, "/me/notifications"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_lead_to_the_form_and_curators_see_how_many_wait()
    {
        Assert.Contains($"/suggest?resource={Work}", await court.Host.TextAsync($"/resources/{Work}"), StringComparison.Ordinal);
        Assert.Contains("/suggest?topic=transformer", await court.Host.TextAsync("/topics/transformer"), StringComparison.Ordinal);
        Assert.Contains(
            "suggest the work that you were looking for",
            await court.Host.TextAsync("/resources?q=nothingofthekind"), StringComparison.Ordinal);
        await SuggestAsync(await court.MemberAsync(), "One More", "https://example.org/one-more");
        Assert.Matches(@"href=""/curate"">Curation \([1-9]", await court.TextAsync(await court.MemberAsync(Role.Curator), "/about"));
        Assert.DoesNotContain("\"/curate\"", await court.TextAsync(await court.MemberAsync(), "/about"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_curator_takes_one_and_lets_it_go()
    {
        var curator = await court.MemberAsync(Role.Curator);
        var id = await SuggestAsync(await court.MemberAsync(), "To Be Taken", "https://example.org/taken");
        using (var taken = await court.SendAsync(curator, "/curate", $"/curate/suggestions/{id}", "decide", ("decision", "claim")))
        {
            Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        }

        Assert.Contains($"title=\"{curator.Actor.Name}\"", await court.TextAsync(
            await court.MemberAsync(Role.Curator), "/curate"), StringComparison.Ordinal);
        Assert.Contains("To Be Taken", await court.TextAsync(curator, "/curate?whose=mine"), StringComparison.Ordinal);
        using var released = await court.SendAsync(curator, "/curate", $"/curate/suggestions/{id}", "decide", ("decision", "release"));
        Assert.DoesNotContain("To Be Taken", await court.TextAsync(curator, "/curate?whose=mine"), StringComparison.Ordinal);
    }

    private async Task<int> SuggestAsync(Party member, string title, string url)
    {
        using var browser = await BrowserAsync(member);
        await browser.OpenAsync($"/suggest?url={Uri.EscapeDataString(url)}&topic=transformer&kind=resource");
        await browser.SendAsync(
            "suggest", ("Draft.Title", title), ("Draft.WorkKind", "article"),
            ("Draft.Authors", "Some Body"), ("Draft.Minutes", "20"), ("Draft.Why", $"{title} helped me."));
        Assert.True(browser.Location is not null, browser.Text);
        return IdIn(browser.Location);
    }

    private async Task<string> AgainAsync(Party curator, int id)
    {
        using var answer = await court.SendAsync(
            curator, "/me/notifications", $"/curate/suggestions/{id}", "decide", ("decision", "approve"));
        return await answer.Content.ReadAsStringAsync(GuideHost.Cancelled);
    }

    private static int IdIn(string location) => int.Parse(location.Split("id=")[1], System.Globalization.CultureInfo.InvariantCulture);

    private Task<Browser> BrowserAsync(Party party, string? cookie = null) =>
        Task.FromResult(new Browser(court.Host, cookie ?? party.Cookie));
}

using System.Net;

using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Web.Tests.Accounts;

/// <summary>What members change about their own account.</summary>
public sealed class OwnAccountTests
{
    private const string Next = "another horse battery";

    [Theory]
    [InlineData("/account")]
    [InlineData("/account/password")]
    [InlineData("/account/mail")]
    public async Task Who_is_not_signed_in_is_asked_to_and_comes_back(string path)
    {
        await using var host = await AccountSite.StartAsync();
        await host.SignInAsync("ada");
        using var browser = new Browser(host);
        await browser.OpenAsync(path);
        Assert.Equal($"/account/sign-in?back={Uri.EscapeDataString(path)}", browser.Location);
        await browser.FollowAsync();
        await browser.SendAsync("sign-in", ("Draft.Who", "ada"), ("Draft.Password", GuideHost.Password));
        Assert.Equal(path, browser.Location);
        Assert.Equal(HttpStatusCode.OK, (await browser.FollowAsync()).Status);
    }

    [Fact]
    public async Task A_confirmed_address_opens_the_account()
    {
        await using var host = await AccountSite.StartWithMailAsync();
        using var browser = new Browser(host);
        await browser.RegisterAsync("ada", "ada@example.org");
        var link = AccountSite.LinkIn((await host.MailsAsync()).Single());
        await browser.OpenAsync(link);
        Assert.False((await host.MemberAsync("ada")).EmailConfirmed);
        await browser.SendAsync("confirm");
        Assert.True((await host.MemberAsync("ada")).EmailConfirmed);
        await browser.SignInAsync("ada@example.org");
        Assert.Equal("/", browser.Location);

        await browser.OpenAsync(link);
        await browser.SendAsync("confirm");
        Assert.Contains("no longer works", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_forgotten_password_is_replaced_by_way_of_the_mailbox_and_every_session_ends()
    {
        await using var host = await AccountSite.StartWithMailAsync();
        using var elsewhere = new Browser(host, await host.SignInAsync("ada"));
        using var browser = new Browser(host);
        await browser.OpenAsync("/account/forgotten");
        await browser.SendAsync("forgotten", ("Draft.Mail", "ada@example.org"));
        Assert.Equal("/account/mailbox", browser.Location);
        var link = AccountSite.LinkIn((await host.MailsAsync()).Single());
        await browser.OpenAsync(link);
        await browser.SendAsync("reset", ("Draft.Password", "short"));
        Assert.Contains("at least 10", browser.Text, StringComparison.OrdinalIgnoreCase);
        await browser.SendAsync("reset", ("Draft.Password", Next));
        Assert.Contains("The password is changed", browser.Text, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Redirect, (await elsewhere.OpenAsync("/account")).Status);
        await browser.SignInAsync("ada", Next);
        Assert.Equal("/", browser.Location);

        using var again = new Browser(host);
        await again.OpenAsync(link);
        await again.SendAsync("reset", ("Draft.Password", GuideHost.Password));
        Assert.Contains("no longer works", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_that_was_made_up_does_not_tell_the_name_or_the_address_of_the_account()
    {
        await using var host = await AccountSite.StartWithMailAsync();
        await host.SignInAsync("lovelace");
        var id = (await host.MemberAsync("lovelace")).Id;
        foreach (var guess in (string[])["lovelace@example.org", "somebody@example.org", "short"])
        {
            using var browser = new Browser(host);
            await browser.OpenAsync($"/account/reset?id={id}&code=guess");
            await browser.SendAsync("reset", ("Draft.Password", guess));
            Assert.Contains("no longer works", browser.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_account_whose_address_nobody_has_confirmed_gets_a_link_too_and_is_confirmed_by_it()
    {
        await using var host = await AccountSite.StartAsync();
        using var browser = new Browser(host);
        await browser.RegisterAsync("ada", "Ada@example.org");
        using var forgot = new Browser(host);
        await forgot.OpenAsync("/account/forgotten");
        await forgot.SendAsync("forgotten", ("Draft.Mail", "ada@example.org"));
        await forgot.OpenAsync(AccountSite.LinkIn((await host.MailsAsync()).Single()));
        await forgot.SendAsync("reset", ("Draft.Password", Next));
        Assert.True((await host.MemberAsync("ada")).EmailConfirmed);
        await forgot.SignInAsync("ada@example.org", Next);
        Assert.Equal("/", forgot.Location);
    }

    [Fact]
    public async Task A_reset_for_an_address_that_nobody_has_gets_the_same_answer_and_no_mail()
    {
        await using var host = await AccountSite.StartWithMailAsync();
        using var browser = new Browser(host);
        await browser.OpenAsync("/account/forgotten");
        await browser.SendAsync("forgotten", ("Draft.Mail", "nobody@example.org"));
        Assert.Equal("/account/mailbox", browser.Location);
        Assert.Empty(await host.MailsAsync());
    }

    [Fact]
    public async Task The_link_in_a_mail_does_not_begin_with_the_host_that_was_asked()
    {
        await using var host = await AccountSite.StartAsync();
        await host.SignInAsync("ada");
        using var browser = new Browser(host);
        await browser.OpenAsync("/account/forgotten");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/account/forgotten") { Headers = { Host = "evil.example" } };
        var token = browser.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        request.Content = new FormUrlEncodedContent([KeyValuePair.Create("_handler", "forgotten"),
            KeyValuePair.Create("__RequestVerificationToken", token), KeyValuePair.Create("Draft.Mail", "ada@example.org")]);
        request.Headers.TryAddWithoutValidation("Cookie", browser.Answer.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0]));
        using var answer = await host.Client.SendAsync(request, GuideHost.Cancelled);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.DoesNotContain("evil", (await host.MailsAsync()).Single().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_password_keeps_this_browser_and_signs_the_others_out()
    {
        await using var host = await AccountSite.StartAsync();
        using var browser = new Browser(host, await host.SignInAsync("ada"));
        using var elsewhere = new Browser(host, await host.SignInAsync("ada"));
        await browser.OpenAsync("/account/password");
        await browser.SendAsync("password", ("Draft.Current", "not this one"), ("Draft.Password", Next));
        Assert.Contains("This is not your password", browser.Text, StringComparison.Ordinal);
        await browser.SendAsync("password", ("Draft.Current", GuideHost.Password), ("Draft.Password", Next));
        Assert.Equal("/account?done=password", browser.Location);
        Assert.Equal(HttpStatusCode.OK, (await browser.FollowAsync()).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await elsewhere.OpenAsync("/account")).Status);
        using var fresh = new Browser(host);
        await fresh.SignInAsync("ada", Next);
        Assert.Equal("/", fresh.Location);
    }

    [Fact]
    public async Task A_new_address_counts_once_its_owner_has_followed_the_link()
    {
        await using var host = await AccountSite.StartWithMailAsync();
        using var browser = new Browser(host, await host.SignInAsync("ada"));
        await browser.OpenAsync("/account/mail");
        await browser.SendAsync("mail", ("Draft.Mail", "lovelace@example.org"), ("Draft.Current", GuideHost.Password));
        Assert.Equal("/account?done=sent", browser.Location);
        var mails = await host.MailsAsync();
        Assert.Equal(["lovelace@example.org", "ada@example.org"], mails.Select(m => m.To));
        Assert.Equal("ada@example.org", (await host.MemberAsync("ada")).Email);

        await browser.OpenAsync(AccountSite.LinkIn(mails[0]));
        await browser.SendAsync("confirm");
        Assert.Equal(
            ("lovelace@example.org", true), (await host.MemberAsync("ada") is var ada ? (ada.Email, ada.EmailConfirmed) : default));
        Assert.Equal(HttpStatusCode.OK, (await browser.OpenAsync("/account")).Status);
    }

    [Fact]
    public async Task An_address_that_somebody_has_gets_the_same_answer_and_is_not_taken_from_them()
    {
        await using var host = await AccountSite.StartWithMailAsync();
        await host.SignInAsync("bob");
        using var browser = new Browser(host, await host.SignInAsync("ada"));
        await browser.OpenAsync("/account/mail");
        await browser.SendAsync("mail", ("Draft.Mail", "bob@example.org"), ("Draft.Current", GuideHost.Password));
        Assert.Equal("/account?done=sent", browser.Location);
        Assert.Equal("ada@example.org", (await host.MemberAsync("ada")).Email);
        Assert.Equal("bob@example.org", (await host.MemberAsync("bob")).Email);
    }

    [Fact]
    public async Task Without_mail_a_new_address_counts_at_once()
    {
        await using var host = await AccountSite.StartAsync();
        using var browser = new Browser(host, await host.SignInAsync("ada"));
        await browser.OpenAsync("/account/mail");
        await browser.SendAsync("mail", ("Draft.Mail", "lovelace@example.org"), ("Draft.Current", GuideHost.Password));
        Assert.Equal("/account?done=mail", browser.Location);
        Assert.Equal("lovelace@example.org", (await host.MemberAsync("ada")).Email);
    }

    [Fact]
    public async Task The_words_about_oneself_are_kept_and_it_is_said()
    {
        await using var host = await AccountSite.StartAsync();
        using var browser = new Browser(host, await host.SignInAsync("ada"));
        await browser.OpenAsync("/account");
        await browser.SendAsync("profile", ("Profile.About", "I count <things>."));
        Assert.Equal("/account?done=profile", browser.Location);
        Assert.Equal("I count <things>.", (await host.MemberAsync("ada")).About);
        await browser.FollowAsync();
        Assert.Contains("Your profile is saved", browser.Text, StringComparison.Ordinal);
        Assert.Contains("I count", browser.Page.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_out_everywhere_else_leaves_this_browser_alone()
    {
        await using var host = await AccountSite.StartAsync();
        using var browser = new Browser(host, await host.SignInAsync("ada"));
        using var elsewhere = new Browser(host);
        await elsewhere.SignInAsync("ada");
        await browser.OpenAsync("/account");
        Assert.Contains("Firefox on Linux", browser.Text, StringComparison.Ordinal);
        Assert.Contains("Unknown browser, this device", browser.Text, StringComparison.Ordinal);
        await browser.SendAsync("end-others");
        Assert.Equal(HttpStatusCode.OK, (await browser.OpenAsync("/account")).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await elsewhere.OpenAsync("/account")).Status);
    }

    [Fact]
    public async Task One_session_can_be_ended_by_its_member_only()
    {
        await using var host = await AccountSite.StartAsync();
        using var ada = new Browser(host, await host.SignInAsync("ada"));
        using var phone = new Browser(host, await host.SignInAsync("ada"));
        using var eve = new Browser(host, await host.SignInAsync("eve"));
        var last = await host.AskAsync(db => db.Sessions.Where(s => s.MemberId == 1).MaxAsync(s => s.Id, GuideHost.Cancelled));
        await ada.OpenAsync("/account");
        await ada.SendAsync($"end-{last}");
        Assert.Equal(HttpStatusCode.Redirect, (await phone.OpenAsync("/account")).Status);
        Assert.Equal(HttpStatusCode.OK, (await ada.OpenAsync("/account")).Status);
        await eve.OpenAsync("/account");
        Assert.DoesNotContain(eve.Page.QuerySelectorAll("input[name=_handler]"), input => input.GetAttribute("value")!
            .StartsWith("end-", StringComparison.Ordinal));
    }
}

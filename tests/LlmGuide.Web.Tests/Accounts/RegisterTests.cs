using System.Net;

using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Web.Tests.Accounts;

/// <summary>Making an account, with and without mail.</summary>
public sealed class RegisterTests
{
    [Fact]
    public async Task Without_mail_a_new_member_is_signed_in_at_once()
    {
        await using var host = await AccountSite.StartAsync();
        using var browser = new Browser(host);
        await browser.RegisterAsync("ada", "ada@example.org");
        Assert.Equal((HttpStatusCode.Redirect, "/account/welcome"), (browser.Status, browser.Location));
        Assert.True(browser.HasCookie(AccountSite.Cookie));
        var member = await host.MemberAsync("ada");
        Assert.Equal(("ada@example.org", false), (member.Email, member.EmailConfirmed));
        Assert.NotEqual(Guid.Empty, member.UnsubscribeKey);
    }

    [Fact]
    public async Task Without_mail_an_address_that_is_taken_gets_the_same_answer_and_stays_its_first_owners()
    {
        await using var host = await AccountSite.StartAsync();
        using var one = new Browser(host);
        using var other = new Browser(host);
        await one.RegisterAsync("ada", "ada@example.org");
        await other.RegisterAsync("eve", "ADA@example.org");
        Assert.Equal((one.Status, one.Location), (other.Status, other.Location));
        Assert.Equal((0, 0), (await OwnedAsync(host, "ada"), await OwnedAsync(host, "eve")));
    }

    [Theory]
    [InlineData("taken@example.org")]
    [InlineData("free@example.org")]
    public async Task Without_mail_nothing_that_a_new_account_can_do_tells_whether_its_address_is_somebody_elses(string mail)
    {
        const string Own = "the horse of somebody else";
        await using var host = await AccountSite.StartAsync();
        await host.SignInAsync("taken");
        using var first = new Browser(host);
        await first.RegisterAsync("first", "taken@example.org");
        using var browser = new Browser(host);
        await browser.RegisterAsync("eve", mail, Own);
        await browser.OpenAsync("/account");
        Assert.Contains($"{mail}, not confirmed", browser.Text, StringComparison.Ordinal);
        using var again = new Browser(host);
        await again.SignInAsync(mail, Own);
        Assert.Contains("Wrong name or password", again.Text, StringComparison.Ordinal);
        await browser.OpenAsync("/account/mail");
        await browser.SendAsync("mail", ("Draft.Mail", "x@example.org"), ("Draft.Current", Own));
        await browser.OpenAsync("/account/mail");
        await browser.SendAsync("mail", ("Draft.Mail", mail), ("Draft.Current", Own));
        Assert.Equal("/account?done=mail", browser.Location);
        Assert.Equal((mail, false), (await host.MemberAsync("eve") is var eve ? (eve.Email, eve.EmailConfirmed) : default));
        await again.SignInAsync("taken@example.org");
        Assert.Equal("taken", (await host.AskAsync(db => db.Sessions.OrderByDescending(s => s.Id)
            .Join(db.Members, s => s.MemberId, m => m.Id, (_, m) => m.UserName).FirstAsync(GuideHost.Cancelled))));
    }

    [Fact]
    public async Task With_mail_an_address_is_confirmed_before_anyone_signs_in()
    {
        await using var host = await AccountSite.StartWithMailAsync();
        using var browser = new Browser(host);
        await browser.RegisterAsync("ada", "ada@example.org");
        Assert.Equal("/account/mailbox", browser.Location);
        Assert.False(browser.HasCookie(AccountSite.Cookie));
        var mail = Assert.Single(await host.MailsAsync());
        Assert.Equal("ada@example.org", mail.To);
        Assert.Contains("https://guide.example.org/account/confirm?id=", mail.Text, StringComparison.Ordinal);

        await browser.SignInAsync("ada");
        Assert.Contains("the address of this account is not confirmed", browser.Text, StringComparison.Ordinal);
        Assert.False(browser.HasCookie(AccountSite.Cookie));
    }

    [Fact]
    public async Task With_mail_an_address_that_is_taken_gets_the_same_page_and_its_owner_a_note()
    {
        await using var host = await AccountSite.StartWithMailAsync();
        await host.SignInAsync("ada");
        using var known = new Browser(host);
        using var unknown = new Browser(host);
        await known.RegisterAsync("eve", "Ada@example.org");
        await unknown.RegisterAsync("bob", "bob@example.org");
        Assert.Equal((known.Status, known.Location), (unknown.Status, unknown.Location));
        Assert.Equal((await known.FollowAsync()).Text, (await unknown.FollowAsync()).Text);
        var mails = await host.MailsAsync();
        Assert.Equal(["ada@example.org", "bob@example.org"], mails.Select(m => m.To));
        Assert.Contains("You have an account already", mails[0].Subject, StringComparison.Ordinal);
        Assert.Equal(0, await host.AskAsync(db => db.Members.CountAsync(m => m.UserName == "eve", GuideHost.Cancelled)));
    }

    [Theory]
    [InlineData("a", "a@example.org", GuideHost.Password, "#draft-name", "2 to 30")]
    [InlineData("-ada", "a@example.org", GuideHost.Password, "#draft-name", "begins and ends")]
    [InlineData("ada", "nowhere", GuideHost.Password, "#draft-mail", "mail address")]
    [InlineData("ada", "a@example.org", "short", "#draft-password", "at least 10")]
    [InlineData("ada", "a@example.org", "a@example.org", "#draft-password", "easy to guess")]
    [InlineData("root", "a@example.org", GuideHost.Password, "#draft-name", "already taken")]
    [InlineData("ROOT", "a@example.org", GuideHost.Password, "#draft-name", "already taken")]
    public async Task What_cannot_be_is_said_at_its_field_and_the_rest_is_kept(
        string name, string mail, string password, string field, string why)
    {
        await using var host = await AccountSite.StartAsync();
        await host.SignInAsync("root");
        using var browser = new Browser(host);
        await browser.RegisterAsync(name, mail, password);
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        var input = browser.Page.QuerySelector(field)!;
        Assert.Equal("true", input.GetAttribute("aria-invalid"));
        Assert.Contains(input.GetAttribute("aria-describedby")!.Split(' '), id => browser.Page.GetElementById(id)!.TextContent
            .Contains(why, StringComparison.Ordinal));
        Assert.Equal(mail, browser.Page.QuerySelector("#draft-mail")!.GetAttribute("value"));
        Assert.False(browser.HasCookie(AccountSite.Cookie));
    }

    [Fact]
    public async Task A_program_that_fills_in_everything_gets_no_account_and_does_not_notice()
    {
        await using var host = await AccountSite.StartAsync();
        using var browser = new Browser(host);
        await browser.OpenAsync("/account/register");
        await browser.SendAsync(
            "register", ("Draft.Name", "spam"), ("Draft.Mail", "s@example.org"),
            ("Draft.Password", GuideHost.Password), ("Draft.Website", "https://example.com"));
        Assert.Equal("/account/mailbox", browser.Location);
        Assert.Equal(0, await host.AskAsync(db => db.Members.CountAsync(GuideHost.Cancelled)));
    }

    private static Task<int> OwnedAsync(GuideHost host, string name) =>
        host.AskAsync(db => db.Members.CountAsync(m => m.UserName == name && m.NormalizedEmail != null, GuideHost.Cancelled));

    [Fact]
    public void A_limit_that_is_no_number_stops_the_start_in_one_line()
    {
        var stopped = Assert.Throws<LlmGuide.Web.Settings.StartUpException>(
            () => GuideSite.Build(["--contentRoot", GuideHost.WebProject, "--RateLimits:SignIn=many"]));
        Assert.Equal("The setting RateLimits:SignIn is “many”; it must be a whole number from 1 to 1000000.", stopped.Message);
    }
}

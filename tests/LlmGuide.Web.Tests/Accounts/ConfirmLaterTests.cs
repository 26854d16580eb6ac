using LlmGuide.Core.Accounts;

namespace LlmGuide.Web.Tests.Accounts;

/// <summary>An address that was not confirmed when the account was made.</summary>
public sealed class ConfirmLaterTests
{
    [Fact]
    public async Task A_member_can_have_the_mail_sent_and_confirm_by_its_link()
    {
        await using var host = await AccountSite.StartAsync();
        using var browser = new Browser(host);
        await browser.RegisterAsync("ada", "ada@example.org");
        Assert.Empty(await host.MailsAsync());
        await browser.OpenAsync("/account");
        Assert.Contains("none until your address is confirmed", browser.Text, StringComparison.Ordinal);
        await browser.SendAsync("confirm");
        await browser.FollowAsync();
        Assert.Contains("An email is on its way to your address", browser.Text, StringComparison.Ordinal);
        await browser.OpenAsync(AccountSite.LinkIn(Assert.Single(await host.MailsAsync())));
        await browser.SendAsync("confirm");
        Assert.Contains("The address is confirmed", browser.Text, StringComparison.Ordinal);
        Assert.True((await host.MemberAsync("ada")).EmailConfirmed);
        await browser.OpenAsync("/account");
        Assert.DoesNotContain("not confirmed", browser.Text, StringComparison.Ordinal);
        Assert.Null(browser.Page.QuerySelector("input[name=_handler][value=confirm]"));
    }

    [Fact]
    public async Task No_mailbox_gets_more_than_its_share_and_it_is_said()
    {
        await using var host = await AccountSite.StartAsync();
        using var browser = new Browser(host);
        await browser.RegisterAsync("ada", "ada@example.org");
        for (var n = 0; n <= MailAllowance.MostAnHour; n++)
        {
            await browser.OpenAsync("/account");
            await browser.SendAsync("confirm");
        }

        Assert.Contains("At most 5 emails an hour", browser.Text, StringComparison.Ordinal);
        Assert.Equal(MailAllowance.MostAnHour, (await host.MailsAsync()).Count);
    }

    [Fact]
    public async Task Who_has_the_address_by_now_is_told_and_nobody_else()
    {
        await using var host = await AccountSite.StartAsync();
        using var browser = new Browser(host);
        await browser.RegisterAsync("late", "ada@example.org");
        await host.SignInAsync("ada");
        await browser.OpenAsync("/account");
        await browser.SendAsync("confirm");
        Assert.Equal("/account?done=confirm", browser.Location);
        Assert.Contains("You have an account already", Assert.Single(await host.MailsAsync()).Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_right_password_sends_the_link_again_where_an_address_must_be_confirmed()
    {
        await using var host = await AccountSite.StartWithMailAsync();
        using var browser = new Browser(host);
        await browser.RegisterAsync("ada", "ada@example.org");
        await browser.SignInAsync("ada", "not the password");
        Assert.Single(await host.MailsAsync());
        await browser.SignInAsync("ada");
        Assert.Contains("We have sent the email with the link again", browser.Text, StringComparison.Ordinal);
        var again = (await host.MailsAsync())[1];
        await browser.OpenAsync(AccountSite.LinkIn(again));
        await browser.SendAsync("confirm");
        await browser.SignInAsync("ada");
        Assert.True(browser.HasCookie(AccountSite.Cookie));
    }

    [Fact]
    public async Task Deleting_the_account_ends_on_a_page_that_says_so()
    {
        await using var host = await AccountSite.StartAsync();
        using var browser = new Browser(host, await host.SignInAsync("ada"));
        await browser.OpenAsync("/account/delete");
        await browser.SendAsync("leave", ("Draft.Current", GuideHost.Password), ("Draft.Comments", "erase"));
        await browser.FollowAsync();
        Assert.Contains("Your account is deleted", browser.Text, StringComparison.Ordinal);
        Assert.Contains("The text of your comments is erased", browser.Text, StringComparison.Ordinal);
    }
}

using System.Net;

using LlmGuide.Core.Data;

namespace LlmGuide.Web.Tests.Accounts;

/// <summary>A form that was opened by somebody else than who sends it: in two tabs, one signs in or out in the other.</summary>
public sealed class TwoTabsTests(OpenAccounts site) : IClassFixture<OpenAccounts>
{
    private readonly string _ada = site.NextName();
    private readonly string _bea = site.NextName();

    private GuideHost Host => site.Host;

    [Theory]
    [InlineData("/account/sign-in?back=/tasks", "sign-in")]
    [InlineData("/account/register?back=/tasks", "register")]
    public async Task Who_signed_in_in_another_tab_is_told_so_and_can_go_on(string path, string form)
    {
        await Host.SignInAsync(_ada);
        using var browser = new Browser(Host);
        await browser.OpenAsync(path);
        var (page, address) = (browser.Page, path);
        await browser.SignInAsync(_ada);
        browser.Return(page, address);
        await browser.SendAsync(
            form, ("Draft.Who", _ada), ("Draft.Name", _bea), ("Draft.Mail", $"{_bea}@example.org"), ("Draft.Password", GuideHost.Password));
        Assert.Contains("You are signed in already", browser.Text, StringComparison.Ordinal);
        Assert.Contains($"signed in as {_ada}", browser.Text, StringComparison.Ordinal);
        Assert.NotNull(browser.Page.QuerySelector("main a[href='/tasks']"));
        Assert.NotNull(browser.Page.QuerySelector("header nav"));
        Assert.Null(await Host.AskAsync(db => Task.FromResult(db.Members.SingleOrDefault(m => m.UserName == _bea))));
    }

    [Fact]
    public async Task Signing_out_twice_says_that_nobody_is_signed_in()
    {
        using var browser = new Browser(Host, await Host.SignInAsync(_ada));
        await browser.OpenAsync("/account/sign-out");
        var page = browser.Page;
        await browser.SendAsync("sign-out");
        browser.Return(page, "/account/sign-out");
        await browser.SendAsync("sign-out");
        Assert.Contains("You are signed out", browser.Text, StringComparison.Ordinal);
        Assert.NotNull(browser.Page.QuerySelector("main a[href='/account/sign-in']"));
    }

    [Fact]
    public async Task A_second_step_that_another_tab_has_done_says_where_one_is()
    {
        using var browser = new Browser(Host, await Host.SignInAsync(_ada));
        var (key, _) = await SecondFactorTests.TurnOnAsync(browser);
        using var fresh = new Browser(Host);
        await (await fresh.SignInAsync(_ada)).FollowAsync();
        var (page, address) = (fresh.Page, fresh.Address.PathAndQuery);
        await fresh.SendAsync("two-factor", ("Draft.Code", SecondFactorTests.CodeOf(key)));
        Assert.True(fresh.HasCookie(AccountSite.Cookie));
        fresh.Return(page, address);
        await fresh.SendAsync("two-factor", ("Draft.Code", SecondFactorTests.CodeOf(key)));
        Assert.Equal("/", fresh.Location);
    }

    [Theory]
    [InlineData("/account", "profile")]
    [InlineData("/account/password", "password")]
    [InlineData("/account/mail", "mail")]
    [InlineData("/account/delete", "leave")]
    [InlineData("/account/authenticator", "authenticator")]
    public async Task A_form_of_the_account_that_somebody_else_opened_changes_nothing_and_says_who_one_is(string path, string form)
    {
        await Host.SignInAsync(_ada);
        using var browser = new Browser(Host);
        await browser.SignInAsync(_ada);
        await browser.OpenAsync(path);
        var page = browser.Page;
        await browser.OpenAsync("/account/sign-out");
        await browser.SendAsync("sign-out");
        await Host.SignInAsync(_bea);
        await browser.SignInAsync(_bea);
        browser.Return(page, path);
        await browser.SendAsync(
            form, ("Profile.About", "Not mine"), ("Draft.Current", GuideHost.Password), ("Draft.Password", "another long password"));
        Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
        Assert.Contains("Nothing was sent", browser.Text, StringComparison.Ordinal);
        Assert.Contains($"You are signed in as {_bea}", browser.Text, StringComparison.Ordinal);
        Assert.NotNull(browser.Page.QuerySelector("header nav"));
        Assert.Equal("", (await Host.MemberAsync(_bea)).About);

        // The page that came back is whole: its own form is taken.
        if (form == "profile")
        {
            await browser.SendAsync(form, ("Profile.About", "Mine"));
            Assert.Equal("Mine", (await Host.MemberAsync(_bea)).About);
        }
    }

    [Fact]
    public async Task What_another_site_has_sent_is_shown_nothing_of_the_page()
    {
        var cookie = await Host.SignInAsync(_ada);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/account")
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("Profile.About", "evil"), KeyValuePair.Create("_handler", "profile")]),
            Headers = { { "Cookie", cookie }, { "Origin", "https://evil.example" } },
        };
        using var answer = await Host.Client.SendAsync(request, GuideHost.Cancelled);
        var text = await answer.Content.ReadAsStringAsync(GuideHost.Cancelled);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.DoesNotContain($"{_ada}@example.org", text, StringComparison.Ordinal);
        Assert.Contains("<header", text, StringComparison.Ordinal);
    }
}

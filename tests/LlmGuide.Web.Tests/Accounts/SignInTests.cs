using System.Net;

namespace LlmGuide.Web.Tests.Accounts;

/// <summary>Signing in and out.</summary>
public sealed class SignInTests : IAsyncLifetime
{
    private GuideHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await AccountSite.StartAsync();
        await _host.SignInAsync("ada");
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData("ada")]
    [InlineData("ADA")]
    [InlineData("ada@example.org")]
    public async Task A_member_signs_in_by_name_or_address_without_a_script(string who)
    {
        using var browser = new Browser(_host);
        await browser.SignInAsync(who);
        Assert.Equal((HttpStatusCode.Redirect, "/"), (browser.Status, browser.Location));
        Assert.True(browser.HasCookie(AccountSite.Cookie));
    }

    [Fact]
    public async Task The_cookie_of_a_session_is_for_this_site_and_not_for_scripts()
    {
        using var browser = new Browser(_host);
        await browser.SignInAsync("ada");
        var cookie = browser.Answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith(AccountSite.Cookie, StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("expires", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Staying_signed_in_outlives_the_browser()
    {
        using var browser = new Browser(_host);
        await browser.OpenAsync("/account/sign-in");
        await browser.SendAsync("sign-in", ("Draft.Who", "ada"), ("Draft.Password", GuideHost.Password), ("Draft.Remember", "true"));
        Assert.Contains("expires", browser.Answer.Headers.GetValues("Set-Cookie")
            .Single(c => c.StartsWith(AccountSite.Cookie, StringComparison.Ordinal)), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("/topics/transformer", "/topics/transformer")]
    [InlineData("https://example.com/", "/")]
    [InlineData("//example.com/", "/")]
    [InlineData("/\\example.com", "/")]
    [InlineData("javascript:alert(1)", "/")]
    public async Task Signing_in_leads_back_to_this_site_only(string back, string to)
    {
        using var browser = new Browser(_host);
        await browser.SignInAsync("ada", query: $"?back={Uri.EscapeDataString(back)}");
        Assert.Equal(to, browser.Location);
    }

    [Fact]
    public async Task A_wrong_password_and_an_account_that_is_not_there_get_the_same_answer()
    {
        using var one = new Browser(_host);
        using var other = new Browser(_host);
        await one.SignInAsync("ada@example.org", "not the right one");
        await other.SignInAsync("nobody@example.org", "not the right one");
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (one.Status, other.Status));
        Assert.Equal(one.Text.Replace("ada@", "", StringComparison.Ordinal), other.Text.Replace("nobody@", "", StringComparison.Ordinal));
        Assert.Contains("Wrong name or password", one.Page.QuerySelector(".note.bad")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("ada@example.org", one.Page.QuerySelector("#draft-who")!.GetAttribute("value"));
        Assert.Null(one.Page.QuerySelector("#draft-password")!.GetAttribute("value"));
    }

    [Fact]
    public async Task After_five_wrong_passwords_even_the_right_one_is_refused_in_the_same_words()
    {
        using var browser = new Browser(_host);
        for (var i = 0; i < 5; i++)
        {
            await browser.SignInAsync("ada", "not the right one");
        }

        await browser.SignInAsync("ada");
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.Contains("Wrong name or password", browser.Text, StringComparison.Ordinal);
        Assert.NotNull((await _host.MemberAsync("ada")).LockoutEnd);
    }

    [Fact]
    public async Task What_is_missing_is_said_first_and_beside_each_field()
    {
        using var browser = new Browser(_host);
        await browser.SignInAsync("", "");
        Assert.Equal(["#draft-who", "#draft-password"], browser.Page.QuerySelectorAll(".note.bad a")
            .Select(a => a.GetAttribute("href")!.Replace("/account/sign-in", "", StringComparison.Ordinal)));
        var field = browser.Page.QuerySelector("#draft-who")!;
        Assert.Equal("true", field.GetAttribute("aria-invalid"));
        Assert.NotNull(browser.Page.GetElementById(field.GetAttribute("aria-describedby")!));
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        using var content = new FormUrlEncodedContent([KeyValuePair.Create("_handler", "sign-in"),
            KeyValuePair.Create("Draft.Who", "ada"), KeyValuePair.Create("Draft.Password", GuideHost.Password)]);
        using var answer = await _host.Client.PostAsync("/account/sign-in", content, GuideHost.Cancelled);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.False(answer.Headers.TryGetValues("Set-Cookie", out var cookies)
            && cookies.Any(c => c.StartsWith(AccountSite.Cookie, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Signing_out_ends_the_session_itself()
    {
        var cookie = await _host.SignInAsync("ada");
        using var browser = new Browser(_host, cookie);
        using var copy = new Browser(_host, cookie);
        await browser.OpenAsync("/account/sign-out");
        await browser.SendAsync("sign-out");
        Assert.Equal("/", browser.Location);
        await copy.OpenAsync("/account");
        Assert.Equal("/account/sign-in?back=%2Faccount", copy.Location);
    }

    [Fact]
    public async Task A_page_for_one_visitor_is_kept_nowhere()
    {
        using var browser = new Browser(_host);
        await browser.OpenAsync("/account/sign-in");
        Assert.Equal("no-store, private", browser.Answer.Headers.CacheControl!.ToString());
    }

    [Fact]
    public async Task A_disabled_account_says_so_only_to_who_knows_the_password()
    {
        await _host.Services.DisableAsync("ada");
        using var browser = new Browser(_host);
        await browser.SignInAsync("ada", "not the right one");
        Assert.Contains("Wrong name or password", browser.Text, StringComparison.Ordinal);
        await browser.SignInAsync("ada");
        Assert.Contains("this account was disabled", browser.Text, StringComparison.Ordinal);
        Assert.False(browser.HasCookie(AccountSite.Cookie));
    }
}

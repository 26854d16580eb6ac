using System.Net;

using LlmGuide.Core.Data;

using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LlmGuide.Web.Tests.Accounts;

/// <summary>Signing in with another site, all the way there and back.</summary>
public sealed class ExternalSignInTests : IAsyncLifetime
{
    private const string OpenIdConnect = "OpenIdConnect";
    private const string GitHub = "GitHub";

    private OtherSite _other = null!;
    private GuideHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        _other = await OtherSite.StartAsync();
        _host = await StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _other.DisposeAsync();
    }

    [Theory]
    [InlineData(OpenIdConnect)]
    [InlineData(GitHub)]
    public async Task Whom_the_other_site_knows_chooses_a_name_and_is_a_member(string provider)
    {
        using var browser = new Browser(_host);
        await ThereAndBackAsync(browser, provider, "/topics");
        Assert.Contains("Choose a name", browser.Text, StringComparison.Ordinal);
        await browser.SendAsync("external", ("Draft.Name", "ada"));
        Assert.Equal("/topics", browser.Location);
        Assert.True(browser.HasCookie(AccountSite.Cookie));
        var member = await _host.MemberAsync("ada");
        Assert.Equal(("ada@example.org", true), (member.Email, member.EmailConfirmed));
    }

    [Theory]
    [InlineData(OpenIdConnect)]
    [InlineData(GitHub)]
    public async Task The_second_time_they_are_signed_in_at_once(string provider)
    {
        await JoinAsync(provider);
        using var browser = new Browser(_host);
        await ThereAndBackAsync(browser, provider, "/about");
        Assert.Equal("/about", browser.Location);
        Assert.True(browser.HasCookie(AccountSite.Cookie));
    }

    [Theory]
    [InlineData(OpenIdConnect)]
    [InlineData(GitHub)]
    public async Task An_address_that_somebody_has_here_makes_no_second_account(string provider)
    {
        await _host.SignInAsync("ada");
        using var browser = new Browser(_host);
        await ThereAndBackAsync(browser, provider);
        await browser.SendAsync("external", ("Draft.Name", "ada-two"));
        Assert.Contains("There is an account with the address ada@example.org already", browser.Text, StringComparison.Ordinal);
        Assert.False(browser.HasCookie(AccountSite.Cookie));
        Assert.Equal(1, await _host.AskAsync(db => db.Members.CountAsync(GuideHost.Cancelled)));
    }

    [Theory]
    [InlineData(OpenIdConnect)]
    [InlineData(GitHub)]
    public async Task An_address_that_the_other_site_has_not_checked_is_not_taken_over(string provider)
    {
        await _host.SignInAsync("ada");
        _other.MailVerified = false;
        using var browser = new Browser(_host);
        await ThereAndBackAsync(browser, provider);
        await browser.SendAsync("external", ("Draft.Name", "eve"));
        Assert.True(browser.HasCookie(AccountSite.Cookie));
        Assert.Null((await _host.MemberAsync("eve")).Email);
    }

    [Fact]
    public async Task Who_came_without_an_address_comes_in_again_where_addresses_must_be_confirmed()
    {
        await _host.DisposeAsync();
        _host = await StartAsync("--Smtp:Host=mail.example.org", "--Smtp:From=guide@example.org", "--Site:PublicUrl=http://127.0.0.1");
        _other.Mail = null;
        await JoinAsync(GitHub);
        using var browser = new Browser(_host);
        await ThereAndBackAsync(browser, GitHub, "/about");
        Assert.Equal("/about", browser.Location);
    }

    [Theory]
    [InlineData(OpenIdConnect)]
    [InlineData(GitHub)]
    public async Task The_other_site_is_told_the_public_address_of_this_one_whatever_the_request_calls_it(string provider)
    {
        await _host.DisposeAsync();
        _host = await StartAsync("--Site:PublicUrl=http://guide.example.org");
        using var browser = new Browser(_host);
        await StartAtAsync(browser, provider, "/about");
        Assert.Contains("redirect_uri=http%3A%2F%2Fguide.example.org%2Faccount%2Fexternal%2F", browser.WholeLocation.ToString());
        await JoinAsync(provider);
        Assert.Equal("ada@example.org", (await _host.MemberAsync("ada")).Email);
    }

    [Theory]
    [InlineData(OpenIdConnect)]
    [InlineData(GitHub)]
    public async Task Who_is_signed_in_connects_the_two_and_then_signs_in_either_way(string provider)
    {
        using var ada = new Browser(_host, await _host.SignInAsync("ada"));
        await ThereAndBackAsync(ada, provider);
        Assert.Equal(0, await _host.AskAsync(db => db.Set<IdentityUserLogin<int>>().CountAsync(GuideHost.Cancelled)));
        Assert.Contains("can sign in here as ada", ada.Text, StringComparison.Ordinal);
        await ada.SendAsync("connect");
        Assert.Equal("/account?done=linked", ada.Location);
        using var elsewhere = new Browser(_host);
        await ThereAndBackAsync(elsewhere, provider, "/about");
        Assert.Equal("/about", elsewhere.Location);
    }

    [Fact]
    public async Task Connecting_without_the_token_of_the_form_connects_nothing()
    {
        using var ada = new Browser(_host, await _host.SignInAsync("ada"));
        await ThereAndBackAsync(ada, GitHub);
        await ada.SendAsync("connect", ("__RequestVerificationToken", ""));
        Assert.Equal(HttpStatusCode.BadRequest, ada.Status);
        Assert.Equal(0, await _host.AskAsync(db => db.Set<IdentityUserLogin<int>>().CountAsync(GuideHost.Cancelled)));
    }

    [Fact]
    public async Task What_is_connected_with_somebody_else_is_said_and_stays_theirs()
    {
        await JoinAsync(GitHub);
        using var eve = new Browser(_host, await _host.SignInAsync("eve"));
        await ThereAndBackAsync(eve, GitHub);
        await eve.SendAsync("connect");
        await eve.FollowAsync();
        Assert.Contains("Nothing was connected", eve.Text, StringComparison.Ordinal);
        Assert.Equal(1, await _host.AskAsync(db => db.Set<IdentityUserLogin<int>>().CountAsync(GuideHost.Cancelled)));
    }

    [Theory]
    [InlineData(OpenIdConnect)]
    [InlineData(GitHub)]
    public async Task A_state_that_was_tampered_with_signs_nobody_in(string provider)
    {
        using var browser = new Browser(_host);
        await StartAtAsync(browser, provider, "/");
        await browser.OpenAsync(browser.WholeLocation.ToString());
        await browser.OpenAsync(browser.WholeLocation.ToString().Replace("state=", "state=x", StringComparison.Ordinal));
        await AssertNobodyAsync(browser);
    }

    [Theory]
    [InlineData(OpenIdConnect)]
    [InlineData(GitHub)]
    public async Task An_answer_that_another_browser_asked_for_signs_nobody_in(string provider)
    {
        using var attacker = new Browser(_host);
        await StartAtAsync(attacker, provider, "/");
        await attacker.OpenAsync(attacker.WholeLocation.ToString());
        using var victim = new Browser(_host);
        await victim.OpenAsync(attacker.WholeLocation.ToString());
        await AssertNobodyAsync(victim);
    }

    [Fact]
    public async Task A_token_that_is_signed_with_another_key_signs_nobody_in()
    {
        _other.Honest = false;
        using var browser = new Browser(_host);
        await StartAtAsync(browser, OpenIdConnect, "/");
        await browser.OpenAsync(browser.WholeLocation.ToString());
        await browser.OpenAsync(browser.WholeLocation.ToString());
        await AssertNobodyAsync(browser);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example")]
    public async Task It_leads_back_on_this_site_only(string back)
    {
        await JoinAsync(GitHub);
        using var browser = new Browser(_host);
        await ThereAndBackAsync(browser, GitHub, back);
        Assert.Equal(new Uri(_host.Client.BaseAddress!, "/"), browser.WholeLocation);
    }

    private Task<GuideHost> StartAsync(params string[] settings) => GuideHost.StartAsync(
        services => services.PostConfigure<OAuthOptions>(GitHub, options =>
        {
            options.AuthorizationEndpoint = $"{_other.Address}/login/oauth/authorize";
            options.TokenEndpoint = $"{_other.Address}/login/oauth/access_token";
            options.UserInformationEndpoint = $"{_other.Address}/user";
        }),
        [
            "--Database:SeedOnStart=false", "--RateLimits:Enabled=false", "--Logging:LogLevel:Default=Error",
            "--Authentication:GitHub:ClientId=guide", "--Authentication:GitHub:ClientSecret=secret",
            "--Authentication:OpenIdConnect:ClientId=guide", "--Authentication:OpenIdConnect:ClientSecret=secret",
            $"--Authentication:OpenIdConnect:Authority={_other.Address}",
            .. settings,
        ]);

    private async Task JoinAsync(string provider)
    {
        using var browser = new Browser(_host);
        await ThereAndBackAsync(browser, provider);
        await browser.SendAsync("external", ("Draft.Name", "ada"));
        Assert.True(browser.HasCookie(AccountSite.Cookie), browser.Text);
    }

    private static async Task StartAtAsync(Browser browser, string provider, string back) =>
        await browser.OpenAsync($"/account/external/start?provider={provider}&back={Uri.EscapeDataString(back)}");

    /// <summary>Here, there, the callback here, and the page that it leads to.</summary>
    private async Task ThereAndBackAsync(Browser browser, string provider, string back = "/")
    {
        await StartAtAsync(browser, provider, back);
        Assert.StartsWith(_other.Address, browser.WholeLocation.ToString(), StringComparison.Ordinal);
        await browser.OpenAsync(browser.WholeLocation.ToString());

        // A proxy leads the public address to this host.
        await browser.OpenAsync(browser.WholeLocation.PathAndQuery);
        Assert.StartsWith("/account/external?back=", browser.Location, StringComparison.Ordinal);
        await browser.FollowAsync();
    }

    private async Task AssertNobodyAsync(Browser browser)
    {
        Assert.Equal("/account/sign-in", browser.Location);
        Assert.False(browser.HasCookie(AccountSite.Cookie));
        await browser.OpenAsync("/account/external");
        Assert.Equal("/account/sign-in", browser.Location);
        Assert.Equal(0, await _host.AskAsync(db => db.Members.CountAsync(GuideHost.Cancelled)));
    }
}

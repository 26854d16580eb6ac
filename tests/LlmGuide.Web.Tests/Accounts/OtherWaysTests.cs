using System.Net;
using System.Text.Json;

using AngleSharp.Html.Parser;

namespace LlmGuide.Web.Tests.Accounts;

/// <summary>Passkeys and other sites' sign-in.</summary>
public sealed class OtherWaysTests
{
    private static readonly string[] GitHub = ["--Authentication:GitHub:ClientId=guide", "--Authentication:GitHub:ClientSecret=secret"];

    [Fact]
    public async Task The_button_for_a_passkey_waits_for_its_script_and_the_password_does_not()
    {
        await using var host = await AccountSite.StartAsync();
        using var browser = new Browser(host);
        await browser.OpenAsync("/account/sign-in");
        Assert.NotNull(browser.Page.QuerySelector(".scripted button[data-passkey=request]"));
        Assert.All(browser.Page.QuerySelectorAll("script[src]"), one => Assert.Equal("module", one.GetAttribute("type")));
        var script = Assert.Single(browser.Page.QuerySelectorAll("script[src*=passkeys]"));
        Assert.Equal(HttpStatusCode.OK, (await browser.OpenAsync(script.GetAttribute("src")!)).Status);
    }

    [Theory]
    [InlineData("127.0.0.1:80", "was opened at 127.0.0.1. Open it at https://guide.example.org.")]
    [InlineData("192.168.1.20", "was opened at 192.168.1.20")]
    [InlineData("[::1]:5080", "was opened at [::1]")]
    [InlineData("guide.internal", "do not work at guide.internal. Open it at https://guide.example.org.")]
    [InlineData("notguide.example.org", "do not work at notguide.example.org")]
    [InlineData("guide.example.org", null)]
    [InlineData("www.guide.example.org", null)]
    public async Task Where_passkeys_cannot_work_the_page_says_why_and_where_they_do(string name, string? why)
    {
        await using var host = await AccountSite.StartAsync("--Site:PublicUrl=https://guide.example.org", "--Https:Redirect=false");
        using var answer = await host.GetAsync("/account/sign-in", ("Host", name));
        var page = await new HtmlParser().ParseDocumentAsync(
            await answer.Content.ReadAsStringAsync(GuideHost.Cancelled), GuideHost.Cancelled);
        Assert.Equal(why is not null, page.QuerySelector("[data-passkey]")!.HasAttribute("disabled"));
        Assert.Contains(why ?? "", page.GetElementById("passkey-why")?.TextContent ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_browser_learns_what_to_ask_a_passkey_for()
    {
        await using var host = await AccountSite.StartAsync();
        using var nobody = new Browser(host);
        await nobody.OpenAsync("/account/sign-in");
        using var asked = JsonDocument.Parse(await nobody.PostAsync("/account/passkeys/options"));
        Assert.NotEmpty(asked.RootElement.GetProperty("challenge").GetString()!);

        using var ada = new Browser(host, await host.SignInAsync("ada"));
        await ada.OpenAsync("/account/passkeys");
        using var wanted = JsonDocument.Parse(await ada.PostAsync("/account/passkeys/options"));
        Assert.Equal("ada", wanted.RootElement.GetProperty("user").GetProperty("name").GetString());
    }

    [Fact]
    public async Task The_options_of_a_passkey_are_not_given_to_another_site()
    {
        await using var host = await AccountSite.StartAsync();
        using var content = new FormUrlEncodedContent([]);
        using var answer = await host.Client.PostAsync("/account/passkeys/options", content, GuideHost.Cancelled);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_passkey_that_is_none_signs_nobody_in()
    {
        await using var host = await AccountSite.StartAsync();
        using var browser = new Browser(host);
        await browser.OpenAsync("/account/sign-in");
        await browser.PostAsync("/account/passkeys/options");
        await browser.SendAsync("passkey", ("credential", "{}"));
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.Contains("did not sign you in", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_site_is_offered_only_when_it_is_configured()
    {
        await using var without = await AccountSite.StartAsync();
        await using var with = await AccountSite.StartAsync(GitHub);
        using var browser = new Browser(without);
        await browser.OpenAsync("/account/sign-in");
        Assert.DoesNotContain("GitHub", browser.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.OpenAsync("/account/external/start?provider=GitHub")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.OpenAsync("/account/external/start?provider=Identity.Application")).Status);

        using var other = new Browser(with);
        await other.OpenAsync("/account/sign-in");
        await other.OpenAsync(other.Page.QuerySelector("a[href*=GitHub]")!.GetAttribute("href")!);
        Assert.StartsWith(
            "https://github.com/login/oauth/authorize?client_id=guide",
            other.Answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Contains("code_challenge=", other.Answer.Headers.Location.Query, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Authentication:GitHub:ClientSecret", "--Authentication:GitHub:ClientId=guide")]
    [InlineData(
        "Authentication:OpenIdConnect:Authority", "--Authentication:OpenIdConnect:ClientId=guide",
        "--Authentication:OpenIdConnect:ClientSecret=s", "--Authentication:OpenIdConnect:Authority=nowhere")]
    public void Half_a_configuration_stops_the_start_and_names_the_key(string key, params string[] settings)
    {
        var stopped = Assert.Throws<LlmGuide.Web.Settings.StartUpException>(
            () => GuideSite.Build(["--contentRoot", GuideHost.WebProject, .. settings]));
        Assert.StartsWith($"The setting {key} is", stopped.Message, StringComparison.Ordinal);
    }
}

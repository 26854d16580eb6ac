using System.Net;
using System.Text.Json;

using LlmGuide.Core.Accounts.Tokens;
using LlmGuide.Core.Members;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LlmGuide.Web.Tests.Accounts;

/// <summary>A program of a member: what it shows, and what it is answered.</summary>
public sealed class TokenTests(SeededSite site) : IClassFixture<SeededSite>
{
    private const string Me = "/api/v1/me";

    private GuideHost Host => site.Host;

    [Fact]
    public async Task A_token_is_shown_once_and_opens_the_API_until_it_is_removed()
    {
        using var browser = new Browser(Host, await Host.SignInAsync("makes"));
        await browser.OpenAsync("/account/tokens");
        await browser.SendAsync("token", ("Draft.Name", "My script"), ("Draft.Scopes", "read"));
        var token = browser.Page.QuerySelector("#token")!.TextContent;
        Assert.Contains("My script", browser.Text, StringComparison.Ordinal);
        Assert.True(IsPrivate(browser.Answer));
        await browser.OpenAsync("/account/tokens");
        Assert.DoesNotContain(token, browser.Page.Source.Text, StringComparison.Ordinal);

        using var answer = await AskAsync(token);
        Assert.Equal((HttpStatusCode.OK, true), (answer.StatusCode, IsPrivate(answer)));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        using var me = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(GuideHost.Cancelled));
        Assert.Equal("makes", me.RootElement.GetProperty("name").GetString());
        Assert.Equal(["read"], me.RootElement.GetProperty("scopes").EnumerateArray().Select(scope => scope.GetString()));
        await browser.OpenAsync("/account/tokens");
        Assert.Contains("last used", browser.Text, StringComparison.Ordinal);

        var id = await Host.AskAsync(db => db.AccessTokens.Where(t => t.Name == "My script").Select(t => t.Id).SingleAsync(GuideHost.Cancelled));
        await browser.SendAsync($"remove-{id}");
        await RefusedAsync(token, "not known");
    }

    [Fact]
    public async Task Without_a_token_or_with_a_wrong_one_the_answer_says_why()
    {
        using var nobody = await Host.GetAsync(Me);
        Assert.Equal(HttpStatusCode.Unauthorized, nobody.StatusCode);
        Assert.Equal("application/problem+json", nobody.Content.Headers.ContentType?.MediaType);
        Assert.Equal("Bearer", Assert.Single(nobody.Headers.WwwAuthenticate).Scheme);
        await RefusedAsync("llmg_made-up", "not known");
        await RefusedAsync(await OldAsync("had"), "ended on 2020-02-28");
        using var basic = await Host.GetAsync(Me, ("Authorization", "Basic YTpi"));
        Assert.Equal(HttpStatusCode.Unauthorized, basic.StatusCode);
    }

    [Fact]
    public async Task A_cookie_is_no_token_and_a_token_is_no_cookie()
    {
        var cookie = await Host.SignInAsync("both");
        using var answer = await Host.GetAsync(Me, ("Cookie", cookie));
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        using var page = await Host.GetAsync("/me", ("Authorization", $"Bearer {await TokenOf("both", TokenScopes.Read)}"));
        Assert.Equal(HttpStatusCode.Redirect, page.StatusCode);
    }

    [Fact]
    public async Task A_missing_scope_is_named_and_a_closed_account_opens_nothing()
    {
        var token = await TokenOf("scoped", TokenScopes.Suggest);
        using var answer = await AskAsync(token);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("scope=\"read\"", answer.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
        Assert.Contains("no scope “read”", await DetailAsync(answer), StringComparison.Ordinal);

        await Host.Services.DisableAsync("scoped");
        await RefusedAsync(token, "closed");
    }

    [Fact]
    public async Task The_OpenAPI_document_says_which_scope_an_address_needs()
    {
        using var document = JsonDocument.Parse(await Host.TextAsync("/openapi/v1.json"));
        var root = document.RootElement;
        Assert.Equal(
            "bearer", root.GetProperty("components").GetProperty("securitySchemes").GetProperty("token").GetProperty("scheme").GetString());
        var security = root.GetProperty("paths").GetProperty(Me).GetProperty("get").GetProperty("security");
        Assert.Equal("read", security[0].GetProperty("token")[0].GetString());
        Assert.False(root.GetProperty("paths").GetProperty("/api/v1/topics").GetProperty("get").TryGetProperty("security", out _));
    }

    private async Task RefusedAsync(string token, string why)
    {
        using var answer = await AskAsync(token);
        Assert.Equal((HttpStatusCode.Unauthorized, true), (answer.StatusCode, IsPrivate(answer)));
        Assert.Contains("invalid_token", answer.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
        Assert.Contains(why, await DetailAsync(answer), StringComparison.Ordinal);
    }

    private static bool IsPrivate(HttpResponseMessage answer) => answer.Headers.CacheControl is { Private: true, NoStore: true };

    private Task<HttpResponseMessage> AskAsync(string token) => Host.GetAsync(Me, ("Authorization", $"Bearer {token}"));

    private static async Task<string> DetailAsync(HttpResponseMessage answer)
    {
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(GuideHost.Cancelled));
        return problem.RootElement.GetProperty("detail").GetString()!;
    }

    private Task<string> TokenOf(string name, TokenScopes scopes) => Host.TokenAsync(name, scopes);

    /// <summary>One whose end has passed.</summary>
    private async Task<string> OldAsync(string name)
    {
        var token = await TokenOf(name, TokenScopes.Read);
        var end = new DateTimeOffset(2020, 2, 29, 0, 0, 0, TimeSpan.Zero);
        await Host.AskAsync(db => db.AccessTokens.Where(t => db.Set<Member>().Any(m => m.Id == t.MemberId && m.UserName == name))
            .ExecuteUpdateAsync(set => set.SetProperty(t => t.ExpiresAt, end), GuideHost.Cancelled));
        return token;
    }
}

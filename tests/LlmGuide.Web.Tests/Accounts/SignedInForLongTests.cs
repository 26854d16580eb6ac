using System.Net;

using AngleSharp.Html.Parser;

using LlmGuide.Core.Data;

using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Web.Tests.Accounts;

/// <summary>What a browser keeps of a session, and what the database does.</summary>
public sealed class SignedInForLongTests
{
    [Fact]
    public async Task A_sign_in_outlives_the_server_since_its_keys_are_in_the_database()
    {
        var file = Path.Combine(Path.GetTempPath(), $"llmguide-web-test-{Guid.NewGuid():N}.db");
        string cookie;
        await using (var first = await AccountSite.StartAsync($"--ConnectionStrings:Guide=Data Source={file}"))
        {
            cookie = await first.SignInAsync("ada");
            Assert.NotEqual(0, await first.AskAsync(db => db.ProtectionKeys.CountAsync(GuideHost.Cancelled)));
        }

        await using (var second = await AccountSite.StartAsync($"--ConnectionStrings:Guide=Data Source={file}"))
        {
            using var account = await second.GetAsync("/account", ("Cookie", cookie));
            Assert.Equal(HttpStatusCode.OK, account.StatusCode);
        }

        SqliteConnection.ClearAllPools();
        File.Delete(file);
    }

    [Theory]
    [InlineData("https", true)]
    [InlineData("http", false)]
    public async Task Behind_a_proxy_that_speaks_https_every_cookie_is_for_https_alone(string scheme, bool secure)
    {
        await using var host = await AccountSite.StartAsync("--ForwardedHeaders_Enabled=true");
        await host.SignInAsync("ada");
        using var opened = await host.GetAsync("/account/sign-in", ("X-Forwarded-Proto", scheme));
        using var page = await new HtmlParser().ParseDocumentAsync(await opened.Content.ReadAsStringAsync(GuideHost.Cancelled));
        var token = page.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new HttpRequestMessage(HttpMethod.Post, "/account/sign-in")
        {
            Content = new FormUrlEncodedContent([new("_handler", "sign-in"), new("__RequestVerificationToken", token),
                new("Draft.Who", "ada"), new("Draft.Password", GuideHost.Password)]),
            Headers =
            {
                { "X-Forwarded-Proto", scheme },
                { "Cookie", opened.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0]) },
            },
        };
        using var signedIn = await host.Client.SendAsync(form, GuideHost.Cancelled);
        var cookies = opened.Headers.GetValues("Set-Cookie").Concat(signedIn.Headers.GetValues("Set-Cookie")).ToList();
        Assert.Contains(cookies, c => c.StartsWith(AccountSite.Cookie, StringComparison.Ordinal));
        Assert.All(cookies, c => Assert.Equal(secure, c.Contains("; secure", StringComparison.OrdinalIgnoreCase)));
    }
}

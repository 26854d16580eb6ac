using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

using LlmGuide.Core.Members;
using LlmGuide.Web.Accounts.Tokens;
using LlmGuide.Web.Caching;
using LlmGuide.Web.Limits;
using LlmGuide.Web.Tests.Accounts;

using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace LlmGuide.Web.Tests.Shared;

/// <summary>How often something can be sent, whatever it is and wherever it is sent to.</summary>
public sealed partial class LimitTests
{
    private static readonly string[] Reading = ["GET", "HEAD", "OPTIONS"];

    /// <summary>What takes what is sent, or searches, and is not counted, with the reason.</summary>
    private static readonly Dictionary<string, string> Uncounted = new(StringComparer.Ordinal)
    {
        ["_blazor"] = "A circuit at work sends with every click; circuits are counted where they begin and while they are open.",
        ["_blazor/disconnect"] = "It gives something back.",
        ["_blazor/initializers"] = "A list of scripts, the same for everybody.",
        ["health/live"] = "Who watches asks often, and it costs nothing.",
        ["health/ready"] = "Who watches asks often, and the answer is kept for a moment.",
        ["mcp"] = "What is counted is asked by POST; other methods are told so, and nothing else.",
    };

    [Fact]
    public async Task Everything_that_can_be_sent_and_everything_that_searches_is_counted_or_there_is_a_reason()
    {
        await using var host = await GuideHost.StartAsync("--Database:SeedOnStart=false");
        var known = Enum.GetNames<Limit>();
        var free = RoutesOf(host).Where(route => TakesOrSearches(route) && !known.Contains(PolicyOf(route), StringComparer.Ordinal))
            .Select(route => route.RoutePattern.RawText!.Trim('/')).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        Assert.Equal(Uncounted.Keys.Order(StringComparer.Ordinal), free);
        Assert.All(RoutesOf(host).Where(Searches), route => Assert.Equal(nameof(Limit.Search), PolicyOf(route)));
    }

    [Fact]
    public async Task What_can_be_guessed_mailed_or_flooded_is_counted_by_itself()
    {
        await using var host = await GuideHost.StartAsync("--Database:SeedOnStart=false");
        Assert.Equal(
            [
                "SignIn: /account/authenticator /account/delete /account/passkeys/options "
                + "/account/password /account/reset /account/sign-in /account/two-factor /setup",
                "Register: /account/external /account/register",
                "Mail: /account/forgotten /account/mail",
                "Comment: /c/1/edit /c/1/reply /write/1",
                "Preview: /api/v1/markdown /me/notes/1/1",
                "Suggest: /api/v1/suggestions /me/suggestions/1 /suggest",
                "Vote: /c/1/vote/1",
                "Flag: /c/1/flag",
                "Mark: /api/v1/me/progress/1 /me/bookmarks/1/1 /me/checks/1/1 /me/progress/1 /me/progress/1/minutes",
                "Follow: /me/follow",
                "Assistant: /mcp/",
                "Import: /curate/import",
                "Island: /_blazor/negotiate",
            ],
            Enum.GetValues<Limit>().Where(limit => limit is not (Limit.Search or Limit.Edit or Limit.Form))
                .Select(limit => $"{limit}: {string.Join(' ', AddressesOf(host, limit))}"));
    }

    [Fact]
    public async Task Who_sends_one_too_many_is_told_when_to_come_back_at_every_address_that_is_counted_together_and_at_no_other()
    {
        await using var host = await GuideHost.StartAsync([.. Enum.GetValues<Limit>().Select(limit => $"--RateLimits:{limit}=1")]);
        var ada = ("Cookie", await host.SignInAsync("ada", Role.Admin | Role.Curator | Role.Moderator));
        foreach (var limit in Enum.GetValues<Limit>())
        {
            var counted = AddressesOf(host, limit, withCookie: true);
            using (var first = await SendAsync(host, limit, counted[0], ada))
            {
                Assert.NotEqual((limit, HttpStatusCode.TooManyRequests), (limit, first.StatusCode));
            }

            foreach (var address in counted)
            {
                using var refused = await SendAsync(host, limit, address, ada);
                Assert.Equal((address, HttpStatusCode.TooManyRequests), (address, refused.StatusCode));
                Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), LimitOptions.Window(limit));
                Assert.Contains(
                    limit == Limit.Search ? "than the guide answers at once. Try again in" : "Nothing was done this time. Try again in",
                    await refused.Content.ReadAsStringAsync(GuideHost.Cancelled), StringComparison.Ordinal);
            }

            if (limit != Limit.Search)
            {
                using var read = await host.GetAsync(counted[0], ada);
                Assert.NotEqual((limit, HttpStatusCode.TooManyRequests), (limit, read.StatusCode));
            }
        }
    }

    [Fact]
    public async Task What_was_typed_comes_back_with_the_refusal_to_be_sent_again_and_a_secret_does_not()
    {
        await using var host = await GuideHost.StartAsync(
            "--Database:SeedOnStart=false", "--RateLimits:Comment=1", "--RateLimits:SignIn=1");
        const string Text = "A question of some length,\nwith <b>marks</b> & more than one line of it.";
        using var page = await RefusedAsync(host, "/write/1", ("Draft.Text", Text), ("Draft.Key", "7"));
        var form = page.QuerySelector("main form[method=post]")!;
        Assert.Equal("/write/1", form.GetAttribute("action"));
        Assert.Equal(Text, ((IHtmlTextAreaElement)form.QuerySelector("textarea[name='Draft.Text']")!).Value);
        Assert.Equal("7", form.QuerySelector("input[name='Draft.Key']")!.GetAttribute("value"));

        using var browser = new Browser(host);
        await browser.OpenAsync("/account/sign-in");
        var signIn = browser.Page;
        for (var sent = 0; sent < 2; sent++)
        {
            browser.Return(signIn, "/account/sign-in");
            await browser.SendAsync("sign-in", ("Draft.Who", "ada"), ("Draft.Password", GuideHost.Password));
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, browser.Status);
        Assert.Equal("ada", browser.Page.QuerySelector("input[name='Draft.Who']")!.GetAttribute("value"));
        Assert.Null(browser.Page.QuerySelector("input[name='Draft.Password']")!.GetAttribute("value"));
        Assert.DoesNotContain(GuideHost.Password, browser.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_comes_without_a_token_of_ours_is_not_written_into_the_refusal()
    {
        await using var host = await GuideHost.StartAsync("--Database:SeedOnStart=false", "--RateLimits:SignIn=1");
        using var page = await RefusedAsync(host, "/account/sign-in", ("Draft.Who", "another site’s words"));
        Assert.Null(page.QuerySelector("main form[method=post]"));
        Assert.DoesNotContain("another site’s words", page.Body!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<IHtmlDocument> RefusedAsync(GuideHost host, string path, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        (await host.Client.PostAsync(path, form, GuideHost.Cancelled)).Dispose();
        using var sentAgain = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var answer = await host.Client.PostAsync(path, sentAgain, GuideHost.Cancelled);
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        return await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync(GuideHost.Cancelled));
    }

    private static Task<HttpResponseMessage> SendAsync(GuideHost host, Limit limit, string address, (string Name, string Value) cookie) =>
        limit == Limit.Search ? host.GetAsync(address + "?q=words", cookie) : host.SendAsync(HttpMethod.Post, address, cookie);

    private static IEnumerable<RouteEndpoint> RoutesOf(GuideHost host) =>
        host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(route => route.Metadata.GetMetadata<ISuppressMatchingMetadata>() is null);

    private static string? PolicyOf(RouteEndpoint route) => route.Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName;

    private static bool TakesOrSearches(RouteEndpoint route) =>
        Searches(route) || route.Metadata.GetMetadata<HttpMethodMetadata>() is not { HttpMethods: { Count: > 0 } methods }
        || methods.Except(Reading, StringComparer.Ordinal).Any();

    private static bool Searches(RouteEndpoint route) =>
        route.Metadata.GetMetadata<ReadingPageAttribute>()?.Query.Contains("q") is true
        || route.RoutePattern.RawText!.EndsWith("search", StringComparison.Ordinal);

    /// <param name="withCookie">Only those that are open to a visitor with a cookie, and ask for no token of a program.</param>
    private static List<string> AddressesOf(GuideHost host, Limit limit, bool withCookie = false) =>
    [
        .. RoutesOf(host).Where(route => PolicyOf(route) == limit.ToString() && (limit == Limit.Search || TakesOrSearches(route)))
            .Where(route => !withCookie || route.Metadata.GetMetadata<TokenAccessAttribute>() is null or { Optional: true })
            .Select(route => "/" + Parameter().Replace(route.RoutePattern.RawText!, ValueOf).TrimStart('/'))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];

    private static string ValueOf(Match parameter) =>
        parameter.Value.Contains(":guid", StringComparison.Ordinal) ? Guid.Empty.ToString() : 1.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\{[^}]+\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parameter();
}

using System.Net;

using LlmGuide.Core.Members;
using LlmGuide.Web.Tests.Accounts;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace LlmGuide.Web.Tests;

/// <summary>Every page under /curate, /moderate and /admin, whoever adds one, as the routes have them.</summary>
public sealed class ClosedPageTests(SeededSite site) : IClassFixture<SeededSite>
{
    private static readonly Dictionary<string, Role> Closed =
        new(StringComparer.Ordinal) { ["curate"] = Role.Curator, ["moderate"] = Role.Moderator, ["admin"] = Role.None };

    [Fact]
    public async Task Whoever_is_not_signed_in_is_asked_to()
    {
        using var nobody = new Browser(site.Host);
        foreach (var (path, _) in Pages())
        {
            await nobody.OpenAsync(path);
            Assert.StartsWith($"{path}: /account/sign-in", $"{path}: {nobody.Location}", StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_closed_address_is_closed_before_what_answers_there_runs()
    {
        var open = Endpoints().Where(endpoint => endpoint.Metadata.GetMetadata<IAuthorizeData>() is null)
            .Select(endpoint => endpoint.RoutePattern.RawText);
        Assert.Empty(open);
    }

    [Fact]
    public async Task Whoever_sends_something_there_without_being_signed_in_sees_at_most_what_they_sent()
    {
        using var nobody = new Browser(site.Host);
        foreach (var path in Endpoints().Where(Takes(HttpMethods.Post)).Select(Address).Distinct(StringComparer.Ordinal).ToList())
        {
            await nobody.PostAsync(path, ("_handler", "probe"), ("probe", "Typed <words>."));
            if (nobody.Location is { } to)
            {
                Assert.StartsWith($"{path}: /account/sign-in", $"{path}: {to}", StringComparison.Ordinal);
                continue;
            }

            Assert.Equal((path, "You are signed out"), (path, nobody.Page.Title));
            Assert.Equal(["__RequestVerificationToken", "_handler", "probe"], nobody.Page.QuerySelectorAll("[name]:not(meta)")
                .Select(field => field.GetAttribute("name")!));
            Assert.Equal("Typed <words>.", nobody.Page.QuerySelector("textarea")!.TextContent);
        }
    }

    [Fact]
    public async Task What_another_site_sends_there_is_not_shown_as_if_its_reader_had_typed_it()
    {
        foreach (var origin in (string[])["https://elsewhere.example", "null"])
        {
            using var form = new FormUrlEncodedContent([KeyValuePair.Create("Name", "Words of another site")]);
            using var request = new HttpRequestMessage(HttpMethod.Post, "/curate/metrics/bleu") { Content = form };
            request.Headers.Add("Origin", origin);
            using var answer = await site.Host.Client.SendAsync(request, GuideHost.Cancelled);
            Assert.StartsWith("/account/sign-in", answer.Headers.Location?.ToString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(Role.None)]
    [InlineData(Role.Moderator)]
    [InlineData(Role.Curator)]
    public async Task Whoever_has_another_role_is_refused(Role roles)
    {
        using var member = new Browser(site.Host, await site.Host.SignInAsync($"closed-{roles}", roles));
        foreach (var (path, room) in Pages().Where(page => Closed[page.Room] == Role.None || !roles.HasFlag(Closed[page.Room])))
        {
            await member.OpenAsync(path);
            Assert.Equal((room, path, HttpStatusCode.Forbidden), (room, path, member.Status));
        }
    }

    [Fact]
    public async Task Whoever_may_is_let_in()
    {
        using var root = new Browser(site.Host, await site.Host.SignInAsync("closed-root", Role.Admin));
        foreach (var (path, _) in Pages())
        {
            await root.OpenAsync(path);
            Assert.NotEqual((path, HttpStatusCode.Forbidden), (path, root.Status));
        }
    }

    private List<(string Path, string Room)> Pages()
    {
        var pages = Endpoints().Where(Takes(HttpMethods.Get))
            .Select(endpoint => endpoint.RoutePattern.RawText!.Trim('/')).Distinct(StringComparer.Ordinal)
            .Select(route => (Filled(route), route.Split('/')[0])).ToList();
        Assert.True(pages.Count > 20, $"{pages.Count} pages were found.");
        return pages;
    }

    private IEnumerable<RouteEndpoint> Endpoints() =>
        site.Host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => Closed.ContainsKey(endpoint.RoutePattern.RawText!.Trim('/').Split('/')[0]));

    private static Func<RouteEndpoint, bool> Takes(string method) =>
        endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods is not { Count: > 0 } methods
            || methods.Contains(method);

    private static string Address(RouteEndpoint endpoint) => Filled(endpoint.RoutePattern.RawText!.Trim('/'));

    /// <summary>The route with something that exists in the place of what varies.</summary>
    private static string Filled(string route) => "/" + route
        .Replace("{Id:int}", "1", StringComparison.Ordinal)
        .Replace("{Topic}", "transformer", StringComparison.Ordinal)
        .Replace("{Stage}", "data", StringComparison.Ordinal)
        .Replace("{Slug}", route.Contains("topics", StringComparison.Ordinal) ? "transformer" : route.Contains(
            "stages", StringComparison.Ordinal) ? "data" : "attention-is-all-you-need", StringComparison.Ordinal);
}

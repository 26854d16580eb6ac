using System.Net;

using LlmGuide.Core.Members;
using LlmGuide.Web.Tests.Accounts;

using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace LlmGuide.Web.Tests;

/// <summary>Every page under /curate, /moderate and /admin, whoever adds one, as the routes have them.</summary>
public sealed class ClosedPageTests(SeededSite site) : IClassFixture<SeededSite>
{
    private static readonly Dictionary<string, Role> Closed = new(StringComparer.Ordinal) { ["curate"] = Role.Curator, ["moderate"] = Role.Moderator, ["admin"] = Role.None };

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
        var pages = site.Host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods is not { Count: > 0 } methods || methods.Contains("GET"))
            .Select(endpoint => endpoint.RoutePattern.RawText!.Trim('/')).Where(route => Closed.ContainsKey(route.Split('/')[0])).Distinct(StringComparer.Ordinal)
            .Select(route => (Filled(route), route.Split('/')[0])).ToList();
        Assert.True(pages.Count > 20, $"{pages.Count} pages were found.");
        return pages;
    }

    /// <summary>The route with something that exists in the place of what varies.</summary>
    private static string Filled(string route) => "/" + route
        .Replace("{Id:int}", "1", StringComparison.Ordinal)
        .Replace("{Topic}", "transformer", StringComparison.Ordinal)
        .Replace("{Stage}", "data", StringComparison.Ordinal)
        .Replace("{Slug}", route.Contains("topics", StringComparison.Ordinal) ? "transformer" : route.Contains("stages", StringComparison.Ordinal) ? "data" : "attention-is-all-you-need", StringComparison.Ordinal);
}

using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

using LlmGuide.Web.Shared.Limits;

using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace LlmGuide.Web.Tests.Shared;

/// <summary>How often something can be sent, whatever it is and wherever it is sent to.</summary>
public sealed partial class LimitTests
{
    public static TheoryData<Limit> All => [.. Enum.GetValues<Limit>()];

    [Theory]
    [MemberData(nameof(All))]
    public async Task Who_sends_one_too_many_is_told_when_to_come_back_at_every_address_that_is_counted_together(Limit limit)
    {
        await using var host = await GuideHost.StartAsync($"--RateLimits:{limit}=1");
        var ada = ("Cookie", await host.SignInAsync("ada"));
        var counted = AddressesOf(host, limit);
        using var first = await host.SendAsync(HttpMethod.Post, counted[0], ada);
        Assert.NotEqual(HttpStatusCode.TooManyRequests, first.StatusCode);
        foreach (var address in counted)
        {
            using var refused = await host.SendAsync(HttpMethod.Post, address, ada);
            Assert.Equal((address, HttpStatusCode.TooManyRequests), (address, refused.StatusCode));
            Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), LimitOptions.Window(limit));
            Assert.Contains("Nothing was done this time. Try again in", await refused.Content.ReadAsStringAsync(GuideHost.Cancelled), StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Nothing_else_is_counted_with_it(Limit limit)
    {
        await using var host = await GuideHost.StartAsync($"--RateLimits:{limit}=1");
        var ada = ("Cookie", await host.SignInAsync("ada"));
        using (await host.SendAsync(HttpMethod.Post, AddressesOf(host, limit)[0], ada))
        {
            foreach (var other in Enum.GetValues<Limit>().Where(other => other != limit))
            {
                using var answer = await host.SendAsync(HttpMethod.Post, AddressesOf(host, other)[0], ada);
                Assert.NotEqual((other, HttpStatusCode.TooManyRequests), (other, answer.StatusCode));
            }
        }

        foreach (var address in AddressesOf(host, limit))
        {
            using var read = await host.GetAsync(address, ada);
            Assert.NotEqual((address, HttpStatusCode.TooManyRequests), (address, read.StatusCode));
        }
    }

    [Fact]
    public async Task What_can_be_guessed_mailed_or_flooded_is_counted()
    {
        await using var host = await GuideHost.StartAsync("--Database:SeedOnStart=false");
        Assert.Equal(
            [
                "SignIn: /account/authenticator /account/delete /account/passkeys/options /account/password /account/reset /account/sign-in /account/two-factor /setup",
                "Register: /account/external /account/register",
                "Mail: /account/forgotten /account/mail",
                "Comment: /c/1/edit /c/1/reply /write/1",
                "Preview: /api/v1/markdown",
                "Suggest: /me/suggestions/1 /suggest",
            ],
            Enum.GetValues<Limit>().Select(limit => $"{limit}: {string.Join(' ', AddressesOf(host, limit))}"));
    }

    private static List<string> AddressesOf(GuideHost host, Limit limit) =>
    [
        .. host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<LimitedAttribute>()?.Limit == limit)
            .Select(endpoint => "/" + Parameter().Replace(endpoint.RoutePattern.RawText!, 1.ToString(CultureInfo.InvariantCulture)).TrimStart('/'))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];

    [GeneratedRegex(@"\{[^}]+\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parameter();
}

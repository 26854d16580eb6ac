using System.Net;
using System.Net.WebSockets;

using LlmGuide.Core.Accounts.SignIn;
using LlmGuide.Core.Members;
using LlmGuide.Web.Accounts.Circuits;

using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace LlmGuide.Web.Tests.Accounts;

/// <summary>The hub that islands hang on, asked as a program asks it.</summary>
public sealed class CircuitDoorTests(CircuitDoorTests.NarrowSite site) : IClassFixture<CircuitDoorTests.NarrowSite>
{
    private const int PerMember = 2;
    private const int PerAddress = 4;
    private const string Negotiate = "/_blazor/negotiate?negotiateVersion=1";

    [Theory]
    [InlineData(Negotiate)]
    [InlineData("/_blazor/disconnect")]
    [InlineData("/_blazor?id=invented")]
    public async Task Nobody_gets_in_without_being_signed_in(string path)
    {
        using var answer = await site.Host.SendAsync(HttpMethod.Post, path);
        Assert.Equal((HttpStatusCode.Unauthorized, ""), (answer.StatusCode, await answer.Content.ReadAsStringAsync(GuideHost.Cancelled)));
        Assert.Equal(HttpStatusCode.Unauthorized, await RefusedAsync(null, site.Origin));
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("http://127.0.0.1:1")]
    [InlineData("null")]
    public async Task A_page_of_another_site_does_not_get_in_with_a_members_cookie(string origin)
    {
        var ada = await site.Host.SignInAsync("origin");
        using var answer = await site.Host.SendAsync(HttpMethod.Post, Negotiate, ("Cookie", ada), ("Origin", origin));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, await RefusedAsync(ada, origin));
        using var own = await site.Host.SendAsync(HttpMethod.Post, Negotiate, ("Cookie", ada), ("Origin", site.Origin));
        Assert.Equal(HttpStatusCode.OK, own.StatusCode);
    }

    [Fact]
    public async Task Who_is_suspended_does_not_get_in()
    {
        var cookie = await site.Host.SignInAsync("silenced");
        await site.Host.SuspendAsync("silenced");
        Assert.Equal(HttpStatusCode.Forbidden, await RefusedAsync(cookie, site.Origin));
    }

    [Fact]
    public async Task One_too_many_at_a_time_is_refused_for_the_member_and_for_the_address()
    {
        await site.EmptyAsync();
        var (one, two, three) = (
            await site.Host.SignInAsync("one"), await site.Host.SignInAsync("two"), await site.Host.SignInAsync("three"));
        using (await OpenAsync(one))
        using (await OpenAsync(one))
        {
            Assert.Equal(HttpStatusCode.TooManyRequests, await RefusedAsync(one, site.Origin));
            using (await OpenAsync(two))
            using (await OpenAsync(two))
            {
                Assert.Equal(HttpStatusCode.TooManyRequests, await RefusedAsync(three, site.Origin));
            }
        }

        await site.EmptyAsync();
        using var again = await OpenAsync(three);
    }

    [Theory]
    [InlineData("sign-out")]
    [InlineData("everywhere")]
    [InlineData("suspended")]
    [InlineData("disabled")]
    public async Task A_circuit_ends_with_the_session_that_opened_it_and_no_other_does(string how)
    {
        await site.EmptyAsync();
        var (gone, stays) = (await site.Host.SignInAsync(how), await site.Host.SignInAsync("stays"));
        using var cut = await OpenAsync(gone);
        using var kept = await OpenAsync(stays);
        var watch = site.Host.Services.GetRequiredService<CircuitWatch>();
        await watch.RunAsync(GuideHost.Cancelled);
        Assert.Equal(2, site.Open.Sessions.Count);

        await EndAsync(how);
        await watch.RunAsync(GuideHost.Cancelled);
        await Assert.ThrowsAsync<WebSocketException>(() => cut.ReceiveAsync(new byte[100], GuideHost.Cancelled));
        Assert.Equal(WebSocketState.Open, kept.State);
        Assert.NotEqual(HttpStatusCode.SwitchingProtocols, await RefusedAsync(gone, site.Origin));
    }

    private async Task EndAsync(string how)
    {
        await using var scope = site.Host.Services.CreateAsyncScope();
        var members = scope.ServiceProvider.GetRequiredService<UserManager<Member>>();
        var member = (await members.FindByNameAsync(how))!;
        switch (how)
        {
            case "sign-out":
                await site.Host.Services.GetRequiredService<Sessions>().EndOthersAsync(member.Id, null, GuideHost.Cancelled);
                break;
            case "everywhere":
                await site.Host.EndSessionsAsync(how);
                break;
            case "suspended":
                await site.Host.SuspendAsync(how);
                break;
            default:
                member.DisabledAt = TimeProvider.System.GetUtcNow();
                await members.UpdateAsync(member);
                break;
        }
    }

    private async Task<ClientWebSocket> OpenAsync(string? cookie, string? origin = null)
    {
        var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        socket.Options.SetRequestHeader("Origin", origin ?? site.Origin);
        if (cookie is not null)
        {
            socket.Options.SetRequestHeader("Cookie", cookie);
        }

        try
        {
            await socket.ConnectAsync(
                new Uri($"{site.Origin.Replace("http:", "ws:", StringComparison.Ordinal)}/_blazor"), GuideHost.Cancelled);
        }
        catch (WebSocketException) when (socket.HttpStatusCode >= HttpStatusCode.BadRequest)
        {
            // The status says why.
        }

        return socket;
    }

    private async Task<HttpStatusCode> RefusedAsync(string? cookie, string origin)
    {
        using var socket = await OpenAsync(cookie, origin);
        return socket.HttpStatusCode;
    }

    /// <summary>A site where few circuits can be open.</summary>
    public sealed class NarrowSite : IAsyncLifetime
    {
        public GuideHost Host { get; private set; } = null!;

        internal OpenCircuits Open => Host.Services.GetRequiredService<OpenCircuits>();

        public string Origin => Host.Client.BaseAddress!.GetLeftPart(UriPartial.Authority);

        public async ValueTask InitializeAsync() =>
            Host = await GuideHost.StartAsync($"--Islands:PerMember={PerMember}", $"--Islands:PerAddress={PerAddress}");

        /// <summary>Waits until the server has noticed that every line was closed.</summary>
        public async Task EmptyAsync()
        {
            while (Open.Sessions.Count > 0)
            {
                await Task.Yield();
                GuideHost.Cancelled.ThrowIfCancellationRequested();
            }
        }

        public ValueTask DisposeAsync() => Host.DisposeAsync();
    }
}

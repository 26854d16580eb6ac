using System.Net;

using LlmGuide.Core;
using LlmGuide.Core.Accounts.Registration;
using LlmGuide.Core.Data;
using LlmGuide.Core.Members;
using LlmGuide.Web.Accounts.Administration;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LlmGuide.Web.Tests.Accounts;

/// <summary>The first administrator.</summary>
public sealed class SetupTests : IAsyncLifetime
{
    private GuideHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await AccountSite.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task The_link_makes_the_first_administrator_and_then_stops_working()
    {
        var link = await LinkAsync();
        using var browser = new Browser(_host);
        await browser.OpenAsync(link!);
        await browser.SendAsync("setup", ("Draft.Name", "root"), ("Draft.Password", GuideHost.Password));
        Assert.Equal("/admin", browser.Location);
        Assert.Equal(Role.Admin, (await _host.MemberAsync("root")).Roles);
        Assert.Equal("made admin", (await _host.AskAsync(db => db.Log.SingleAsync(GuideHost.Cancelled))).Act);

        using var second = new Browser(_host);
        Assert.Equal(HttpStatusCode.NotFound, (await second.OpenAsync(link!)).Status);
        Assert.Null(await LinkAsync());
    }

    [Fact]
    public async Task A_second_form_that_was_open_already_makes_nobody_an_administrator()
    {
        var link = await LinkAsync();
        using var first = new Browser(_host);
        using var second = new Browser(_host);
        await first.OpenAsync(link!);
        await second.OpenAsync(link!);
        await first.SendAsync("setup", ("Draft.Name", "root"), ("Draft.Password", GuideHost.Password));
        await second.SendAsync("setup", ("Draft.Name", "eve"), ("Draft.Password", GuideHost.Password));
        Assert.Null(second.Location);
        Assert.Equal(1, await _host.AskAsync(db => db.Members.CountAsync(GuideHost.Cancelled)));
    }

    [Fact]
    public async Task A_member_who_is_signed_in_becomes_the_administrator()
    {
        using var browser = new Browser(_host, await _host.SignInAsync("ada"));
        await browser.OpenAsync((await LinkAsync())!);
        await browser.SendAsync("setup-member");
        Assert.Equal(Role.Admin, (await _host.MemberAsync("ada")).Roles);
    }

    [Fact]
    public async Task Of_two_members_who_open_the_link_one_becomes_the_administrator()
    {
        var link = await LinkAsync();
        using var ada = new Browser(_host, await _host.SignInAsync("ada"));
        using var eve = new Browser(_host, await _host.SignInAsync("eve"));
        await ada.OpenAsync(link!);
        await eve.OpenAsync(link!);
        await ada.SendAsync("setup-member");
        await eve.SendAsync("setup-member");
        Assert.Equal((Role.Admin, Role.None), ((await _host.MemberAsync("ada")).Roles, (await _host.MemberAsync("eve")).Roles));

        // Past the page, which looks for itself: both may have looked before either became one.
        var late = await _host.MemberAsync("eve");
        Assert.Equal(Cause.NotThere, (await _host.Services.GetRequiredService<FirstAdmin>().PromoteAsync(
            new Actor(late.Id, "eve", Role.None), GuideHost.Cancelled)).Refusal?.Cause);
    }

    [Theory]
    [InlineData("/setup")]
    [InlineData("/setup?token=")]
    [InlineData("/setup?token=guess")]
    public async Task Without_the_token_there_is_nothing_here(string path)
    {
        using var browser = new Browser(_host);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.OpenAsync(path)).Status);
        Assert.Empty(browser.Page.QuerySelectorAll("form[method=post]"));
    }

    private async Task<string?> LinkAsync() =>
        await _host.Services.GetRequiredService<SetupLink>().MakeAsync(GuideHost.Cancelled) is { } link ? new Uri(link).PathAndQuery : null;
}

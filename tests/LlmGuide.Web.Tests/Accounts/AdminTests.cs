using System.Net;

using LlmGuide.Core.Accounts.Administration;
using LlmGuide.Core.Data;
using LlmGuide.Core.Members;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LlmGuide.Web.Tests.Accounts;

/// <summary>The page of whoever manages members.</summary>
public sealed class AdminTests : IAsyncLifetime
{
    private GuideHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await AccountSite.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData(Role.None)]
    [InlineData(Role.Curator | Role.Moderator)]
    public async Task It_is_for_administrators_alone(Role roles)
    {
        using var nobody = new Browser(_host);
        Assert.Equal("/account/sign-in?back=%2Fadmin", (await nobody.OpenAsync("/admin")).Location);
        using var browser = new Browser(_host, await _host.SignInAsync("ada", roles));
        await browser.OpenAsync("/admin");
        Assert.Equal(HttpStatusCode.Forbidden, browser.Status);
        Assert.Contains("Access denied", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_counts_from_the_next_request_on_and_is_in_the_log()
    {
        using var ada = new Browser(_host, await _host.SignInAsync("ada"));
        using var root = new Browser(_host, await _host.SignInAsync("root", Role.Admin));
        Assert.Equal(HttpStatusCode.Forbidden, (await ada.OpenAsync("/admin")).Status);
        await root.OpenAsync("/admin/members/ada");
        await root.SendAsync("roles", ("roles", "admin"), ("reason", "Keeps the machine."));
        Assert.Equal("/admin/members/ada?changed=yes", root.Location);
        Assert.Equal(HttpStatusCode.OK, (await ada.OpenAsync("/admin")).Status);
        var entry = await _host.AskAsync(db => db.Log.SingleAsync(GuideHost.Cancelled));
        Assert.Equal(("root", "made admin", "ada", "Keeps the machine."), (entry.ActorName, entry.Act, entry.Key, entry.Reason));
    }

    [Fact]
    public async Task The_only_administrator_stays_one()
    {
        using var root = new Browser(_host, await _host.SignInAsync("root", Role.Admin));
        await root.OpenAsync("/admin/members/root");
        Assert.Contains("only another administrator can disable it", root.Text, StringComparison.Ordinal);
        await root.SendAsync("roles", ("roles", "curator"));
        Assert.Contains("the only administrator", root.Text, StringComparison.Ordinal);
        var disabled = await _host.Services.GetRequiredService<DisableMember>()
            .RunAsync("root", disabled: true, "", Actor.Operator, GuideHost.Cancelled);
        Assert.Contains("the only administrator", disabled.Refusal!.Why, StringComparison.Ordinal);
        Assert.Equal(Role.Admin, (await _host.MemberAsync("root")).Roles);
    }

    [Fact]
    public async Task A_disabled_member_is_out_at_once_and_can_be_let_in_again()
    {
        using var ada = new Browser(_host, await _host.SignInAsync("ada"));
        using var root = new Browser(_host, await _host.SignInAsync("root", Role.Admin));
        using var reader = new Browser(_host);
        Assert.Equal(HttpStatusCode.OK, (await reader.OpenAsync("/u/ada")).Status);
        await root.OpenAsync("/admin/members/ADA");
        await root.SendAsync("state", ("reason", "Sold watches."));
        Assert.Contains("Tick the box", root.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await ada.OpenAsync("/account")).Status);
        await root.SendAsync("state", ("reason", "Sold watches."), ("sure", "true"));
        Assert.Equal(HttpStatusCode.Redirect, (await ada.OpenAsync("/account")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.OpenAsync("/u/ada")).Status);
        var entry = await _host.AskAsync(db => db.Log.SingleAsync(GuideHost.Cancelled));
        Assert.Equal(("disabled", "Sold watches."), (entry.Act, entry.Reason));
        await root.FollowAsync();
        await root.SendAsync("state");
        await ada.SignInAsync("ada");
        Assert.Equal("/", ada.Location);
    }

    [Fact]
    public async Task A_row_says_what_is_known_of_a_member_and_leads_to_the_page_with_the_acts()
    {
        await _host.SignInAsync("ada", Role.Curator);
        using var root = new Browser(_host, await _host.SignInAsync("root", Role.Admin));
        await root.OpenAsync("/admin?q=ada");
        var row = Assert.Single(root.Page.QuerySelectorAll("[data-table] tbody tr"));
        Assert.Equal(
            ["ada", "curator"], row.QuerySelectorAll("[data-open], .w-roles .tag").Select(cell => cell.TextContent));
        Assert.Equal("/admin/members/ada", row.QuerySelector("[data-open]")!.GetAttribute("href"));
        Assert.Empty(row.QuerySelectorAll("input, button"));
    }

    [Theory]
    [InlineData("q=da@exam", "ada")]
    [InlineData("role=curator", "bert")]
    [InlineData("role=none", "ada dora")]
    [InlineData("state=disabled", "dora")]
    [InlineData("state=active", "ada bert root")]
    [InlineData("sort=name&dir=desc", "root dora bert ada")]
    [InlineData("sort=joined&state=nonsense", "ada bert dora root")]
    [InlineData("sort=comments&role=admin", "root")]
    [InlineData("sort=seen&dir=desc&q=nobody", "")]
    public async Task Members_are_searched_filtered_and_sorted_by_the_address(string query, string names)
    {
        await _host.SignInAsync("ada");
        await _host.SignInAsync("bert", Role.Curator);
        await _host.SignInAsync("dora");
        await _host.Services.DisableAsync("dora");
        using var root = new Browser(_host, await _host.SignInAsync("root", Role.Admin));
        await root.OpenAsync($"/admin?{query}");
        Assert.Equal(names, string.Join(' ', root.Page.QuerySelectorAll("[data-table] [data-open]").Select(link => link.TextContent)));
    }

    [Fact]
    public async Task Settings_are_shown_with_their_defaults_and_secrets_are_not()
    {
        await using var host = await AccountSite.StartAsync(
            "--Smtp:Host=mail.example.org", "--Smtp:From=guide@example.org",
            "--Smtp:User=guide", "--Smtp:Password=hush-hush", "--Discussion:GraceMinutes=7",
            "--Authentication:GitHub:ClientId=guide", "--Authentication:GitHub:ClientSecret=hush-hush");
        using var root = new Browser(host, await host.SignInAsync("root", Role.Admin));
        await root.OpenAsync("/admin/settings");
        Assert.Contains("Discussion:GraceMinutes7", root.Text.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("Smtp:Passwordset,notshown", root.Text.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("hush-hush", root.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_tells_of_the_database_the_mails_and_the_program()
    {
        using var root = new Browser(_host, await _host.SignInAsync("root", Role.Admin));
        await root.OpenAsync("/admin/health");
        Assert.Contains("It answers and can be written.", root.Text, StringComparison.Ordinal);
        Assert.Contains("Its schema is that of this program.", root.Text, StringComparison.Ordinal);
        Assert.Contains("0 emails waiting", root.Text, StringComparison.Ordinal);
        Assert.Contains("The application makes none: Backup:Folder is not set.", root.Text, StringComparison.Ordinal);
        Assert.Contains("LlmGuide ", root.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/admin/settings")]
    [InlineData("/admin/health")]
    [InlineData("/admin/seed")]
    public async Task Settings_and_health_are_for_administrators_alone(string path)
    {
        using var browser = new Browser(_host, await _host.SignInAsync("ada", Role.Curator | Role.Moderator));
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.OpenAsync(path)).Status);
    }
}

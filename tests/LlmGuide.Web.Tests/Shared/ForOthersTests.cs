using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;

using LlmGuide.Core.Members;

using Microsoft.AspNetCore.Components;

namespace LlmGuide.Web.Tests.Shared;

/// <summary>Every page for curators, moderators and administrators, found by its address, refuses everybody else.</summary>
public sealed partial class ForOthersTests(SeededSite site) : IClassFixture<SeededSite>
{
    public static IEnumerable<TheoryDataRow<string>> Pages => typeof(GuideSite).Assembly.GetTypes()
        .SelectMany(type => type.GetCustomAttributes<RouteAttribute>()).Select(route => route.Template)
        .Where(path => Regex.IsMatch(path, "^/(curate|admin|moderate)(/|$)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)))
        .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
        .Select(path => new TheoryDataRow<string>(
            Parameters().Replace(path, hit => hit.Value.Contains(":int", StringComparison.Ordinal) ? "1" : "attention-is-all-you-need")));

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task An_anonymous_visitor_is_sent_to_sign_in(string path)
    {
        using var answer = await site.Host.GetAsync(path);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/account/sign-in", new Uri(site.Host.Client.BaseAddress!, answer.Headers.Location!).AbsolutePath);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_member_is_refused(string path)
    {
        using var answer = await site.Host.GetAsync(path, ("Cookie", await site.Host.SignInAsync("just-a-member")));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_suspended_curator_is_refused(string path)
    {
        using var answer = await site.Host.GetAsync(path, ("Cookie", await SuspendedAsync()));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    private async Task<string> SuspendedAsync()
    {
        var cookie = await site.Host.SignInAsync("suspended", Role.Curator | Role.Moderator | Role.Admin);
        await site.Host.SuspendAsync("suspended");
        return cookie;
    }

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parameters();
}

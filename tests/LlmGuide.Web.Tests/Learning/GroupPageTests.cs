using System.Net;

using AngleSharp.Html.Dom;

using LlmGuide.Web.Tests.Accounts;

namespace LlmGuide.Web.Tests.Learning;

/// <summary>A group is opened, joined and left with plain forms.</summary>
public sealed class GroupPageTests(SeededSite site) : IClassFixture<SeededSite>
{
    private GuideHost Host => site.Host;

    [Fact]
    public async Task A_group_is_opened_joined_by_its_link_seen_in_a_calendar_and_left()
    {
        using var owner = new Browser(Host, await Host.SignInAsync("leads"));
        var group = await OpenAsync(owner);
        Assert.Contains("You are alone here so far.", owner.Text, StringComparison.Ordinal);

        using var other = new Browser(Host, await Host.SignInAsync("joins"));
        Assert.Equal(HttpStatusCode.NotFound, (await other.OpenAsync(group)).Status);
        await other.OpenAsync(Value(owner, "invitation"));
        Assert.DoesNotContain("leads", other.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await ActAsync(other, "join", ("shows", "true"));
        Assert.Contains("done, now at", other.Text, StringComparison.Ordinal);

        var calendar = await Host.TextAsync(Value(other, "calendar"));
        Assert.StartsWith("BEGIN:VCALENDAR", calendar, StringComparison.Ordinal);
        Assert.Contains("DTSTART;VALUE=DATE:20270104", calendar, StringComparison.Ordinal);
        await owner.OpenAsync(group);
        await ActAsync(owner, "shift");
        Assert.Contains("DTSTART;VALUE=DATE:20270111", await Host.TextAsync(Value(other, "calendar")), StringComparison.Ordinal);

        var key = Value(other, "calendar");
        await ActAsync(other, "leave");
        Assert.Contains("You are in no group yet.", other.Text, StringComparison.Ordinal);
        using var gone = await Host.GetAsync(key);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        await owner.OpenAsync(group);
        Assert.DoesNotContain("joins", owner.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_is_said_and_what_was_typed_stays()
    {
        using var owner = new Browser(Host, await Host.SignInAsync("mistypes"));
        await owner.OpenAsync("/groups/new");
        await owner.SendAsync("group", ("Draft.Name", "Readers"), ("Draft.TopicsPerWeek", "0"), ("Draft.TimeZone", "Mars/Olympus"),
            ("Draft.Reads", "stage"));
        Assert.Contains("There is no time zone “Mars/Olympus”.", owner.Text, StringComparison.Ordinal);
        Assert.Contains("Choose 1 to 20 topics a week.", owner.Text, StringComparison.Ordinal);
        Assert.Equal("Readers", ((IHtmlInputElement)owner.Page.QuerySelector("[name='Draft.Name']")!).Value);
    }

    [Fact]
    public async Task Who_does_not_own_it_leads_nothing()
    {
        using var owner = new Browser(Host, await Host.SignInAsync("owns"));
        var group = await OpenAsync(owner);
        using var other = new Browser(Host, await Host.SignInAsync("tries"));
        await other.OpenAsync(Value(owner, "invitation"));
        await ActAsync(other, "join");
        Assert.Null(other.Page.QuerySelector("#lead"));
        var token = other.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        await other.PostAsync($"{group}/close", ("__RequestVerificationToken", token));
        Assert.Equal(HttpStatusCode.Forbidden, other.Status);
    }

    [Fact]
    public async Task Its_owner_edits_it_with_a_form_that_holds_what_is_and_others_are_denied()
    {
        using var owner = new Browser(Host, await Host.SignInAsync("edits"));
        var group = await OpenAsync(owner);
        using var other = new Browser(Host, await Host.SignInAsync("looks"));
        Assert.Equal(HttpStatusCode.NotFound, (await other.OpenAsync($"{group}/edit")).Status);
        await other.OpenAsync(Value(owner, "invitation"));
        await ActAsync(other, "join");
        Assert.Equal(HttpStatusCode.Forbidden, (await other.OpenAsync($"{group}/edit")).Status);

        await owner.OpenAsync($"{group}/edit");
        Assert.Equal("2027-01-04", ((IHtmlInputElement)owner.Page.QuerySelector("[name='Draft.StartOn']")!).Value);
        await owner.SendAsync("group", ("Draft.Name", "Thursday readers"), ("Draft.TopicsPerWeek", "0"));
        Assert.Contains("Choose 1 to 20 topics a week.", owner.Text, StringComparison.Ordinal);
        Assert.Equal("Thursday readers", ((IHtmlInputElement)owner.Page.QuerySelector("[name='Draft.Name']")!).Value);
        await owner.SendAsync("group", ("Draft.TopicsPerWeek", "3"));
        await owner.FollowAsync();
        Assert.Contains("Thursday readers", owner.Text, StringComparison.Ordinal);
        Assert.Contains("3 topics a week", owner.Text, StringComparison.Ordinal);
    }

    private static async Task<string> OpenAsync(Browser owner)
    {
        await owner.OpenAsync("/groups/new");
        await owner.SendAsync("group", ("Draft.Name", "Tuesday readers"), ("Draft.StartOn", "2027-01-04"), ("Draft.TopicsPerWeek", "2"),
            ("Draft.TimeZone", "Europe/Berlin"));
        var group = owner.Location!;
        await owner.FollowAsync();
        return group;
    }

    private static string Value(Browser reader, string id) =>
        new Uri(((IHtmlInputElement)reader.Page.QuerySelector($"#{id}")!).Value).PathAndQuery;

    private static async Task ActAsync(Browser reader, string act, params (string Name, string Value)[] fields)
    {
        var form = reader.Page.QuerySelectorAll("form").OfType<IHtmlFormElement>()
            .First(found => found.GetAttribute("action")!.EndsWith($"/{act}", StringComparison.Ordinal));
        var hidden = form.QuerySelectorAll("input[type=hidden]").OfType<IHtmlInputElement>().Select(input => (input.Name!, input.Value));
        await reader.PostAsync(form.GetAttribute("action")!, [.. hidden, .. fields]);
        Assert.Equal(HttpStatusCode.SeeOther, reader.Status);
        await reader.FollowAsync();
    }
}

using System.Net;
using System.Text.Json;

using AngleSharp.Dom;
using AngleSharp.Html.Dom;

using LlmGuide.Core.Learning;
using LlmGuide.Core.Learning.Marks;
using LlmGuide.Core.Members;
using LlmGuide.Web.Tests.Accounts;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LlmGuide.Web.Tests.Learning;

/// <summary>A reader marks what they have read, without a script, and sees it everywhere.</summary>
public sealed class ProgressPageTests(SeededSite site) : IClassFixture<SeededSite>
{
    private const string First = "attention-is-all-you-need";

    private GuideHost Host => site.Host;

    [Fact]
    public async Task A_button_marks_a_work_and_leads_back_and_the_same_button_takes_it_back()
    {
        using var reader = await MemberAsync("marks");
        await reader.OpenAsync("/topics/transformer");
        await SendAsync(reader, $"/me/progress/{First}", ("state", "read"));
        Assert.Equal((HttpStatusCode.SeeOther, "/topics/transformer"), (reader.Status, reader.Location));
        await reader.OpenAsync("/topics/transformer");
        Assert.Equal("true", Button(reader, First, "read").GetAttribute("aria-pressed"));
        Assert.Equal("1 of 2", reader.Page.QuerySelector("#progress strong")?.TextContent);
        await reader.OpenAsync($"/resources/{First}");
        Assert.Equal("true", Button(reader, First, "read").GetAttribute("aria-pressed"));

        await SendAsync(reader, $"/me/progress/{First}", ("state", "todo"));
        await reader.OpenAsync("/topics/transformer");
        Assert.Equal("false", Button(reader, First, "read").GetAttribute("aria-pressed"));
        Assert.Equal("0 of 2", reader.Page.QuerySelector("#progress strong")?.TextContent);
    }

    [Fact]
    public async Task Home_goes_on_with_the_next_essential_and_the_map_shows_where_one_is()
    {
        using var reader = await MemberAsync("walks");
        await reader.OpenAsync("/");
        Assert.Equal("Start here", reader.Page.QuerySelector(".next h2")?.TextContent);
        await reader.OpenAsync("/topics/transformer");
        await SendAsync(reader, $"/me/progress/{First}", ("state", "read"));
        await reader.OpenAsync("/");
        Assert.Equal("Continue: The Transformer", reader.Page.QuerySelector(".next h2")?.TextContent);
        Assert.Single(reader.Page.QuerySelectorAll(".stop .ring"));
        Assert.Equal("You are here", reader.Page.QuerySelector("[aria-current=step] .here")?.TextContent);
        Assert.Empty(reader.Page.QuerySelectorAll(".stop line.done"));

        var next = reader.Page.QuerySelector(".next .title a")!.GetAttribute("href")!.Split('/')[^1];
        await SendAsync(reader, $"/me/progress/{next}", ("state", "read"));
        await reader.OpenAsync("/");
        Assert.Single(reader.Page.QuerySelectorAll(".stop .st.full"));
        Assert.DoesNotContain("The Transformer", reader.Page.QuerySelector(".next h2")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("1 of", reader.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_of_ones_progress_says_what_is_ready_and_why()
    {
        using var reader = await MemberAsync("ready");
        await MarkTopicAsync("ready", "transformer");
        await reader.OpenAsync("/me");
        var ready = reader.Page.QuerySelector("[data-swap=ready]")!.TextContent;
        Assert.Contains("You are through with The Transformer.", ready, StringComparison.Ordinal);
        Assert.Contains("2 marks in 1 of the last 52 weeks", reader.Text, StringComparison.Ordinal);
        Assert.True(reader.Answer.Headers.CacheControl?.NoStore);
    }

    [Fact]
    public async Task Topics_that_are_ticked_are_known_until_the_tick_is_taken_away()
    {
        using var reader = await MemberAsync("knows");
        await reader.OpenAsync("/me/known");
        await SendAsync(reader, "/me/known", ("topic", "transformer"), ("topic", "tokenization"));
        Assert.Equal((HttpStatusCode.SeeOther, "/me"), (reader.Status, reader.Location));
        await reader.OpenAsync("/me/known");
        Assert.Equal(2, reader.Page.QuerySelectorAll<IHtmlInputElement>("input[name=topic]").Count(box => box.IsChecked));
        await SendAsync(reader, "/me/known");
        await reader.OpenAsync("/me/known");
        Assert.DoesNotContain(reader.Page.QuerySelectorAll<IHtmlInputElement>("input[name=topic]"), box => box.IsChecked);
    }

    [Theory]
    [InlineData("/me/progress/attention-is-all-you-need", "burnt", HttpStatusCode.BadRequest)]
    [InlineData("/me/progress/attention-is-all-you-need", "3", HttpStatusCode.BadRequest)]
    [InlineData("/me/progress/no-such-work", "read", HttpStatusCode.NotFound)]
    public async Task What_is_no_state_and_no_work_is_refused(string address, string state, HttpStatusCode status)
    {
        using var reader = await MemberAsync("odd");
        await reader.OpenAsync("/topics/transformer");
        await SendAsync(reader, address, ("state", state));
        Assert.Equal(status, reader.Status);
    }

    [Fact]
    public async Task A_form_without_its_token_marks_nothing()
    {
        using var reader = await MemberAsync("forged");
        await reader.OpenAsync("/topics/transformer");
        await SendAsync(reader, $"/me/progress/{First}", ("state", "read"), ("__RequestVerificationToken", "no"));
        Assert.Equal(HttpStatusCode.BadRequest, reader.Status);
    }

    [Fact]
    public async Task Back_leads_to_no_other_site()
    {
        using var reader = await MemberAsync("led");
        await reader.OpenAsync("/topics/transformer");
        await SendAsync(reader, $"/me/progress/{First}", ("state", "read"), ("back", "//evil.example"));
        Assert.Equal("/me", reader.Location);
    }

    [Theory]
    [InlineData(
        """{"version":1,"marks":{"attention-is-all-you-need":{"state":"read","since":"2026-01-01T00:00:00Z"}}}""",
        "1 work that you had marked")]
    [InlineData(
        """{"version":1,"marks":{"Not a slug":{"state":"read"},"x":7,"y":{"state":"eaten","since":"2026-01-01"}}}""",
        "already has everything")]
    public async Task A_device_sends_its_document_and_is_told_what_became_of_it(string document, string said)
    {
        using var reader = await MemberAsync("device");
        await reader.OpenAsync("/topics/transformer");
        await SendAsync(reader, "/me/device", ("document", document));
        Assert.Equal(HttpStatusCode.OK, reader.Status);
        using var answer = JsonDocument.Parse(await reader.Answer.Content.ReadAsStringAsync(GuideHost.Cancelled));
        Assert.Contains(said, answer.RootElement.GetProperty("message").GetString(), StringComparison.Ordinal);
        await ForgetAsync("device");
    }

    [Theory]
    [InlineData("", "This is not a file of reading progress")]
    [InlineData("{", "This is not a file of reading progress")]
    [InlineData("[]", "This is not a file of reading progress")]
    [InlineData("{\"version\":0,\"marks\":{}}", "This is not a file of reading progress")]
    [InlineData("{\"version\":2,\"marks\":{}}", "This file was saved by a newer version")]
    public async Task A_document_that_cannot_be_read_changes_nothing_and_says_so(string document, string said)
    {
        using var reader = await MemberAsync("broken");
        await reader.OpenAsync("/topics/transformer");
        await SendAsync(reader, "/me/device", ("document", document));
        Assert.Equal(HttpStatusCode.BadRequest, reader.Status);
        Assert.Contains(said, await reader.Answer.Content.ReadAsStringAsync(GuideHost.Cancelled), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_file_of_an_account_can_be_added_to_another()
    {
        using var one = await MemberAsync("giver");
        await MarkTopicAsync("giver", "transformer");
        await one.OpenAsync("/me/progress.json");
        var file = await one.Answer.Content.ReadAsStringAsync(GuideHost.Cancelled);
        using var other = await MemberAsync("taker");
        await other.OpenAsync("/topics/transformer");
        await SendAsync(other, "/me/device", ("document", file));
        await other.OpenAsync("/topics/transformer");
        Assert.Equal("2 of 2", other.Page.QuerySelector("#progress strong")?.TextContent);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/topics/transformer")]
    [InlineData("/resources/attention-is-all-you-need")]
    public async Task A_page_of_everybody_is_the_same_whoever_has_marked_what(string path)
    {
        var before = await Host.TextAsync(path);
        using var reader = await MemberAsync("private");
        await MarkTopicAsync("private", "transformer");
        await reader.OpenAsync(path);
        Assert.Equal(before, await Host.TextAsync(path));
        Assert.DoesNotContain("aria-pressed=\"true\"", before, StringComparison.Ordinal);
        Assert.DoesNotContain("__RequestVerificationToken", before, StringComparison.Ordinal);
    }

    /// <summary>What a button of the page's form sends.</summary>
    private static Task<Browser> SendAsync(Browser reader, string path, params (string Name, string Value)[] fields)
    {
        string Hidden(string name) => reader.Page.QuerySelector($"input[name={name}]")?.GetAttribute("value") ?? "";
        (string Name, string Value)[] own =
            [("__RequestVerificationToken", Hidden("__RequestVerificationToken")), ("back", Hidden("back"))];
        return reader.PostAsync(path, [.. own.Where(field => fields.All(given => given.Name != field.Name)), .. fields]);
    }

    private static IElement Button(Browser reader, string work, string state) =>
        reader.Page.QuerySelector($"[data-work={work}] [data-state={state}]")!;

    private async Task<Browser> MemberAsync(string name) => new(Host, await Host.SignInAsync(name));

    private async Task MarkTopicAsync(string member, string topic)
    {
        var actor = await Host.AskAsync(db => db.Set<Member>().Where(m => m.UserName == member)
            .Select(m => new Actor(m.Id, member, m.Roles, false)).SingleAsync(GuideHost.Cancelled));
        var course = await Host.Services.GetRequiredService<CourseQuery>().RunAsync(GuideHost.Cancelled);
        foreach (var work in course.Topics.Single(one => one.Slug == topic).Essentials)
        {
            await Host.Services.GetRequiredService<MarkResource>().RunAsync(actor, work.Slug, ReadingState.Read, GuideHost.Cancelled);
        }
    }

    private Task ForgetAsync(string member) => Host.AskAsync(db => db.Set<ReadingMark>()
        .Where(m => db.Set<Member>().Any(one => one.Id == m.MemberId && one.UserName == member)).ExecuteDeleteAsync(GuideHost.Cancelled));
}

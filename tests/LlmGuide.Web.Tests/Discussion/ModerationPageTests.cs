using System.Net;
using System.Text.Json;
using System.Xml.Linq;

using LlmGuide.Core.Discussion.Comments;
using LlmGuide.Core.Members;

namespace LlmGuide.Web.Tests.Discussion;

/// <summary>Reports and moderation over HTTP, from the form to what everybody sees.</summary>
public sealed class ModerationPageTests(ModerationFixture court) : IClassFixture<ModerationFixture>
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    public static readonly TheoryData<string> ForModerators =
        ["/moderate", "/moderate/1", "/c/1/remove", "/conversations/1/lock", "/u/anybody/suspend"];

    [Theory]
    [MemberData(nameof(ForModerators))]
    [InlineData("/c/1/flag")]
    public async Task An_anonymous_visitor_is_sent_to_sign_in(string path)
    {
        using var answer = await court.Host.GetAsync(path);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/account/sign-in", new Uri(court.Host.Client.BaseAddress!, answer.Headers.Location!).AbsolutePath);
        Assert.Contains(Uri.EscapeDataString(path), answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(ForModerators))]
    public async Task A_member_or_a_curator_is_denied_what_moderators_do(string path)
    {
        foreach (var role in (Role[])[Role.None, Role.Curator])
        {
            using var answer = await court.GetAsync(await court.MemberAsync(role), path);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }
    }

    [Theory]
    [InlineData("/moderate/1000000")]
    [InlineData("/c/1000000/remove")]
    [InlineData("/c/1000000/flag")]
    [InlineData("/conversations/1000000/lock")]
    [InlineData("/u/nobody-at-all/suspend")]
    public async Task What_does_not_exist_is_not_found(string path)
    {
        using var answer = await court.GetAsync(await court.MemberAsync(Role.Moderator), path);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_reported_comment_waits_for_moderators_with_its_reason()
    {
        var (author, reader, moderator) = (await court.MemberAsync(), await court.MemberAsync(), await court.MemberAsync(Role.Moderator));
        var comment = await court.CommentAsync(author, text: "Buy my course now.");
        using var sent = await court.SendAsync(reader, $"/c/{comment}/flag", $"/c/{comment}/flag", "flag", ("reason", "spam"));
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        Assert.Contains("a moderator will review it", await court.TextAsync(reader, $"/c/{comment}/flag"), StringComparison.Ordinal);
        var queue = await court.TextAsync(moderator, "/moderate");
        Assert.Contains("Buy my course now.", queue, StringComparison.Ordinal);
        Assert.Contains("spam: 1 report, weight 1", queue, StringComparison.Ordinal);
        Assert.Contains($"reported by {reader.Actor.Name}", queue, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_needs_one_of_the_fixed_reasons()
    {
        var comment = await court.CommentAsync(await court.MemberAsync());
        using var sent = await court.SendAsync(
            await court.MemberAsync(), $"/c/{comment}/flag", $"/c/{comment}/flag", "flag", ("reason", "boring"));
        Assert.Contains(
            "Choose what is wrong with it.", await sent.Content.ReadAsStringAsync(GuideHost.Cancelled), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_reports_their_own_comment()
    {
        var author = await court.MemberAsync();
        var comment = await court.CommentAsync(author);
        using var sent = await court.SendAsync(author, $"/c/{comment}/flag", $"/c/{comment}/flag", "flag", ("reason", "spam"));
        Assert.Contains("This is your own comment.", await sent.Content.ReadAsStringAsync(GuideHost.Cancelled), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/c/{0}/flag", "flag", "reason", "spam")]
    [InlineData("/moderate/{0}", "decide", "decision", "remove")]
    public async Task A_form_without_the_pages_token_does_nothing(string path, string handler, string field, string value)
    {
        var moderator = await court.MemberAsync(Role.Moderator);
        var comment = await court.CommentAsync(await court.MemberAsync());
        using var sent = await court.PostAsync(
            moderator.Cookie, string.Format(null, path, comment), ("_handler", handler), (field, value), ("reason", "spam"));
        Assert.Equal(HttpStatusCode.BadRequest, sent.StatusCode);
        Assert.Equal(CommentState.Standing, await court.StateOfAsync(comment));
    }

    [Fact]
    public async Task What_a_moderator_removes_is_gone_for_every_reader_at_once_and_the_log_says_why()
    {
        const string Topic = "tokenization";
        var (author, curator, moderator) = (
            await court.MemberAsync(), await court.MemberAsync(Role.Curator), await court.MemberAsync(Role.Moderator));
        var comment = await court.CommentAsync(author, Topic, "Advertisement of the year.");
        Assert.Contains("Advertisement of the year.", await court.Host.TextAsync($"/topics/{Topic}"), StringComparison.Ordinal);
        await court.Host.TextAsync("/changes");

        using var flagged = await court.SendAsync(curator, $"/c/{comment}/flag", $"/c/{comment}/flag", "flag", ("reason", "spam"));
        Assert.Equal(CommentState.Hidden, await court.StateOfAsync(comment));
        Assert.DoesNotContain("Advertisement of the year.", await court.Host.TextAsync($"/topics/{Topic}"), StringComparison.Ordinal);
        Assert.Contains("Reported as spam", await court.Host.TextAsync("/changes"), StringComparison.Ordinal);

        using var removed = await court.SendAsync(
            moderator, "/moderate", $"/moderate/{comment}", "decide", ("decision", "remove"), ("reason", "It sells a course."));
        Assert.Equal("/moderate?done=remove", removed.Headers.Location?.PathAndQuery());
        Assert.Equal(CommentState.Removed, await court.StateOfAsync(comment));
        Assert.Contains("It sells a course.", await court.Host.TextAsync($"/topics/{Topic}"), StringComparison.Ordinal);
        var log = await court.Host.TextAsync("/changes");
        Assert.Contains("It sells a course.", log, StringComparison.Ordinal);
        Assert.Contains($"comment by {author.Actor.Name} on Tokenization", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_removal_without_a_reason_comes_back_with_a_sentence()
    {
        var moderator = await court.MemberAsync(Role.Moderator);
        var comment = await court.CommentAsync(await court.MemberAsync());
        using var sent = await court.SendAsync(
            moderator, $"/c/{comment}/remove", $"/c/{comment}/remove", "decide", ("decision", "remove"), ("reason", " "));
        Assert.Equal(HttpStatusCode.OK, sent.StatusCode);
        Assert.Contains(
            "Enter a reason: it is shown in the change log.",
            await sent.Content.ReadAsStringAsync(GuideHost.Cancelled), StringComparison.Ordinal);
        Assert.Equal(CommentState.Standing, await court.StateOfAsync(comment));
    }

    [Fact]
    public async Task A_moderator_removes_a_comment_that_nobody_reported_and_restores_it()
    {
        var moderator = await court.MemberAsync(Role.Moderator);
        var comment = await court.CommentAsync(await court.MemberAsync());
        using var removed = await court.SendAsync(
            moderator, $"/c/{comment}/remove", $"/c/{comment}/remove", "decide", ("decision", "remove"), ("reason", "Not kind."));
        Assert.Equal($"/c/{comment}", removed.Headers.Location?.PathAndQuery());
        Assert.Contains("Removed: Not kind.", await court.TextAsync(moderator, $"/c/{comment}/remove"), StringComparison.Ordinal);
        using var restored = await court.SendAsync(
            moderator, $"/c/{comment}/remove", $"/c/{comment}/remove", "decide", ("decision", "restore"), ("reason", ""));
        Assert.Equal(CommentState.Standing, await court.StateOfAsync(comment));
    }

    [Fact]
    public async Task A_decision_that_somebody_else_has_made_already_is_a_sentence_and_no_error()
    {
        var moderator = await court.MemberAsync(Role.Moderator);
        var comment = await court.CommentAsync(await court.MemberAsync());
        using var sent = await court.SendAsync(
            moderator, $"/moderate/{comment}", $"/moderate/{comment}", "decide", ("decision", "keep"), ("reason", ""));
        Assert.Contains(
            "Somebody has already decided about these reports.",
            await sent.Content.ReadAsStringAsync(GuideHost.Cancelled), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_locked_discussion_says_why_to_every_reader_until_it_is_unlocked()
    {
        const string Topic = "quantization";
        var moderator = await court.MemberAsync(Role.Moderator);
        var path = $"/conversations/{await court.ConversationAsync(Topic)}/lock";
        await court.Host.TextAsync($"/topics/{Topic}");
        using var locked = await court.SendAsync(moderator, path, path, "lock", ("locked", "false"), ("reason", "It goes in circles."));
        Assert.Equal($"/topics/{Topic}", locked.Headers.Location?.PathAndQuery());
        Assert.Contains("It goes in circles.", await court.Host.TextAsync($"/topics/{Topic}"), StringComparison.Ordinal);
        using var unlocked = await court.SendAsync(moderator, path, path, "lock", ("locked", "true"), ("reason", ""));
        Assert.DoesNotContain("It goes in circles.", await court.Host.TextAsync($"/topics/{Topic}"), StringComparison.Ordinal);
        Assert.Contains("Unlocked", await court.Host.TextAsync("/changes?action=unlocked"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_suspended_member_may_not_report_from_the_next_request_on_until_the_suspension_is_ended()
    {
        var (member, moderator) = (await court.MemberAsync(), await court.MemberAsync(Role.Moderator));
        var comment = await court.CommentAsync(await court.MemberAsync());
        var path = $"/u/{member.Actor.Name}/suspend";
        var until = TimeProvider.System.GetUtcNow().AddDays(3).ToString("yyyy-MM-dd");
        using var suspended = await court.SendAsync(moderator, path, path, "suspend", ("until", until), ("reason", "Three warnings."));
        Assert.Equal(path, suspended.Headers.Location?.PathAndQuery());
        using (var denied = await court.GetAsync(member, $"/c/{comment}/flag"))
        {
            Assert.Equal(HttpStatusCode.Forbidden, denied.StatusCode);
        }

        Assert.Contains($"Suspended until {until}", await court.TextAsync(moderator, path), StringComparison.Ordinal);
        using var ended = await court.SendAsync(moderator, path, path, "end", ("ended", "Apologised."));
        using var allowed = await court.GetAsync(member, $"/c/{comment}/flag");
        Assert.Equal(HttpStatusCode.OK, allowed.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("tomorrow")]
    [InlineData("2001-01-01")]
    public async Task A_suspension_needs_a_day_to_come(string until)
    {
        var (member, moderator) = (await court.MemberAsync(), await court.MemberAsync(Role.Moderator));
        var path = $"/u/{member.Actor.Name}/suspend";
        using var sent = await court.SendAsync(moderator, path, path, "suspend", ("until", until), ("reason", "Why not."));
        Assert.Equal(HttpStatusCode.OK, sent.StatusCode);
        Assert.Contains("role=\"alert\"", await sent.Content.ReadAsStringAsync(GuideHost.Cancelled), StringComparison.Ordinal);
        Assert.DoesNotContain("Suspended until", await court.TextAsync(moderator, path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_feed_and_the_JSON_of_the_log_say_what_the_page_says()
    {
        var moderator = await court.MemberAsync(Role.Moderator);
        var comment = await court.CommentAsync(await court.MemberAsync());
        using var before = await court.Host.GetAsync("/changes.atom");
        using var removed = await court.SendAsync(
            moderator, $"/c/{comment}/remove", $"/c/{comment}/remove", "decide", ("decision", "remove"), ("reason", "Off by a mile."));
        using var after = await court.Host.GetAsync("/changes.atom");
        Assert.NotEqual(before.Headers.ETag, after.Headers.ETag);
        Assert.Equal("application/atom+xml", after.Content.Headers.ContentType?.MediaType);
        var feed = XDocument.Parse(await after.Content.ReadAsStringAsync(GuideHost.Cancelled)).Root!;
        var entry = feed.Elements(Atom + "entry").First();
        Assert.StartsWith("Removed a comment by ", entry.Element(Atom + "title")!.Value, StringComparison.Ordinal);
        Assert.Equal("Off by a mile.", entry.Element(Atom + "content")!.Value);
        Assert.True(Uri.IsWellFormedUriString(entry.Element(Atom + "id")!.Value, UriKind.Absolute));
        Assert.Equal(entry.Element(Atom + "updated")!.Value, feed.Element(Atom + "updated")!.Value);
        Assert.Contains(feed.Elements(Atom + "link"), link => (string?)link.Attribute("rel") == "self");
        using var unchanged = await court.Host.GetAsync("/changes.atom", ("If-None-Match", after.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);

        using var json = JsonDocument.Parse(await court.Host.TextAsync("/api/v1/changes?limit=1"));
        var item = json.RootElement.GetProperty("items")[0];
        Assert.Equal(("removed", "comment", $"{comment}", "Off by a mile.", moderator.Actor.Name), (
            item.GetProperty("act").GetString(), item.GetProperty("kind").GetString(), item.GetProperty("key").GetString(),
            item.GetProperty("reason").GetString(), item.GetProperty("by").GetString()));
    }

    [Theory]
    [InlineData("/changes")]
    [InlineData("/changes?action=nonsense&kind=nonsense&by=nobody&page=99")]
    [InlineData("/changes.atom")]
    [InlineData("/api/v1/changes")]
    public async Task Anybody_can_read_the_log(string path)
    {
        using var answer = await court.Host.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.NotNull(answer.Headers.ETag);
    }
}

internal static class Locations
{
    /// <summary>Without host and fragment.</summary>
    public static string PathAndQuery(this Uri location) => new Uri(new Uri("http://localhost"), location).PathAndQuery;
}

using System.IO.Compression;
using System.Net;
using System.Text.Json;

using LlmGuide.Core;
using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Data;
using LlmGuide.Core.Discussion;
using LlmGuide.Core.Discussion.Comments;
using LlmGuide.Core.Discussion.Conversations;
using LlmGuide.Core.Members;
using LlmGuide.Core.Suggestions;
using LlmGuide.Core.Suggestions.Making;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LlmGuide.Web.Tests.Accounts;

/// <summary>Taking one's data away, leaving, and what others see of a member.</summary>
public sealed class LeaveTests : IAsyncLifetime
{
    private GuideHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await AccountSite.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task The_data_of_a_member_is_one_archive_of_json_without_a_secret()
    {
        var cookie = await _host.SignInAsync("ada");
        await SayAsync("ada", "I wonder.");
        await SuggestAsync("ada");
        using var answer = await _host.GetAsync("/account/data.zip", ("Cookie", cookie));
        Assert.Equal("application/zip", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("no-store, private", answer.Headers.CacheControl!.ToString());
        await using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync(GuideHost.Cancelled), ZipArchiveMode.Read);
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(await entry.OpenAsync(GuideHost.Cancelled));
            var text = await reader.ReadToEndAsync(GuideHost.Cancelled);
            using var parsed = JsonDocument.Parse(text);
            Assert.DoesNotContain("hash", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("stamp", text, StringComparison.OrdinalIgnoreCase);
            if (entry.Name == "comments.json")
            {
                Assert.Equal("I wonder.", parsed.RootElement[0].GetProperty("markdown").GetString());
            }
            else if (entry.Name == "suggestions.json")
            {
                Assert.Equal("It helps.", parsed.RootElement[0].GetProperty("why").GetString());
            }
        }

        Assert.Contains(zip.Entries, entry => entry.Name == "account.json");
        Assert.Contains(zip.Entries, entry => entry.Name == "suggestions.json");
    }

    [Fact]
    public async Task Nobody_takes_data_away_without_signing_in()
    {
        using var answer = await _host.GetAsync("/account/data.zip");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [Theory]
    [InlineData("keep", "I wonder.", CommentState.Standing, 1)]
    [InlineData("erase", "", CommentState.Deleted, 0)]
    public async Task Leaving_keeps_the_comments_without_a_name_or_erases_their_text(
        string choice, string text, CommentState state, int counted)
    {
        using var browser = new Browser(_host, await _host.SignInAsync("ada"));
        await SayAsync("ada", "I wonder.");
        await browser.OpenAsync("/account/delete");
        await browser.SendAsync("leave", ("Draft.Comments", choice), ("Draft.Current", "not this one"));
        Assert.Contains("This is not your password", browser.Text, StringComparison.Ordinal);
        await browser.SendAsync("leave", ("Draft.Comments", choice), ("Draft.Current", GuideHost.Password));
        Assert.StartsWith("/account/deleted", browser.Location, StringComparison.Ordinal);

        Assert.Equal(0, await _host.AskAsync(db => db.Members.CountAsync(GuideHost.Cancelled)));
        var comment = await _host.AskAsync(db => db.Comments.AsNoTracking().SingleAsync(GuideHost.Cancelled));
        Assert.Equal((null, text, state), (comment.AuthorId, comment.Body.Markdown, comment.State));
        Assert.DoesNotContain(text.Length == 0 ? "wonder" : "nothing", comment.Body.Html, StringComparison.Ordinal);
        Assert.Equal(counted, (await _host.AskAsync(db => db.Conversations.AsNoTracking().SingleAsync(GuideHost.Cancelled))).Comments);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.OpenAsync("/account")).Status);
    }

    [Fact]
    public async Task Erasing_leaves_a_conversation_with_the_number_and_the_time_of_what_still_stands()
    {
        using var browser = new Browser(_host, await _host.SignInAsync("ada"));
        await _host.SignInAsync("ben");
        var earlier = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
        await SayAsync("ben", "It is so.", at: earlier);
        await SayAsync("ada", "Is it?", CommentKind.Question, earlier.AddHours(1));
        await browser.OpenAsync("/account/delete");
        await browser.SendAsync("leave", ("Draft.Comments", "erase"), ("Draft.Current", GuideHost.Password));

        var about = await _host.AskAsync(db => db.Conversations.AsNoTracking().SingleAsync(GuideHost.Cancelled));
        Assert.Equal((1, 0, earlier), (about.Comments, about.OpenQuestions, about.LastCommentAt));
    }

    [Fact]
    public async Task A_profile_that_was_kept_is_made_anew_when_its_member_takes_a_comment_back()
    {
        await _host.SignInAsync("ada");
        await SayAsync("ada", "I wonder.");
        using var reader = new Browser(_host);
        Assert.Contains("I wonder.", (await reader.OpenAsync("/u/ada")).Text, StringComparison.Ordinal);
        var said = await _host.AskAsync(db => db.Comments.Select(c => c.Id).SingleAsync(GuideHost.Cancelled));
        var ada = new Actor((await _host.MemberAsync("ada")).Id, "ada", Role.None);
        Assert.Null((await _host.Services.GetRequiredService<DeleteComment>().RunAsync(ada, said, GuideHost.Cancelled)).Refusal);
        Assert.DoesNotContain("I wonder.", (await reader.OpenAsync("/u/ada")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_only_administrator_cannot_leave()
    {
        using var browser = new Browser(_host, await _host.SignInAsync("root", Role.Admin));
        await browser.OpenAsync("/account/delete");
        await browser.SendAsync("leave", ("Draft.Current", GuideHost.Password));
        Assert.Contains("the only administrator", browser.Text, StringComparison.Ordinal);
        Assert.NotNull(await _host.MemberAsync("root"));
    }

    [Fact]
    public async Task A_profile_shows_to_everybody_what_the_member_said_and_nothing_private()
    {
        await _host.SignInAsync("ada", Role.Curator);
        await SayAsync("ada", "I wonder.");
        using var reader = new Browser(_host);
        await reader.OpenAsync("/u/ada");
        Assert.Equal(HttpStatusCode.OK, reader.Status);
        Assert.Contains("I wonder.", reader.Text, StringComparison.Ordinal);
        Assert.Contains("curator", reader.Text, StringComparison.Ordinal);
        Assert.Contains("1 comment", reader.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("ada@example.org", reader.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Equal("/u/ada", (await reader.OpenAsync("/u/ADA")).Location);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.OpenAsync("/u/nobody")).Status);
    }

    [Fact]
    public async Task A_profile_that_was_kept_is_made_anew_when_its_member_changes_it_or_leaves()
    {
        using var browser = new Browser(_host, await _host.SignInAsync("ada"));
        using var reader = new Browser(_host);
        Assert.DoesNotContain("I count things", (await reader.OpenAsync("/u/ada")).Text, StringComparison.Ordinal);
        await browser.OpenAsync("/account");
        await browser.SendAsync("profile", ("Profile.About", "I count things"));
        Assert.Contains("I count things", (await reader.OpenAsync("/u/ada")).Text, StringComparison.Ordinal);
        await browser.OpenAsync("/account/delete");
        await browser.SendAsync("leave", ("Draft.Current", GuideHost.Password));
        Assert.Equal(HttpStatusCode.NotFound, (await reader.OpenAsync("/u/ada")).Status);
    }

    private async Task SuggestAsync(string name)
    {
        var draft = new SuggestionDraft
        {
            Kind = SuggestionKind.Resource,
            Url = "https://example.org/x",
            Title = "X",
            WorkKind = ResourceKind.Article,
            Authors = "Some Body",
            Minutes = "20",
            Why = "It helps.",
        };
        Assert.Null((await _host.Services.GetRequiredService<SubmitSuggestion>()
            .RunAsync(new Actor((await _host.MemberAsync(name)).Id, name, Role.None), draft, from: null, GuideHost.Cancelled)).Refusal);
    }

    private async Task SayAsync(string name, string text, CommentKind kind = CommentKind.Comment, DateTimeOffset? at = null)
    {
        var author = await _host.MemberAsync(name);
        await using var db = await _host.Services.GetRequiredService<IDbContextFactory<GuideDb>>()
            .CreateDbContextAsync(GuideHost.Cancelled);
        var about = await db.Conversations.FirstOrDefaultAsync(GuideHost.Cancelled)
            ?? db.Conversations.Add(new Conversation(SubjectType.Topic, "transformer", "The transformer")).Entity;
        await db.SaveChangesAsync(GuideHost.Cancelled);
        var now = at ?? TimeProvider.System.GetUtcNow();
        db.Comments.Add(Comment.AtTop(about.Id, kind, author.Id, Guid.NewGuid(), new Prose(text, $"<p>{text}</p>", 1), now));
        await db.SaveChangesAsync(GuideHost.Cancelled);
        await db.Conversations.ExecuteUpdateAsync(
            set => set.SetProperty(c => c.Comments, c => c.Comments + 1)
                .SetProperty(c => c.OpenQuestions, kind == CommentKind.Question ? 1 : 0).SetProperty(c => c.LastCommentAt, now),
            GuideHost.Cancelled);
    }
}

using System.Text.Json;

using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Discussion;
using LlmGuide.Core.Discussion.Comments;
using LlmGuide.Core.Discussion.Moderation;
using LlmGuide.Core.Members;
using LlmGuide.Web.Tests.Accounts;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LlmGuide.Web.Tests.Discussion;

/// <summary>The first comments of a new member that have links.</summary>
public sealed class HeldCommentTests(SeededSite site) : IClassFixture<SeededSite>
{
    private const string Topic = "/topics/transformer";

    [Theory]
    [InlineData("Is this it? https://arxiv.org/abs/1706.03762")]
    [InlineData("See [it](https://www.arxiv.org/abs/2005.14165), p. 3, and https://ARXIV.org/abs/2203.02155.")]
    [InlineData("As in http://arxiv.org/pdf/1706.03762v5#page=4")]
    [InlineData("See [there](/topics/fine-tuning) and `https://elsewhere.example/x`")]
    public async Task A_link_to_where_the_catalogue_leads_holds_nothing(string text) =>
        Assert.Equal(CommentState.Standing, (await SayAsync(await NewcomerAsync(), text)).State);

    [Theory]
    [InlineData("Look: https://elsewhere.example/x")]
    [InlineData("https://arxiv.org/abs/1706.03762 and https://elsewhere.example/x")]
    [InlineData("https://arxiv.org.elsewhere.example/abs/1706.03762")]
    [InlineData("[it](https://arxiv.org@elsewhere.example/abs/1706.03762)")]
    [InlineData("https://notarxiv.org/abs/1706.03762")]
    [InlineData("https://elsewhere.example/?to=https://arxiv.org/abs/1706.03762")]
    public async Task A_link_to_anywhere_else_does(string text) =>
        Assert.Equal(CommentState.Held, (await SayAsync(await NewcomerAsync(), text)).State);

    [Fact]
    public async Task Links_into_the_catalogue_earn_no_trust()
    {
        var newcomer = await NewcomerAsync();
        for (var time = 0; time < 3; time++)
        {
            await SayAsync(newcomer, "https://arxiv.org/abs/1706.03762");
        }

        Assert.Equal(CommentState.Held, (await SayAsync(newcomer, "https://elsewhere.example/x")).State);
    }

    [Fact]
    public async Task Its_author_sees_it_as_written_and_nobody_else_sees_that_it_is_there()
    {
        var newcomer = await NewcomerAsync();
        var said = await SayAsync(newcomer, "Look, *all*: https://elsewhere.example/unseen");
        using var author = new Browser(site.Host, await site.Host.SignInAsync(newcomer.Name));
        await author.OpenAsync(Topic);
        var comment = author.Page.GetElementById($"c{said.Id}")!;
        Assert.Equal("Look, all: https://elsewhere.example/unseen", comment.QuerySelector(".c-b:not(.gone)")!.TextContent.Trim());
        Assert.Equal(newcomer.Name, comment.QuerySelector(".c-h b a")!.TextContent);
        Assert.Contains("awaiting a moderator", comment.QuerySelector(".c-h")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(comment.QuerySelector($"a[href='/c/{said.Id}/edit']"));
        Assert.NotNull(comment.QuerySelector($"button[formaction='/c/{said.Id}/delete']"));
        await author.OpenAsync($"/c/{said.Id}/edit");
        Assert.Contains("Look, *all*", author.Page.QuerySelector("#say")!.TextContent, StringComparison.Ordinal);
        var moderator = await site.Host.SignInAsync("mod", Role.Moderator);
        foreach (var cookie in (string?[])[null, await site.Host.SignInAsync("somebody"), moderator])
        {
            using var other = new Browser(site.Host, cookie);
            await other.OpenAsync(Topic);
            Assert.Null(other.Page.GetElementById($"c{said.Id}"));
            await other.OpenAsync($"/c/{said.Id}/edit");
            Assert.DoesNotContain("unseen", other.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Programs_are_not_told_of_it_before_a_moderator_has_approved_it()
    {
        var said = await SayAsync(await NewcomerAsync(), "https://elsewhere.example/x");
        Assert.DoesNotContain(said.Id, await InApiAsync());
        await site.Host.SignInAsync("mod", Role.Moderator);
        var moderator = new Actor((await site.Host.MemberAsync("mod")).Id, "mod", Role.Moderator);
        Assert.Null((await Get<ApproveHeld>().RunAsync(moderator, said.Id, "", GuideHost.Cancelled)).Refusal);
        Assert.Contains(said.Id, await InApiAsync());
    }

    [Fact]
    public async Task A_deletion_and_its_undo_approve_nothing()
    {
        var newcomer = await NewcomerAsync();
        var said = await SayAsync(newcomer, "https://elsewhere.example/x");
        Assert.Equal(CommentState.Deleted, await DeleteAsync(newcomer, said.Id, undo: false));
        Assert.Equal(CommentState.Held, await DeleteAsync(newcomer, said.Id, undo: true));
        await site.Host.SignInAsync("mod", Role.Moderator);
        var moderator = new Actor((await site.Host.MemberAsync("mod")).Id, "mod", Role.Moderator);
        Assert.Null((await Get<ApproveHeld>().RunAsync(moderator, said.Id, "", GuideHost.Cancelled)).Refusal);
        Assert.Equal(CommentState.Deleted, await DeleteAsync(newcomer, said.Id, undo: false));
        Assert.Equal(CommentState.Standing, await DeleteAsync(newcomer, said.Id, undo: true));
    }

    private async Task<CommentState> DeleteAsync(Actor actor, int id, bool undo)
    {
        var delete = Get<DeleteComment>();
        Assert.Null((await (undo
            ? delete.UndoAsync(actor, id, GuideHost.Cancelled) : delete.RunAsync(actor, id, GuideHost.Cancelled))).Refusal);
        return (await FindAsync(id)).State;
    }

    private async Task<Actor> NewcomerAsync()
    {
        var name = $"new{Guid.NewGuid():N}"[..12];
        await site.Host.SignInAsync(name);
        return new Actor((await site.Host.MemberAsync(name)).Id, name, Role.None);
    }

    private async Task<Comment> SayAsync(Actor actor, string text)
    {
        var conversation = await site.Host.AskAsync(
            db => db.Topics.Where(t => t.Slug == "transformer").Select(t => t.ConversationId).SingleAsync(GuideHost.Cancelled));
        var said = await Get<PostComment>().RunAsync(
            actor, ReplyTarget.In(conversation), new CommentDraft { Text = text, Key = Guid.NewGuid() }, GuideHost.Cancelled);
        Assert.Null(said.Refusal);
        return await FindAsync(said.Value);
    }

    private async Task<IReadOnlyList<int>> InApiAsync()
    {
        using var list = JsonDocument.Parse(await site.Host.TextAsync($"/api/v1{Topic}/comments?limit=100"));
        return [.. list.RootElement.GetProperty("items").EnumerateArray().Select(one => one.GetProperty("id").GetInt32())];
    }

    private Task<Comment> FindAsync(int id) =>
        site.Host.AskAsync(db => db.Comments.AsNoTracking().SingleAsync(c => c.Id == id, GuideHost.Cancelled));

    private T Get<T>()
        where T : notnull => site.Host.Services.GetRequiredService<T>();
}

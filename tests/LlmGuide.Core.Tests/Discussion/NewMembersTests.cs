using LlmGuide.Core.Discussion;
using LlmGuide.Core.Discussion.Comments;
using LlmGuide.Core.Members;
using LlmGuide.Core.Tests.Databases;

namespace LlmGuide.Core.Tests.Discussion;

/// <summary>What somebody whom nobody knows yet may write, on each database.</summary>
[OnEachDatabase]
public sealed class NewMembersTests(BareDatabase bare) : IClassFixture<BareDatabase>
{
    private const string Link = " https://example.org";

    [Theory]
    [InlineData(3, 0, "links")]
    [InlineData(0, 3, "mention")]
    public async Task Who_is_new_has_few_links_and_mentions(int links, int mentions, string named)
    {
        var talk = await ModeratedTalk.StartAsync(bare.Database);
        var author = await talk.MemberAsync("oskar", comments: 4);
        Assert.Contains(named, (await CheckAsync(talk, author, links, mentions)).Refusal!.Why, StringComparison.Ordinal);
        await talk.CommentAsync(author);
        Assert.Null((await CheckAsync(talk, author, links, mentions)).Refusal);
    }

    [Fact]
    public async Task Who_is_new_may_have_some()
    {
        var talk = await ModeratedTalk.StartAsync(bare.Database);
        Assert.Null((await CheckAsync(talk, await talk.MemberAsync("oskar"), 2, 2)).Refusal);
    }

    [Fact]
    public async Task Comments_that_were_removed_make_nobody_less_new()
    {
        var talk = await ModeratedTalk.StartAsync(bare.Database);
        var author = await talk.MemberAsync("oskar", comments: 4);
        await talk.CommentAsync(author, state: CommentState.Removed);
        Assert.NotNull((await CheckAsync(talk, author, 3, 0)).Refusal);
    }

    [Fact]
    public async Task The_first_two_comments_with_links_wait_for_a_look()
    {
        var talk = await ModeratedTalk.StartAsync(bare.Database);
        var author = await talk.MemberAsync("oskar", comments: 5);
        Assert.False((await CheckAsync(talk, author, 0, 0)).Waits);
        Assert.True((await CheckAsync(talk, author, 1, 0)).Waits);
        await talk.CommentAsync(author, "One" + Link);
        await talk.CommentAsync(author, "Waits" + Link, CommentState.Held);
        Assert.True((await CheckAsync(talk, author, 1, 0)).Waits);
        await talk.CommentAsync(author, "Two" + Link);
        Assert.False((await CheckAsync(talk, author, 1, 0)).Waits);
    }

    [Fact]
    public async Task A_comment_does_not_vouch_for_its_own_change()
    {
        var talk = await ModeratedTalk.StartAsync(bare.Database);
        var author = await talk.MemberAsync("oskar");
        await talk.CommentAsync(author, "One" + Link);
        var second = await talk.CommentAsync(author, "Two" + Link);
        Assert.True((await CheckAsync(talk, author, 1, 0, second)).Waits);
    }

    [Theory]
    [InlineData(Role.Curator)]
    [InlineData(Role.Moderator)]
    [InlineData(Role.Admin)]
    public async Task Whoever_has_a_role_is_not_new(Role role)
    {
        var talk = await ModeratedTalk.StartAsync(bare.Database);
        Assert.Equal(default, await CheckAsync(talk, await talk.MemberAsync("jun", role), 9, 9));
    }

    private static async Task<NewMemberVerdict> CheckAsync(ModeratedTalk talk, Actor author, int links, int mentions, int? changed = null)
    {
        await using var db = await talk.Database.OpenAsync();
        var references = new TextReferences(
            [.. Enumerable.Range(0, mentions).Select(n => $"somebody{n}")], [.. Enumerable.Repeat("https://example.org/", links)]);
        return await NewMembers.CheckAsync(db, author.Id, changed, references, new DiscussionOptions(), GuideDatabase.Cancelled);
    }
}

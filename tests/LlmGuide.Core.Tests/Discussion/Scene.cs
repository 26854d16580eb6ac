using LlmGuide.Core.Discussion;
using LlmGuide.Core.Discussion.Comments;
using LlmGuide.Core.Discussion.Conversations;
using LlmGuide.Core.Discussion.Notifications;
using LlmGuide.Core.Members;
using LlmGuide.Core.Tests.Databases;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Tests.Discussion;

/// <summary>Some members and what they say to each other, on a database of a test's own.</summary>
internal sealed class Scene(GuideDatabase database) : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private readonly Dictionary<string, Actor> _members = new(StringComparer.Ordinal);

    public GuideDatabase Database => database;

    public static async Task<Scene> StartAsync(GuideDatabase database, params string[] members)
    {
        var talk = new Scene(await database.MigratedAsync());
        foreach (var name in members)
        {
            await talk.JoinAsync(name);
        }

        return talk;
    }

    public Actor this[string name] => _members[name];

    public string NameOf(int? id) => _members.Single(m => m.Value.Id == id).Key;

    public async Task<Actor> JoinAsync(string name, Action<Member>? change = null)
    {
        var member = new Member
        {
            UserName = name,
            NormalizedUserName = name.ToUpperInvariant(),
            Email = $"{name}@example.org",
            NormalizedEmail = $"{name}@EXAMPLE.ORG".ToUpperInvariant(),
            EmailConfirmed = true,
            JoinedAt = Start.AddDays(-30),
            UnsubscribeKey = Guid.NewGuid(),
        };
        change?.Invoke(member);
        await using var db = await database.OpenAsync();
        db.Add(member);
        await db.SaveChangesAsync(GuideDatabase.Cancelled);
        return _members[name] = new Actor(member.Id, name, member.Roles);
    }

    public async Task<int> ConversationAsync(string slug = "transformer", string title = "The Transformer")
    {
        await using var db = await database.OpenAsync();
        var conversation = new Conversation(SubjectType.Topic, slug, title);
        db.Add(conversation);
        await db.SaveChangesAsync(GuideDatabase.Cancelled);
        return conversation.Id;
    }

    public async Task FollowAsync(string name, int conversationId, FollowLevel level)
    {
        await using var db = await database.OpenAsync();
        db.Add(new Subscription { MemberId = this[name].Id, ConversationId = conversationId, Level = level });
        await db.SaveChangesAsync(GuideDatabase.Cancelled);
    }

    /// <summary>Writes a comment and tells of it, as the command does.</summary>
    public async Task<Comment> SayAsync(
        string name, int conversationId, Comment? parent = null,
        string[]? mentions = null, DateTimeOffset? at = null, string words = "Words")
    {
        await using var db = await database.OpenAsync();
        var now = at ?? Start;
        var body = new Prose(words, $"<p>{words}</p>", 1);
        var comment = parent is null
            ? Comment.AtTop(conversationId, CommentKind.Comment, this[name].Id, Guid.NewGuid(), body, now)
            : Comment.ReplyTo(parent, this[name].Id, Guid.NewGuid(), body, now);
        db.Add(comment);
        await db.SaveChangesAsync(GuideDatabase.Cancelled);
        await NotificationWriter.OfCommentAsync(
            db, new CommentEvent(comment.Id, conversationId, this[name].Id), parent?.AuthorId,
            [.. (mentions ?? []).Select(m => this[m].Id)], now, GuideDatabase.Cancelled);
        return comment;
    }

    /// <summary>Who was told of what, and why: "jun Reply comment:2".</summary>
    public async Task<IReadOnlyList<string>> ToldAsync()
    {
        await using var db = await database.OpenAsync();
        var rows = await db.Notifications.OrderBy(n => n.CommentId).ThenBy(n => n.MemberId)
            .ThenBy(n => n.Event).ToListAsync(GuideDatabase.Cancelled);
        return [.. rows.Select(n => $"{NameOf(n.MemberId)} {n.Reason} {n.Event}")];
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();
}

using LlmGuide.Core.Data;
using LlmGuide.Core.Discussion;
using LlmGuide.Core.Discussion.Comments;
using LlmGuide.Core.Discussion.Conversations;
using LlmGuide.Core.Discussion.Notifications;
using LlmGuide.Core.Members;
using LlmGuide.Core.Tests.Databases;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace LlmGuide.Core.Tests.Discussion;

/// <summary>One conversation with the members who take part in it, beside those of other tests.</summary>
internal sealed class ModeratedTalk
{
    private readonly string _mark = Guid.NewGuid().ToString("N")[..8];

    private ModeratedTalk(GuideDatabase database) => Database = database;

    public GuideDatabase Database { get; }

    public FakeTimeProvider Clock => Database.Clock;

    public int ConversationId { get; private set; }

    public string Slug => $"subject-{_mark}";

    public string Tag => $"topic:{Slug}";

    public static async Task<ModeratedTalk> StartAsync(GuideDatabase database)
    {
        var talk = new ModeratedTalk(database);
        await using var db = await database.OpenAsync();
        var conversation = new Conversation(SubjectType.Topic, talk.Slug, $"Subject {talk._mark}");
        db.Add(conversation);
        await db.SaveChangesAsync(GuideDatabase.Cancelled);
        talk.ConversationId = conversation.Id;
        database.Evictions.Tags.Clear();
        return talk;
    }

    public T Command<T>()
        where T : class => Database.Get<T>();

    /// <summary>Somebody whose name begins with <paramref name="name"/>.</summary>
    public async Task<Actor> MemberAsync(string name, Role roles = Role.None, int comments = 0)
    {
        var unique = $"{name}-{_mark}";
        await using var db = await Database.OpenAsync();
        var member = new Member
        {
            UserName = unique,
            NormalizedUserName = unique.ToUpperInvariant(),
            Email = $"{unique}@example.org",
            NormalizedEmail = $"{unique}@EXAMPLE.ORG".ToUpperInvariant(),
            Roles = roles,
            JoinedAt = Clock.GetUtcNow(),
            UnsubscribeKey = Guid.NewGuid(),
            SecurityStamp = unique,
        };
        db.Add(member);
        await db.SaveChangesAsync(GuideDatabase.Cancelled);
        var actor = new Actor(member.Id, unique, roles);
        for (var number = 0; number < comments; number++)
        {
            await CommentAsync(actor);
        }

        return actor;
    }

    /// <summary>Something that was said, as it stands in the database after it was posted.</summary>
    public async Task<int> CommentAsync(
        Actor author, string text = "A thought.", CommentState state = CommentState.Standing, CommentKind kind = CommentKind.Comment)
    {
        await using var db = await Database.OpenAsync();
        var comment = Comment.AtTop(ConversationId, kind, author.Id, Guid.NewGuid(), await new PlainMarkdown().RenderAsync(
            text, GuideDatabase.Cancelled), Clock.GetUtcNow());
        comment.Refers(PlainMarkdown.ReferencesOf(text));
        if (state != CommentState.Standing)
        {
            comment.ChangeState(state, Clock.GetUtcNow());
        }

        db.Add(comment);
        await db.SaveChangesAsync(GuideDatabase.Cancelled);
        await ConversationCounts.RecountAsync(db, ConversationId, GuideDatabase.Cancelled);
        return comment.Id;
    }

    public async Task<Comment> FindAsync(int commentId)
    {
        await using var db = await Database.OpenAsync();
        return await db.Comments.AsNoTracking().SingleAsync(c => c.Id == commentId, GuideDatabase.Cancelled);
    }

    public async Task<Conversation> ConversationAsync()
    {
        await using var db = await Database.OpenAsync();
        return await db.Conversations.AsNoTracking().SingleAsync(c => c.Id == ConversationId, GuideDatabase.Cancelled);
    }

    public async Task<IReadOnlyList<LogEntry>> LogOfAsync(LogKind kind, string key)
    {
        await using var db = await Database.OpenAsync();
        return await db.Log.AsNoTracking().Where(e => e.Kind == kind && e.Key == key)
            .OrderBy(e => e.Id).ToListAsync(GuideDatabase.Cancelled);
    }

    public Task<IReadOnlyList<LogEntry>> LogOfAsync(int commentId) => LogOfAsync(LogKind.Comment, commentId.ToInvariantString());

    public async Task<IReadOnlyList<Notification>> ToldAsync(Actor member)
    {
        await using var db = await Database.OpenAsync();
        return await db.Notifications.AsNoTracking().Where(n => n.MemberId == member.Id)
            .OrderBy(n => n.Id).ToListAsync(GuideDatabase.Cancelled);
    }
}

using LlmGuide.Core.Data;
using LlmGuide.Core.Discussion;
using LlmGuide.Core.Members;
using LlmGuide.Core.Tests.Databases;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace LlmGuide.Core.Tests.Discussion;

/// <summary>One conversation with the members who take part in it, beside those of other tests.</summary>
internal sealed class Talk
{
    private readonly string _mark = Guid.NewGuid().ToString("N")[..8];

    private Talk(GuideDatabase database) => Database = database;

    public GuideDatabase Database { get; }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.Zero));

    public int ConversationId { get; private set; }

    public string Slug => $"subject-{_mark}";

    public string Tag => $"topic:{Slug}";

    public static async Task<Talk> StartAsync(GuideDatabase database)
    {
        var talk = new Talk(database);
        await using var db = await database.OpenAsync();
        var conversation = new Conversation(SubjectType.Topic, talk.Slug, $"Subject {talk._mark}");
        db.Add(conversation);
        await db.SaveChangesAsync(GuideDatabase.Cancelled);
        talk.ConversationId = conversation.Id;
        database.Evictions.Tags.Clear();
        return talk;
    }

    /// <summary>A command of Core on this talk's clock.</summary>
    public T Command<T>()
        where T : class => (T)Command(typeof(T));

    public object Command(Type command) => ActivatorUtilities.CreateInstance(
        Database.Services, command, Parameters(command));

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
    public async Task<int> CommentAsync(Actor author, string text = "A thought.", CommentState state = CommentState.Standing, CommentKind kind = CommentKind.Comment)
    {
        await using var db = await Database.OpenAsync();
        var comment = Comment.AtTop(ConversationId, kind, author.Id, new PlainMarkdown().Render(text), Clock.GetUtcNow());
        comment.Refers(new PlainMarkdown().ReferencesOf(text));
        if (state != CommentState.Standing)
        {
            comment.Become(state, Clock.GetUtcNow());
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
        return await db.Log.AsNoTracking().Where(e => e.Kind == kind && e.Key == key).OrderBy(e => e.Id).ToListAsync(GuideDatabase.Cancelled);
    }

    public Task<IReadOnlyList<LogEntry>> LogOfAsync(int commentId) => LogOfAsync(LogKind.Comment, Cursor.Of(commentId));

    public async Task<IReadOnlyList<Notification>> ToldAsync(Actor member)
    {
        await using var db = await Database.OpenAsync();
        return await db.Notifications.AsNoTracking().Where(n => n.MemberId == member.Id).OrderBy(n => n.Id).ToListAsync(GuideDatabase.Cancelled);
    }

    private object[] Parameters(Type command) =>
    [
        .. command.GetConstructors().Single().GetParameters().Select(p => p.ParameterType)
            .Where(type => type == typeof(TimeProvider) || type == typeof(Moderation))
            .Select(type => type == typeof(TimeProvider) ? (object)Clock : new Moderation(Database.Get<Writing>(), Database.Evictions, Clock)),
    ];
}

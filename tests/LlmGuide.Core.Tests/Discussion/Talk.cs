using LlmGuide.Core.Data;
using LlmGuide.Core.Discussion;
using LlmGuide.Core.Discussion.Comments;
using LlmGuide.Core.Discussion.Conversations;
using LlmGuide.Core.Members;
using LlmGuide.Core.Tests.Databases;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Tests.Discussion;

/// <summary>One conversation and those who talk in it.</summary>
internal sealed class Talk(GuideDatabase database, int conversation)
{
    public int Conversation => conversation;

    public static async Task<Talk> BeginAsync(GuideDatabase database, string slug = "attention")
    {
        await using var db = await database.OpenAsync();
        var conversation = new Conversation(SubjectType.Topic, slug, "Attention");
        db.Conversations.Add(conversation);
        await db.SaveChangesAsync(GuideDatabase.Cancelled);
        return new Talk(database, conversation.Id);
    }

    public async Task<Actor> MemberAsync(string name, Role roles = Role.None)
    {
        await using var db = await database.OpenAsync();
        var member = new Member
        {
            UserName = name,
            NormalizedUserName = name.ToUpperInvariant(),
            Roles = roles,
            UnsubscribeKey = Guid.NewGuid(),
            SecurityStamp = "stamp",
        };
        db.Members.Add(member);
        await db.SaveChangesAsync(GuideDatabase.Cancelled);
        return new Actor(member.Id, name, roles);
    }

    public async Task<int> SayAsync(Actor actor, string text, int? to = null, bool question = false)
    {
        var said = await TryAsync(actor, text, to, question);
        Assert.Null(said.Refusal);
        database.Clock.Advance(TimeSpan.FromMinutes(1));
        return said.Value;
    }

    public Task<Outcome<int>> TryAsync(Actor actor, string text, int? to = null, bool question = false, Guid? key = null) =>
        database.Get<PostComment>().RunAsync(
            actor, to is { } parent ? ReplyTarget.Below(parent) : ReplyTarget.In(conversation),
            new CommentDraft { Text = text, Key = key ?? Guid.NewGuid(), IsQuestion = question }, GuideDatabase.Cancelled);

    public async Task<ConversationView> ReadAsync(ConversationQuestion? asked = null) =>
        await database.Get<ConversationQuery>().RunAsync(conversation, asked ?? new ConversationQuestion(), null, GuideDatabase.Cancelled)
        ?? throw new InvalidOperationException("It is not there.");

    public async Task<ReaderMarks> MarksAsync(Actor reader) =>
        await database.Get<ReaderMarksQuery>().RunAsync(await ReadAsync(), reader, GuideDatabase.Cancelled);

    public async Task<Comment> CommentAsync(int id)
    {
        await using var db = await database.OpenAsync();
        return await db.Comments.AsNoTracking().SingleAsync(c => c.Id == id, GuideDatabase.Cancelled);
    }
}

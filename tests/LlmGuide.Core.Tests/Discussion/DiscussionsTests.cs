using LlmGuide.Core.Discussion.Comments;
using LlmGuide.Core.Discussion.Conversations;
using LlmGuide.Core.Members;
using LlmGuide.Core.Tests.Databases;

namespace LlmGuide.Core.Tests.Discussion;

/// <summary>What is being discussed, across all subjects.</summary>
[OnEachDatabase]
public sealed class DiscussionsTests
{
    [Fact]
    public async Task The_thread_in_which_somebody_spoke_last_comes_first_with_who_spoke()
    {
        await using var database = await TestDatabases.Create().MigratedAsync();
        var (talk, ada, ben) = await BeginAsync(database);
        var other = await Talk.BeginAsync(database, "tokenization");
        var question = await talk.SayAsync(ada, "Why by the root?", question: true);
        var bytes = await other.SayAsync(ada, "Bytes will do.");
        var reply = await talk.SayAsync(ben, "For the variance.", question);
        await talk.SayAsync(ada, "Of what?", reply);
        var gone = await other.SayAsync(ben, "Never mind.", bytes);
        Assert.Null((await database.Get<DeleteComment>().RunAsync(ben, gone, GuideDatabase.Cancelled)).Refusal);
        var active = (await ListAsync(database, DiscussionList.Active)).Threads!.Items;
        Assert.Equal(
            [(question, "attention", 2, false, "ada,ben"), (bytes, "tokenization", 0, false, "ada")],
            active.Select(t => (t.Id, t.Slug, t.Replies, t.Answered, string.Join(',', t.Voices))));
        Assert.Null((await database.Get<MarkAnswer>().RunAsync(ada, reply, answers: true, GuideDatabase.Cancelled)).Refusal);
        Assert.True((await ListAsync(database, DiscussionList.Active)).Threads!.Items[0].Answered);
    }

    [Fact]
    public async Task A_question_is_unanswered_until_a_reply_is_its_answer()
    {
        await using var database = await TestDatabases.Create().MigratedAsync();
        var (talk, ada, ben) = await BeginAsync(database);
        var question = await talk.SayAsync(ada, "Why by the root?", question: true);
        var reply = await talk.SayAsync(ben, "For the variance.", question);
        Assert.Equal([question], (await ListAsync(database, DiscussionList.Unanswered)).Threads!.Items.Select(c => c.Id));
        Assert.Equal([reply, question], (await ListAsync(database, DiscussionList.Newest)).Comments!.Items.Select(c => c.Id));
        Assert.Null((await database.Get<MarkAnswer>().RunAsync(ada, reply, answers: true, GuideDatabase.Cancelled)).Refusal);
        Assert.Empty((await ListAsync(database, DiscussionList.Unanswered)).Threads!.Items);
    }

    [Fact]
    public async Task What_its_author_deleted_is_in_no_list_and_no_feed()
    {
        await using var database = await TestDatabases.Create().MigratedAsync();
        var (talk, ada, ben) = await BeginAsync(database);
        var gone = await talk.SayAsync(ada, "Why by the root?", question: true);
        var kept = await talk.SayAsync(ben, "For the variance.", gone);
        Assert.Null((await database.Get<DeleteComment>().RunAsync(ada, gone, GuideDatabase.Cancelled)).Refusal);
        Assert.Equal([kept], (await ListAsync(database, DiscussionList.Newest)).Comments!.Items.Select(c => c.Id));
        Assert.Empty((await ListAsync(database, DiscussionList.Unanswered)).Threads!.Items);
        foreach (var conversation in (int?[])[null, talk.Conversation])
        {
            Assert.Equal(
                [kept], (await database.Get<DiscussionsQuery>().NewestAsync(conversation, 10, GuideDatabase.Cancelled)).Select(c => c.Id));
        }
    }

    private static async Task<(Talk Talk, Actor Ada, Actor Ben)> BeginAsync(GuideDatabase database)
    {
        var talk = await Talk.BeginAsync(database);
        return (talk, await talk.MemberAsync("ada"), await talk.MemberAsync("ben"));
    }

    private static Task<DiscussionsView> ListAsync(GuideDatabase database, DiscussionList list) =>
        database.Get<DiscussionsQuery>().RunAsync(list, 1, GuideDatabase.Cancelled);
}

using System.Globalization;

using LlmGuide.Core.Discussion.Comments;
using LlmGuide.Core.Discussion.Conversations;
using LlmGuide.Core.Members;
using LlmGuide.Core.Tests.Databases;

namespace LlmGuide.Core.Tests.Discussion;

/// <summary>Talking, on a database of each kind.</summary>
[OnEachDatabase]
public sealed class ConversationTests : IAsyncLifetime
{
    private GuideDatabase _database = null!;
    private Talk _talk = null!;
    private Actor _ada = null!;
    private Actor _ben = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabases.Create().MigratedAsync();
        _talk = await Talk.BeginAsync(_database);
        _ada = await _talk.MemberAsync("ada");
        _ben = await _talk.MemberAsync("ben");
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_database is not null)
        {
            await _database.DisposeAsync();
        }
    }

    [Fact]
    public async Task What_was_said_is_read_with_its_replies_below_it()
    {
        var question = await _talk.SayAsync(_ada, "Why divide by the root of d?", question: true);
        var reply = await _talk.SayAsync(_ben, "So that the variance stays 1.", question);

        var view = await _talk.ReadAsync();
        var top = Assert.Single(view.Tops.Items);
        Assert.Equal((question, "ada", CommentKind.Question), (top.Comment.Id, top.Comment.Author, top.Comment.Kind));
        Assert.Equal((reply, "ben"), (top.Replies[0].Comment.Id, top.Replies[0].Comment.Author));
        Assert.Equal(2, view.Comments);
        Assert.Contains("topic:attention", _database.Evictions.Tags);
        Assert.Contains(_talk.Conversation, _database.News.Changes);
    }

    [Fact]
    public async Task One_draft_posted_twice_is_one_comment()
    {
        var key = Guid.NewGuid();
        var first = await _talk.TryAsync(_ada, "Once.", key: key);
        var second = await _talk.TryAsync(_ada, "Once.", key: key);

        Assert.Equal(first.Value, second.Value);
        Assert.Equal(1, (await _talk.ReadAsync()).Comments);
    }

    [Fact]
    public async Task One_draft_posted_by_eight_clients_at_once_is_one_comment()
    {
        var key = Guid.NewGuid();
        var said = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => _talk.TryAsync(_ada, "Once.", key: key))));

        Assert.Single(said.Select(outcome => outcome.Value).Distinct());
        Assert.Equal(1, (await _talk.ReadAsync()).Comments);
    }

    [Theory]
    [InlineData("", "Write something first.")]
    [InlineData("  \n ", "Write something first.")]
    [InlineData("\u200b\u2800\u3164", "Readers would see nothing of this. Write something first.")]
    [InlineData("This is $broken$.", "The formula $broken$ is wrong.")]
    public async Task What_cannot_be_shown_is_refused_with_a_sentence(string text, string why) =>
        Assert.Equal(why, (await _talk.TryAsync(_ada, text)).Refusal?.Why);

    [Fact]
    public async Task Ten_thousand_characters_are_a_comment_and_one_more_is_not()
    {
        Assert.Null((await _talk.TryAsync(_ada, new string('a', Comment.MaxLength))).Refusal);
        Assert.Equal(Cause.Rule, (await _talk.TryAsync(_ada, new string('a', Comment.MaxLength + 1))).Refusal?.Cause);
    }

    [Fact]
    public async Task A_suspended_member_reads_only() =>
        Assert.Equal(Cause.NotAllowed, (await _talk.TryAsync(_ada with { Suspended = true }, "Hello.")).Refusal?.Cause);

    [Fact]
    public async Task Threads_end_at_depth_18()
    {
        var at = await _talk.SayAsync(_ada, "0");
        for (var depth = 1; depth <= Comment.MaxDepth; depth++)
        {
            at = await _talk.SayAsync(depth % 2 == 0 ? _ada : _ben, depth.ToString(CultureInfo.InvariantCulture), at);
        }

        Assert.Equal(Comment.MaxDepth, (await _talk.CommentAsync(at)).Depth);
        Assert.Equal(Cause.Rule, (await _talk.TryAsync(_ada, "19", at)).Refusal?.Cause);
    }

    [Fact]
    public async Task A_page_shows_six_levels_and_the_rest_is_a_thread_of_its_own()
    {
        var at = await _talk.SayAsync(_ada, "0");
        var chain = new List<int> { at };
        for (var depth = 1; depth <= 8; depth++)
        {
            chain.Add(at = await _talk.SayAsync(_ben, "deeper", at));
        }

        var node = (await _talk.ReadAsync()).Tops.Items[0];
        for (var level = 0; level < ConversationQuery.LevelsShown; level++)
        {
            node = node.Replies[0];
        }

        Assert.Equal((chain[6], 0, 1), (node.Comment.Id, node.Replies.Count, node.RepliesElsewhere));
        var thread = await _talk.ReadAsync(asked: new ConversationQuestion(Thread: chain[6]));
        Assert.Equal(chain[8], thread.Tops.Items[0].Replies[0].Replies[0].Comment.Id);
    }

    [Fact]
    public async Task The_best_come_first_and_equals_by_age()
    {
        var older = await _talk.SayAsync(_ada, "older");
        var newer = await _talk.SayAsync(_ada, "newer");
        var liked = await _talk.SayAsync(_ada, "liked");
        await VoteAsync(_ben, liked, Ballot.For);

        Assert.Equal([liked, older, newer], await OrderAsync(CommentOrder.Best));
        Assert.Equal([liked, newer, older], await OrderAsync(CommentOrder.Newest));
        Assert.Equal([older, newer, liked], await OrderAsync(CommentOrder.Oldest));
    }

    [Fact]
    public async Task A_vote_is_one_per_person_and_can_be_changed_and_taken_back()
    {
        var comment = await _talk.SayAsync(_ada, "Good?");
        await VoteAsync(_ben, comment, Ballot.For);
        await VoteAsync(_ben, comment, Ballot.For);
        Assert.Equal((1, 0), await VotesAsync(comment));
        await VoteAsync(_ben, comment, Ballot.Against);
        Assert.Equal((0, 1), await VotesAsync(comment));
        await VoteAsync(_ben, comment, Ballot.None);
        Assert.Equal((0, 0), await VotesAsync(comment));
    }

    [Fact]
    public async Task Nobody_votes_on_their_own_comment_or_on_one_that_is_gone()
    {
        var comment = await _talk.SayAsync(_ada, "Mine.");
        Assert.Equal(Cause.Rule, (await VoteAsync(_ada, comment, Ballot.For)).Refusal?.Cause);
        await _database.Get<DeleteComment>().RunAsync(_ada, comment, GuideDatabase.Cancelled);
        Assert.Equal(Cause.NotThere, (await VoteAsync(_ben, comment, Ballot.For)).Refusal?.Cause);
    }

    [Fact]
    public async Task Eight_clients_voting_on_one_comment_end_at_the_right_score()
    {
        var comment = await _talk.SayAsync(_ada, "Vote.");
        var voters = new List<Actor>();
        for (var number = 0; number < 8; number++)
        {
            voters.Add(await _talk.MemberAsync(string.Create(CultureInfo.InvariantCulture, $"voter{number}")));
        }

        await Task.WhenAll(voters.Select((voter, number) => Task.Run(async () =>
        {
            for (var round = 0; round < 5; round++)
            {
                await VoteAsync(voter, comment, round % 2 == 0 ? Ballot.For : Ballot.Against);
            }

            await VoteAsync(voter, comment, number < 5 ? Ballot.For : Ballot.Against);
        })));

        Assert.Equal((5, 3), await VotesAsync(comment));
        Assert.Equal(WilsonScore.Of(5, 3), (await _talk.CommentAsync(comment)).Rank, 12);
    }

    [Fact]
    public async Task Who_asked_or_a_curator_marks_the_answer_and_a_stranger_does_not()
    {
        var question = await _talk.SayAsync(_ada, "Why?", question: true);
        var reply = await _talk.SayAsync(_ben, "Because.", question);
        var curator = await _talk.MemberAsync("cleo", Role.Curator);

        Assert.Equal(Cause.NotAllowed, (await MarkAsync(_ben, reply, true)).Refusal?.Cause);
        Assert.Null((await MarkAsync(_ada, reply, true)).Refusal);
        Assert.Equal(reply, (await _talk.CommentAsync(question)).AnswerId);
        Assert.Null((await MarkAsync(curator, reply, false)).Refusal);
        Assert.Null((await _talk.CommentAsync(question)).AnswerId);
        Assert.Null((await MarkAsync(curator, reply, true)).Refusal);
        Assert.Equal(reply, (await _talk.CommentAsync(question)).AnswerId);
    }

    [Fact]
    public async Task A_change_within_the_grace_is_silent_and_a_later_one_has_a_history()
    {
        var comment = (await _talk.TryAsync(_ada, "Frist.")).Value;
        await EditAsync(_ada, comment, "First.");
        Assert.Null((await _talk.CommentAsync(comment)).EditedAt);
        _database.Clock.Advance(TimeSpan.FromMinutes(6));
        await EditAsync(_ada, comment, "Second.");

        Assert.Equal(_database.Clock.GetUtcNow(), (await _talk.CommentAsync(comment)).EditedAt);
        Assert.Equal(
            "<p>First.</p>", Assert.Single(await _database.Get<CommentHistoryQuery>().RunAsync(comment, null, GuideDatabase.Cancelled)).Html);
        Assert.Equal(Cause.NotAllowed, (await EditAsync(_ben, comment, "Mine.")).Refusal?.Cause);
    }

    [Fact]
    public async Task A_deleted_comment_keeps_its_place_and_can_come_back_for_a_day()
    {
        var comment = await _talk.SayAsync(_ada, "Gone.");
        var reply = await _talk.SayAsync(_ben, "Still here.", comment);
        Assert.Equal(
            Cause.NotAllowed, (await _database.Get<DeleteComment>().RunAsync(_ben, comment, GuideDatabase.Cancelled)).Refusal?.Cause);
        await _database.Get<DeleteComment>().RunAsync(_ada, comment, GuideDatabase.Cancelled);

        var view = await _talk.ReadAsync();
        Assert.Equal((CommentState.Deleted, ""), (view.Tops.Items[0].Comment.State, view.Tops.Items[0].Comment.Html));
        Assert.Equal(reply, view.Tops.Items[0].Replies[0].Comment.Id);
        Assert.Equal(1, view.Comments);

        Assert.Null((await _database.Get<DeleteComment>().UndoAsync(_ada, comment, GuideDatabase.Cancelled)).Refusal);
        Assert.Equal(2, (await _talk.ReadAsync()).Comments);
        await _database.Get<DeleteComment>().RunAsync(_ada, comment, GuideDatabase.Cancelled);
        _database.Clock.Advance(TimeSpan.FromHours(25));
        Assert.Equal(Cause.Rule, (await _database.Get<DeleteComment>().UndoAsync(_ada, comment, GuideDatabase.Cancelled)).Refusal?.Cause);
    }

    [Fact]
    public async Task What_is_new_since_the_last_visit_is_counted()
    {
        await _talk.SayAsync(_ada, "Old.");
        var before = await _talk.ReadAsync();
        await _database.Get<MarkConversationSeen>().RunAsync(_ben, _talk.Conversation, before.Newest, GuideDatabase.Cancelled);
        await _talk.SayAsync(_ada, "New.");
        await _talk.SayAsync(_ben, "Mine.");

        Assert.Equal(1, (await _talk.MarksAsync(_ben)).Unseen);
    }

    [Fact]
    public async Task Three_thousand_comments_take_as_many_commands_as_thirty()
    {
        await FillAsync(30);
        var few = await _database.CommandsOfAsync(ReadAsync);
        await FillAsync(2970);
        ConversationView? view = null;
        var many = await _database.CommandsOfAsync(async () => view = await ReadAsync());

        Assert.Equal((4, 4), (few, many));
        Assert.Equal(3000, view!.Comments);
        Assert.InRange(view.Tops.Items.Sum(top => 1 + top.Below), 25, 100);
    }

    /// <summary>As a member does, with their marks.</summary>
    private async Task<ConversationView> ReadAsync()
    {
        var view = await _talk.ReadAsync();
        await _database.Get<ReaderMarksQuery>().RunAsync(view, _ben, GuideDatabase.Cancelled);
        return view;
    }

    /// <summary>Comments beneath ten at the top, in one transaction.</summary>
    private async Task FillAsync(int count)
    {
        await using var db = await _database.OpenAsync();
        var tops = new List<Comment>();
        for (var number = 0; number < count; number++)
        {
            var body = new Prose($"Comment {number}.", $"<p>Comment {number}.</p>", 1);
            var comment = number % 10 == 0 || tops.Count == 0
                ? Comment.AtTop(_talk.Conversation, CommentKind.Comment, _ada.Id, Guid.NewGuid(), body, _database.Clock.GetUtcNow())
                : Comment.ReplyTo(tops[number % tops.Count], _ada.Id, Guid.NewGuid(), body, _database.Clock.GetUtcNow());
            db.Add(comment);
            if (comment.ParentId is null)
            {
                await db.SaveChangesAsync(GuideDatabase.Cancelled);
                tops.Add(comment);
            }
        }

        await db.SaveChangesAsync(GuideDatabase.Cancelled);
        await ConversationCounts.RecountAsync(db, _talk.Conversation, GuideDatabase.Cancelled);
    }

    private Task<Outcome<int>> VoteAsync(Actor actor, int comment, Ballot ballot) =>
        _database.Get<VoteOnComment>().RunAsync(actor, comment, ballot, GuideDatabase.Cancelled);

    private Task<Outcome<int>> MarkAsync(Actor actor, int reply, bool answers) =>
        _database.Get<MarkAnswer>().RunAsync(actor, reply, answers, GuideDatabase.Cancelled);

    private Task<Outcome<int>> EditAsync(Actor actor, int comment, string text) =>
        _database.Get<EditComment>().RunAsync(actor, comment, text, GuideDatabase.Cancelled);

    private async Task<(int Up, int Down)> VotesAsync(int id) =>
        await _talk.CommentAsync(id) is var comment ? (comment.Up, comment.Down) : default;

    private async Task<IEnumerable<int>> OrderAsync(CommentOrder order) =>
        (await _talk.ReadAsync(asked: new ConversationQuestion(order))).Tops.Items.Select(top => top.Comment.Id);
}

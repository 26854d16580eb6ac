using System.Text.RegularExpressions;

using LlmGuide.Core.Data;
using LlmGuide.Core.Discussion.Comments;
using LlmGuide.Core.Discussion.Moderation;
using LlmGuide.Core.Discussion.Moderation.Locks;
using LlmGuide.Core.Discussion.Moderation.Suspensions;
using LlmGuide.Core.Members;
using LlmGuide.Core.Tests.Databases;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Tests.Discussion;

/// <summary>No act of moderation without its row in the public log, and none by somebody who may not.</summary>
public sealed partial class ModerationLogTests(BareDatabase bare) : IClassFixture<BareDatabase>
{
    /// <summary>Each command of a moderator, on what it can be done to.</summary>
    private static readonly Dictionary<string, Func<ModeratedTalk, Task<Func<Actor, Task<Outcome<Done>>>>>> Cases = new(
        StringComparer.Ordinal)
    {
        [nameof(SettleFlags)] = talk => OnCommentAsync(
            talk, CommentState.Hidden, (by, id) => talk.Command<SettleFlags>().RunAsync(by, id, "Why.", Cancelled)),
        [nameof(RemoveComment)] = talk => OnCommentAsync(
            talk, CommentState.Standing, (by, id) => talk.Command<RemoveComment>().RunAsync(by, id, "Why.", Cancelled)),
        [nameof(RestoreComment)] = talk => OnCommentAsync(
            talk, CommentState.Removed, (by, id) => talk.Command<RestoreComment>().RunAsync(by, id, "Why.", Cancelled)),
        [nameof(ApproveHeld)] = talk => OnCommentAsync(
            talk, CommentState.Held, (by, id) => talk.Command<ApproveHeld>().RunAsync(by, id, "Why.", Cancelled)),
        [nameof(LockConversation)] = talk => Always(
            by => talk.Command<LockConversation>().RunAsync(by, talk.ConversationId, "Why.", Cancelled)),
        [nameof(UnlockConversation)] = async talk =>
        {
            Assert.Null((await talk.Command<LockConversation>().RunAsync(Actor.Operator, talk.ConversationId, "Why.", Cancelled)).Refusal);
            return by => talk.Command<UnlockConversation>().RunAsync(by, talk.ConversationId, "Why.", Cancelled);
        },
        [nameof(SuspendMember)] = async talk =>
        {
            var member = await talk.MemberAsync("member");
            return by => talk.Command<SuspendMember>().RunAsync(by, member.Name, talk.Clock.GetUtcNow().AddDays(1), "Why.", Cancelled);
        },
        [nameof(EndSuspension)] = async talk =>
        {
            var member = await talk.MemberAsync("member");
            Assert.Null((await talk.Command<SuspendMember>()
                .RunAsync(Actor.Operator, member.Name, talk.Clock.GetUtcNow().AddDays(1), "Why.", Cancelled)).Refusal);
            return by => talk.Command<EndSuspension>().RunAsync(by, member.Name, "Why.", Cancelled);
        },
    };

    public static TheoryData<string> Commands => [.. Cases.Keys];

    private static CancellationToken Cancelled => GuideDatabase.Cancelled;

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task A_moderators_act_is_one_row_of_the_log(string command)
    {
        var talk = await ModeratedTalk.StartAsync(bare.Database);
        var act = await Cases[command](talk);
        var moderator = await talk.MemberAsync("jun", Role.Moderator);
        var before = await RowsAsync();
        Assert.Null((await act(moderator)).Refusal);
        var row = Assert.Single((await RowsAsync()).Except(before));
        Assert.EndsWith("Why.", row.Reason, StringComparison.Ordinal);
        Assert.Equal(moderator.Id, row.ActorId);
        Assert.Contains(PageTags.Changes, bare.Database.Evictions.Tags);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Nobody_else_may_do_it(string command)
    {
        var talk = await ModeratedTalk.StartAsync(bare.Database);
        var act = await Cases[command](talk);
        var before = await RowsAsync();
        foreach (var actor in (Actor[])[await talk.MemberAsync("bystander"), await talk.MemberAsync("curator", Role.Curator),
            await talk.MemberAsync("jun", Role.Moderator) with { Suspended = true }])
        {
            Assert.Equal(Cause.NotAllowed, (await act(actor)).Refusal?.Cause);
        }

        Assert.Equal(before, await RowsAsync());
    }

    /// <summary>Found in the source: an enum value is a mere number once it is compiled.</summary>
    [Fact]
    public void Every_command_that_asks_for_a_moderators_permission_has_its_case() => Assert.Equal(
        Cases.Keys.Order(StringComparer.Ordinal),
        Directory.EnumerateFiles(
            Path.Combine(GuideDatabase.SeedFolder, "..", "..", "src", "LlmGuide.Core"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}Members{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Where(file => ModeratorsAct().IsMatch(File.ReadAllText(file)))
            .Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal));

    private static async Task<Func<Actor, Task<Outcome<Done>>>> OnCommentAsync(
        ModeratedTalk talk, CommentState state, Func<Actor, int, Task<Outcome<Done>>> act)
    {
        var comment = await talk.CommentAsync(await talk.MemberAsync("author"), state: state);
        return by => act(by, comment);
    }

    private static Task<Func<Actor, Task<Outcome<Done>>>> Always(Func<Actor, Task<Outcome<Done>>> act) => Task.FromResult(act);

    private async Task<List<Row>> RowsAsync()
    {
        await using var db = await bare.Database.OpenAsync();
        return await db.Log.Select(e => new Row(e.Id, e.ActorId, e.Reason)).ToListAsync(Cancelled);
    }

    [GeneratedRegex(
        @"\bPermission\.(HandleFlags|RemoveComment|LockConversation|SuspendMember)\b",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ModeratorsAct();

    private sealed record Row(int Id, int? ActorId, string Reason);
}

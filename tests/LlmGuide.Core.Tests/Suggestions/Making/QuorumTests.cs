using System.Net;

using LlmGuide.Core.Data;
using LlmGuide.Core.Members;
using LlmGuide.Core.Suggestions;
using LlmGuide.Core.Suggestions.Making;
using LlmGuide.Core.Tests.Databases;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Tests.Suggestions.Making;

/// <summary>Two who propose the same apply it when they are two people, and not two accounts of one.</summary>
[OnEachDatabase]
public sealed class QuorumTests
{
    private static readonly IPAddress Home = IPAddress.Parse("192.0.2.7");
    private static readonly IPAddress NextDoor = IPAddress.Parse("192.0.2.201");
    private static readonly IPAddress Elsewhere = IPAddress.Parse("203.0.113.9");

    private static CancellationToken Cancelled => GuideDatabase.Cancelled;

    [Fact]
    public async Task Two_new_accounts_from_one_network_with_no_confirmed_address_apply_nothing()
    {
        await using var inbox = await NotificationFixture.OpenAsync(TestDatabases.Create());
        var (one, two) = (
            await JoinAsync(inbox, "one", daysAgo: 0, confirmed: false), await JoinAsync(inbox, "two", daysAgo: 0, confirmed: false));
        await inbox.SendAsync(one, NotificationFixture.Title("Buy here"), Home);
        Assert.Equal(SubmittedAs.Same, (await inbox.SendAsync(two, NotificationFixture.Title("Buy here"), NextDoor)).What);
        Assert.Equal("Work 1", (await inbox.WorkAsync()).Title);
        Assert.Equal(["two"], Assert.Single((await inbox.QueueAsync()).Rows.Items).Seconds);
    }

    [Theory]
    [InlineData(8, true, "203.0.113.9", SubmittedAs.Applied)]
    [InlineData(6, true, "203.0.113.9", SubmittedAs.Same)]
    [InlineData(8, false, "203.0.113.9", SubmittedAs.Same)]
    [InlineData(8, true, "192.0.2.201", SubmittedAs.Same)]
    [InlineData(8, true, "::ffff:192.0.2.201", SubmittedAs.Same)]
    public async Task Age_a_confirmed_address_and_a_network_of_its_own_are_needed_of_either(
        int daysAgo, bool confirmed, string from, SubmittedAs what)
    {
        foreach (var isFirst in (bool[])[false, true])
        {
            await using var inbox = await NotificationFixture.OpenAsync(TestDatabases.Create());
            var asked = (By: await JoinAsync(inbox, "asked", daysAgo, confirmed), From: IPAddress.Parse(from));
            var other = (By: inbox.Ada, From: Home);
            var (first, second) = isFirst ? (asked, other) : (other, asked);
            await inbox.SendAsync(first.By, NotificationFixture.Title(), first.From);
            Assert.Equal(what, (await inbox.SendAsync(second.By, NotificationFixture.Title(), second.From)).What);
        }
    }

    [Fact]
    public async Task Whose_suggestion_a_curator_has_approved_needs_no_confirmed_address()
    {
        await using var inbox = await NotificationFixture.OpenAsync(TestDatabases.Create());
        var known = await JoinAsync(inbox, "known", daysAgo: 8, confirmed: false);
        Assert.Null((await inbox.ApproveAsync((await inbox.SendAsync(known, NotificationFixture.Title(of: "work-2"))).Id)).Refusal);
        await inbox.SendAsync(inbox.Ada, NotificationFixture.Title(), Home);
        Assert.Equal(SubmittedAs.Applied, (await inbox.SendAsync(known, NotificationFixture.Title(), Elsewhere)).What);
    }

    [Fact]
    public async Task Who_has_a_role_is_known_wherever_they_are()
    {
        await using var inbox = await NotificationFixture.OpenAsync(TestDatabases.Create());
        var curator = await JoinAsync(inbox, "new-curator", daysAgo: 0, confirmed: false, Role.Curator);
        await inbox.SendAsync(inbox.Ada, NotificationFixture.Title(), Home);
        Assert.Equal(SubmittedAs.Applied, (await inbox.SendAsync(curator, NotificationFixture.Title(), NextDoor)).What);
    }

    [Fact]
    public async Task The_word_of_a_third_counts_with_that_of_the_second_where_the_first_is_nobody()
    {
        await using var inbox = await NotificationFixture.OpenAsync(TestDatabases.Create());
        await inbox.SendAsync(await JoinAsync(inbox, "one", daysAgo: 0, confirmed: false), NotificationFixture.Title(), Home);
        Assert.Equal(SubmittedAs.Same, (await inbox.SendAsync(inbox.Ada, NotificationFixture.Title(), Elsewhere)).What);
        Assert.Equal(SubmittedAs.Same, (await inbox.SendAsync(
            await JoinAsync(inbox, "two", daysAgo: 0, confirmed: false), NotificationFixture.Title(), Home)).What);
        Assert.Equal(SubmittedAs.Applied, (await inbox.SendAsync(inbox.Ben, NotificationFixture.Title(), NextDoor)).What);
        await using var db = await inbox.Database.OpenAsync();
        Assert.Equal("Proposed by ada and by ben.", (await db.Log.SingleAsync(e => e.Kind == LogKind.Resource, Cancelled)).Reason);
    }

    [Fact]
    public async Task Where_it_came_from_is_kept_as_a_mark_that_names_no_network_and_only_until_it_is_decided()
    {
        await using var inbox = await NotificationFixture.OpenAsync(TestDatabases.Create());
        await inbox.SendAsync(inbox.Ada, NotificationFixture.Title(of: "work-2"), Home);
        var sent = await inbox.SendAsync(inbox.Ada, NotificationFixture.Title(), Home);
        await inbox.SendAsync(inbox.Ben, NotificationFixture.Title(), NextDoor);
        var marks = await MarksAsync(inbox);
        Assert.Equal(3, marks.Distinct().Count());
        Assert.All(marks, mark => Assert.Matches("^[0-9A-F]{20}$", mark));

        // 16 bits of a hash: of all networks of IPv4 256 or so fit it, and of these few hundred only its own.
        Assert.False(NetworkMark.Differs(marks[0], Home));
        Assert.InRange(Enumerable.Range(0, 1 << 20)
            .Count(n => !NetworkMark.Differs(marks[0], new IPAddress([(byte)(n >> 16), (byte)(n >> 8), (byte)n, 1]))), 2, 60);

        Assert.Null((await inbox.RejectAsync(sent.Id, "Not so.")).Refusal);
        Assert.Single(await MarksAsync(inbox));
    }

    [Fact]
    public async Task A_mark_is_forgotten_after_a_month_and_the_word_waits_for_a_curator()
    {
        await using var inbox = await NotificationFixture.OpenAsync(TestDatabases.Create());
        await inbox.SendAsync(inbox.Ada, NotificationFixture.Title(), Home);
        inbox.Database.Clock.Advance(TimeSpan.FromDays(30));
        await inbox.SendAsync(inbox.Ada, NotificationFixture.Title(of: "work-2"), Home);
        Assert.Single(await MarksAsync(inbox));
        Assert.Equal(SubmittedAs.Same, (await inbox.SendAsync(inbox.Ben, NotificationFixture.Title(), Elsewhere)).What);
    }

    private static Task<Actor> JoinAsync(NotificationFixture inbox, string name, int daysAgo, bool confirmed, Role roles = Role.None) =>
        inbox.Scene.JoinAsync(name, member =>
        {
            member.JoinedAt = inbox.Database.Clock.GetUtcNow().AddDays(-daysAgo);
            member.EmailConfirmed = confirmed;
            member.Roles = roles;
        });

    private static async Task<List<string>> MarksAsync(NotificationFixture inbox)
    {
        await using var db = await inbox.Database.OpenAsync();
        return
        [
            .. await db.Suggestions.Where(s => s.Network != null).OrderBy(s => s.Id).Select(s => s.Network!).ToListAsync(Cancelled),
            .. await db.SuggestionSeconds.Where(s => s.Network != null).Select(s => s.Network!).ToListAsync(Cancelled),
        ];
    }
}

using LlmGuide.Core.Learning;
using LlmGuide.Core.Learning.Groups;
using LlmGuide.Core.Learning.Marks;
using LlmGuide.Core.Members;
using LlmGuide.Core.Tests.Catalogue.Topics;
using LlmGuide.Core.Tests.Databases;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Tests.Learning;

/// <summary>Members read together, and see of each other what each of them lets be seen.</summary>
[OnEachDatabase]
public sealed class GroupTests
{
    private static CancellationToken Cancelled => GuideDatabase.Cancelled;

    [Fact]
    public async Task A_link_joins_and_the_page_says_who_is_where()
    {
        await using var desk = await PathFixture.OpenAsync(TestDatabases.Create());
        var slug = await OpenAsync(desk);
        await JoinAsync(desk, slug, desk.Ben, shows: true);
        await desk.Database.Get<KnowTopic>().RunAsync(desk.Ben, "one", Cancelled);
        await desk.Database.Get<MarkResource>().RunAsync(desk.Ben, "work-3", ReadingState.Read, Cancelled);

        var page = await PageAsync(desk, slug, desk.Ada);
        Assert.Equal(["one two", "three four", "five"], page.Weeks.Select(week => string.Join(' ', week.Topics.Select(t => t.Slug))));
        Assert.Equal(
            [("ada", true, false, 0), ("ben", false, true, 2)],
            page.Others.Select(person => (person.Name, person.Owns, person.Shows, person.Done)));
        Assert.Equal("three", page.Others[1].At?.Slug);

        Done(await Leave(desk).ShowAsync(desk.Ben, slug, shows: false, Cancelled));
        Assert.Equal((false, 0), Seen(await PageAsync(desk, slug, desk.Ada), "ben"));
        Done(await Leave(desk).RunAsync(desk.Ben, slug, Cancelled));
        Assert.DoesNotContain((await PageAsync(desk, slug, desk.Ada)).Others, person => person.Name == "ben");
        Assert.Null(await FindAsync(desk, slug, desk.Ben));
    }

    [Fact]
    public async Task Who_is_not_in_it_sees_the_plan_by_the_link_alone_and_nobody_in_it()
    {
        await using var desk = await PathFixture.OpenAsync(TestDatabases.Create());
        var slug = await OpenAsync(desk);
        Assert.Null(await FindAsync(desk, slug, desk.Ben));
        Assert.Null(await FindAsync(desk, slug, desk.Ben, key: "wrong"));
        var invited = await FindAsync(desk, slug, desk.Ben, (await PageAsync(desk, slug, desk.Ada)).Own!.InviteKey);
        Assert.NotNull(invited);
        Assert.Equal((null, 0, 3), (invited.Own, invited.Others.Count, invited.Weeks.Count));
        Assert.Equal(Cause.NotThere, (await Join(desk).RunAsync(desk.Ben, slug, "wrong", true, Cancelled)).Refusal?.Cause);
    }

    [Fact]
    public async Task Only_its_owner_leads_it_hands_it_over_and_takes_somebody_out_with_their_link()
    {
        await using var desk = await PathFixture.OpenAsync(TestDatabases.Create());
        var slug = await OpenAsync(desk);
        var key = await JoinAsync(desk, slug, desk.Ben, shows: true);
        Assert.Equal(Cause.NotAllowed, (await Lead(desk).CloseAsync(desk.Ben, slug, Cancelled)).Refusal?.Cause);
        Assert.Equal(Cause.NotThere, (await Lead(desk).CloseAsync(desk.Reader, slug, Cancelled)).Refusal?.Cause);
        Done(await Lead(desk).HandOverAsync(desk.Ada, slug, desk.Ben.Id, Cancelled));
        Assert.Equal(Cause.NotAllowed, (await Lead(desk).ShiftAsync(desk.Ada, slug, Cancelled)).Refusal?.Cause);
        Done(await Lead(desk).RemoveAsync(desk.Ben, slug, desk.Ada.Id, Cancelled));
        Assert.Equal(Cause.NotThere, (await Join(desk).RunAsync(desk.Ada, slug, key, false, Cancelled)).Refusal?.Cause);
        Assert.Equal(Cause.Rule, (await Lead(desk).RemoveAsync(desk.Ben, slug, desk.Ben.Id, Cancelled)).Refusal?.Cause);
        Assert.Equal(Cause.NotThere, (await Lead(desk).HandOverAsync(desk.Ben, slug, desk.Ada.Id, Cancelled)).Refusal?.Cause);
    }

    [Fact]
    public async Task Its_owner_leaves_it_to_the_next_and_the_last_takes_it_along()
    {
        await using var desk = await PathFixture.OpenAsync(TestDatabases.Create());
        var slug = await OpenAsync(desk);
        await JoinAsync(desk, slug, desk.Ben, shows: false);
        Done(await Leave(desk).RunAsync(desk.Ada, slug, Cancelled));
        Assert.True((await PageAsync(desk, slug, desk.Ben)).Own!.Owns);
        Done(await Leave(desk).RunAsync(desk.Ben, slug, Cancelled));
        Assert.False(await desk.AskAsync(db => db.ReadingGroups.AnyAsync(Cancelled)));
    }

    [Fact]
    public async Task A_closed_group_is_read_and_neither_joined_nor_moved()
    {
        await using var desk = await PathFixture.OpenAsync(TestDatabases.Create());
        var slug = await OpenAsync(desk);
        var key = (await PageAsync(desk, slug, desk.Ada)).Own!.InviteKey;
        Done(await Lead(desk).CloseAsync(desk.Ada, slug, Cancelled));
        Assert.NotNull((await PageAsync(desk, slug, desk.Ada)).ClosedAt);
        Assert.Equal(Cause.NotThere, (await Join(desk).RunAsync(desk.Ben, slug, key, false, Cancelled)).Refusal?.Cause);
        Assert.Equal("This group is closed.", (await Lead(desk).ShiftAsync(desk.Ada, slug, Cancelled)).Refusal?.Why);
    }

    [Fact]
    public async Task The_plan_moves_by_one_act_and_back_and_follows_the_path()
    {
        await using var desk = await PathFixture.OpenAsync(TestDatabases.Create());
        var slug = await OpenAsync(desk);
        var before = (await PageAsync(desk, slug, desk.Ada)).Weeks.Select(week => week.From).ToList();
        Done(await Lead(desk).ShiftAsync(desk.Ada, slug, Cancelled));
        Assert.Equal(before.Select(day => day.AddDays(7)), (await PageAsync(desk, slug, desk.Ada)).Weeks.Select(week => week.From));
        Done(await Lead(desk).ShiftBackAsync(desk.Ada, slug, Cancelled));
        Assert.Equal(before, (await PageAsync(desk, slug, desk.Ada)).Weeks.Select(week => week.From));
        Assert.Equal("There is nothing to take back.", (await Lead(desk).ShiftBackAsync(desk.Ada, slug, Cancelled)).Refusal?.Why);
        Assert.Null((await desk.RemoveAsync("five")).Refusal?.Why);
        Assert.Equal(2, (await PageAsync(desk, slug, desk.Ada)).Weeks.Count);
    }

    [Fact]
    public async Task Its_owner_changes_all_of_it_and_the_plan_follows()
    {
        await using var desk = await PathFixture.OpenAsync(TestDatabases.Create());
        var slug = await OpenAsync(desk);
        await JoinAsync(desk, slug, desk.Ben, shows: false);
        Done(await Lead(desk).ShiftAsync(desk.Ada, slug, Cancelled));
        var before = (await PageAsync(desk, slug, desk.Ada)).Weeks[0].From;
        var edit = desk.Database.Get<EditGroup>();
        var found = (await edit.FindAsync(desk.Ada, slug, Cancelled)).Value!;
        Assert.Equal(Sound(desk), found with { Topics = Sound(desk).Topics });
        var changed = found with
        {
            Name = "Thursday readers",
            Reads = GroupReads.Topics,
            Topics = ["two", "four", "five"],
            TopicsPerWeek = 1,
            TimeZone = "Asia/Tokyo",
            StartOn = found.StartOn!.Value.AddDays(-7),
        };
        Done(await edit.RunAsync(desk.Ada, slug, changed, Cancelled));
        var page = await PageAsync(desk, slug, desk.Ben);
        Assert.Equal(("Thursday readers", "Asia/Tokyo", slug), (page.Name, page.TimeZone, page.Slug));
        Assert.Equal(
            [("two", before.AddDays(-14)), ("four", before), ("five", before.AddDays(7))],
            page.Weeks.Select(week => (week.Topics[0].Slug, week.From)));
        var after = (await edit.FindAsync(desk.Ada, slug, Cancelled)).Value!;
        Assert.Equal(["two", "four", "five"], after.Topics);

        Assert.Equal(Cause.NotAllowed, (await edit.RunAsync(desk.Ben, slug, changed, Cancelled)).Refusal?.Cause);
        Assert.Equal(Cause.NotAllowed, (await edit.FindAsync(desk.Ben, slug, Cancelled)).Refusal?.Cause);
        Assert.Equal(Cause.NotThere, (await edit.FindAsync(desk.Reader, slug, Cancelled)).Refusal?.Cause);
        Assert.Equal(
            nameof(GroupDraft.TopicsPerWeek),
            (await edit.RunAsync(desk.Ada, slug, changed with { TopicsPerWeek = 0 }, Cancelled)).Refusal?.Field);
        Done(await Lead(desk).CloseAsync(desk.Ada, slug, Cancelled));
        Assert.Equal("This group is closed.", (await edit.RunAsync(desk.Ada, slug, changed, Cancelled)).Refusal?.Why);
    }

    [Fact]
    public async Task A_calendar_opens_with_ones_own_key_until_one_leaves()
    {
        await using var desk = await PathFixture.OpenAsync(TestDatabases.Create());
        var slug = await OpenAsync(desk);
        await JoinAsync(desk, slug, desk.Ben, shows: false);
        var key = (await PageAsync(desk, slug, desk.Ben)).Own!.CalendarKey;
        Assert.Equal(3, (await desk.Database.Get<OwnGroupsQuery>().CalendarAsync(slug, key, Cancelled))?.Weeks.Count);
        Done(await Leave(desk).RunAsync(desk.Ben, slug, Cancelled));
        Assert.Null(await desk.Database.Get<OwnGroupsQuery>().CalendarAsync(slug, key, Cancelled));
        Assert.Null(await desk.Database.Get<OwnGroupsQuery>().CalendarAsync(slug, "", Cancelled));
    }

    [Fact]
    public async Task What_cannot_be_a_group_is_refused_at_its_field()
    {
        await using var desk = await PathFixture.OpenAsync(TestDatabases.Create());
        var sound = Sound(desk);
        await RefusedAsync(desk, nameof(GroupDraft.Name), sound with { Name = " " });
        await RefusedAsync(desk, nameof(GroupDraft.TopicsPerWeek), sound with { TopicsPerWeek = 0 });
        await RefusedAsync(desk, nameof(GroupDraft.TopicsPerWeek), sound with { TopicsPerWeek = 21 });
        await RefusedAsync(desk, nameof(GroupDraft.TimeZone), sound with { TimeZone = "Europe/Atlantis" });
        await RefusedAsync(desk, nameof(GroupDraft.TimeZone), sound with { TimeZone = "W. Europe Standard Time" });
        await RefusedAsync(desk, nameof(GroupDraft.TimeZone), sound with { TimeZone = "../../etc/passwd" });
        await RefusedAsync(desk, nameof(GroupDraft.StartOn), sound with { StartOn = null });
        await RefusedAsync(desk, nameof(GroupDraft.StartOn), sound with { StartOn = new DateOnly(1926, 1, 1) });
        await RefusedAsync(desk, nameof(GroupDraft.Reads), sound with { Reads = (GroupReads)7 });
        await RefusedAsync(desk, nameof(GroupDraft.Stage), sound with { Reads = GroupReads.Stage, Stage = "none" });
        await RefusedAsync(desk, nameof(GroupDraft.Topics), sound with { Reads = GroupReads.Topics });
        await RefusedAsync(desk, nameof(GroupDraft.Topics), sound with { Reads = GroupReads.Topics, Topics = ["none"] });
        var stage = await OpenAsync(desk, sound with { Reads = GroupReads.Stage, Stage = "b", TopicsPerWeek = 20 });
        Assert.Equal(["four", "five"], (await PageAsync(desk, stage, desk.Ada)).Weeks.SelectMany(w => w.Topics).Select(t => t.Slug));
    }

    [Fact]
    public async Task Two_hundred_people_are_as_many_commands_as_two_and_one_more_is_refused()
    {
        await using var desk = await PathFixture.OpenAsync(TestDatabases.Create());
        var slug = await OpenAsync(desk);
        var key = await JoinAsync(desk, slug, desk.Ben, shows: true);
        var few = await CommandsAsync(desk, slug);
        for (var number = 3; number <= GroupRules.MostMembers; number++)
        {
            await JoinAsync(desk, slug, await desk.Scene.JoinAsync($"reader-{number}"), shows: true);
        }

        Assert.Equal(few, await CommandsAsync(desk, slug));
        var late = await Join(desk).RunAsync(desk.Reader, slug, key, true, Cancelled);
        Assert.Equal("This group is full: it has 200 members.", late.Refusal?.Why);
    }

    private static Task<int> CommandsAsync(PathFixture desk, string slug) =>
        desk.Database.CommandsOfAsync(() => FindAsync(desk, slug, desk.Ada));

    private static GroupDraft Sound(PathFixture desk) => new()
    {
        Name = "Tuesday readers",
        TopicsPerWeek = 2,
        TimeZone = "Europe/Berlin",
        StartOn = DateOnly.FromDateTime(desk.Database.Clock.GetUtcNow().UtcDateTime),
    };

    private static async Task<string> OpenAsync(PathFixture desk, GroupDraft? draft = null)
    {
        var outcome = await desk.Database.Get<OpenGroup>().RunAsync(desk.Ada, draft ?? Sound(desk), Cancelled);
        Assert.Null(outcome.Refusal?.Why);
        return outcome.Value!;
    }

    private static async Task RefusedAsync(PathFixture desk, string field, GroupDraft draft) =>
        Assert.Equal(field, (await desk.Database.Get<OpenGroup>().RunAsync(desk.Ada, draft, Cancelled)).Refusal?.Field);

    private static async Task<string> JoinAsync(PathFixture desk, string slug, Actor who, bool shows)
    {
        var key = await desk.AskAsync(db => db.ReadingGroups.Where(g => g.Slug == slug).Select(g => g.InviteKey).SingleAsync(Cancelled));
        Done(await Join(desk).RunAsync(who, slug, key, shows, Cancelled));
        return key;
    }

    private static Task<GroupPageView?> FindAsync(PathFixture desk, string slug, Actor who, string? key = null) =>
        desk.Database.Get<GroupPageQuery>().RunAsync(slug, who.Id, key, Cancelled);

    private static async Task<GroupPageView> PageAsync(PathFixture desk, string slug, Actor who) => (await FindAsync(desk, slug, who))!;

    private static (bool Shows, int Done) Seen(GroupPageView page, string name) =>
        page.Others.Where(person => person.Name == name).Select(person => (person.Shows, person.Done)).Single();

    private static JoinGroup Join(PathFixture desk) => desk.Database.Get<JoinGroup>();

    private static LeaveGroup Leave(PathFixture desk) => desk.Database.Get<LeaveGroup>();

    private static LeadGroup Lead(PathFixture desk) => desk.Database.Get<LeadGroup>();

    private static void Done(Outcome<Done> outcome) => Assert.Null(outcome.Refusal?.Why);
}

using LlmGuide.Core.Data;
using LlmGuide.Core.Interchange;
using LlmGuide.Core.Learning;
using LlmGuide.Core.Learning.Marks;
using LlmGuide.Core.Tests.Databases;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Tests.Learning;

/// <summary>What a member has read, and what is left of it when the guide changes.</summary>
[OnEachDatabase]
public sealed class MarkTests
{
    private static CancellationToken Cancelled => GuideDatabase.Cancelled;

    [Fact]
    public async Task A_mark_says_since_when_and_each_change_is_written_down()
    {
        await using var reading = await ReadingFixture.OpenAsync(TestDatabases.Create());
        await reading.MarkAsync("work-1", ReadingState.Reading);
        var read = await reading.MarkAsync("work-1", ReadingState.Read);
        Assert.Equal(("work-1", ReadingState.Read, reading.Now), (read.Resource, read.State, read.Since));

        var again = await reading.MarkAsync("work-1", ReadingState.Read);
        Assert.Equal(read.Since, again.Since);
        await reading.MarkAsync("work-1", ReadingState.ToDo);
        Assert.Equal(ReadingState.ToDo, await reading.StateAsync("work-1"));
        await using var db = await reading.Database.OpenAsync();
        Assert.Equal(
            [ReadingState.Reading, ReadingState.Read, ReadingState.ToDo],
            await db.ReadingChanges.OrderBy(c => c.At).Select(c => c.State).ToListAsync(Cancelled));
    }

    [Fact]
    public async Task Marks_are_ones_own_and_only_works_of_the_guide_have_them()
    {
        await using var reading = await ReadingFixture.OpenAsync(TestDatabases.Create());
        await reading.MarkAsync("work-1", ReadingState.Read);
        Assert.Equal(ReadingState.ToDo, await reading.StateAsync("work-1", reading.Editing.Ben));
        var mark = reading.Database.Get<MarkResource>();
        Assert.Equal(Cause.NotThere, (await mark.RunAsync(reading.Reader, "no-work", ReadingState.Read, Cancelled)).Refusal?.Cause);
        var suspended = reading.Reader with { Suspended = true };
        Assert.Equal(Cause.NotAllowed, (await mark.RunAsync(suspended, "work-1", ReadingState.Read, Cancelled)).Refusal?.Cause);
        await reading.Editing.DoAsync(draft => draft with { Removed = true }, reason: "Gone.");
        Assert.Equal(Cause.NotThere, (await mark.RunAsync(reading.Reader, "work-1", ReadingState.Skipped, Cancelled)).Refusal?.Cause);
    }

    [Fact]
    public async Task A_topic_is_started_with_one_essential_and_done_with_all_read_or_skipped()
    {
        await using var reading = await ReadingFixture.OpenAsync(TestDatabases.Create());
        await reading.PlaceAsync("work-2", "second");
        await reading.MarkAsync("work-3", ReadingState.Read);
        var untouched = await reading.TopicAsync("second");
        Assert.Equal((TopicState.ToDo, 1), (untouched.State, untouched.Others));
        await reading.MarkAsync("work-1", ReadingState.Reading);
        Assert.Equal(TopicState.Started, (await reading.TopicAsync("second")).State);
        await reading.MarkAsync("work-1", ReadingState.Read);
        await reading.MarkAsync("work-2", ReadingState.Skipped);
        Assert.Equal(TopicState.Done, (await reading.TopicAsync("second")).State);
        Assert.Equal(66, (await reading.ProgressAsync()).Percent);
        await reading.MarkAsync("work-0", ReadingState.Skipped);
        Assert.Equal(100, (await reading.ProgressAsync()).Percent);
    }

    [Fact]
    public async Task Renaming_moving_and_removing_a_work_lose_nothing()
    {
        await using var reading = await ReadingFixture.OpenAsync(TestDatabases.Create());
        await reading.MarkAsync("work-1", ReadingState.Read);
        await reading.Editing.DoAsync(draft => draft with { Slug = "work-one" });
        Assert.Equal(ReadingState.Read, await reading.StateAsync("work-one"));
        await reading.PlaceAsync("work-one", "first");
        Assert.Equal(1, (await reading.TopicAsync("first")).Done);
        await reading.Editing.DoAsync(draft => draft with { Removed = true }, reason: "Gone.", slug: "work-one");
        Assert.Equal(ReadingState.Read, await reading.StateAsync("work-one"));
        await reading.Editing.DoAsync(draft => draft with { Removed = false }, reason: "Back.", slug: "work-one");
        Assert.Equal(1, (await reading.TopicAsync("first")).Done);
        Assert.Equal("work-one", (await reading.MarkAsync("work-1", ReadingState.Reading)).Resource);
    }

    [Theory]
    [InlineData(ReadingState.Read, ReadingState.Reading, ReadingState.Read)]
    [InlineData(ReadingState.Reading, ReadingState.Skipped, ReadingState.Skipped)]
    [InlineData(ReadingState.ToDo, ReadingState.Read, ReadingState.Read)]
    [InlineData(ReadingState.Skipped, ReadingState.ToDo, ReadingState.Skipped)]
    public async Task Of_two_works_that_become_one_the_better_state_stays(ReadingState from, ReadingState into, ReadingState stays)
    {
        await using var reading = await ReadingFixture.OpenAsync(TestDatabases.Create());
        await reading.MarkAsync("work-2", from);
        await reading.MarkAsync("work-1", into);
        await reading.MarkAsync("work-2", ReadingState.Reading, reading.Editing.Ben);
        await reading.MergeWorksAsync("work-2", "work-1");
        Assert.Equal(stays, await reading.StateAsync("work-1"));
        Assert.Equal(ReadingState.Reading, await reading.StateAsync("work-1", reading.Editing.Ben));
        await using var db = await reading.Database.OpenAsync();
        Assert.Single(await db.ReadingMarks.Where(m => m.MemberId == reading.Reader.Id).ToListAsync(Cancelled));
    }

    [Fact]
    public async Task A_finished_topic_that_gets_works_says_how_many_were_added()
    {
        await using var reading = await ReadingFixture.OpenAsync(TestDatabases.Create());
        await reading.MarkAsync("work-1", ReadingState.Read);
        await reading.PlaceAsync("work-2", "second");
        await reading.PlaceAsync("work-3", "second");
        var topic = await reading.TopicAsync("second");
        Assert.Equal((TopicState.Started, 2), (topic.State, topic.Added));
        await reading.MarkAsync("work-2", ReadingState.Read);
        Assert.Equal(1, (await reading.TopicAsync("second")).Added);
        await reading.MarkAsync("work-1", ReadingState.ToDo);
        Assert.Equal(0, (await reading.TopicAsync("second")).Added);
    }

    [Fact]
    public async Task A_topic_that_is_known_is_done_whatever_is_added_to_it()
    {
        await using var reading = await ReadingFixture.OpenAsync(TestDatabases.Create());
        var know = reading.Database.Get<KnowTopics>();
        Assert.Equal(1, (await know.RunAsync(reading.Reader, ["second", "no-topic"], Cancelled)).Value);
        await reading.PlaceAsync("work-2", "second");
        var topic = await reading.TopicAsync("second");
        Assert.Equal((TopicState.Done, 2), (topic.State, topic.Done));
        Assert.Equal(0, (await know.RunAsync(reading.Reader, [], Cancelled)).Value);
        Assert.Equal(TopicState.ToDo, (await reading.TopicAsync("second")).State);
        var suspended = reading.Reader with { Suspended = true };
        Assert.Equal(Cause.NotAllowed, (await know.RunAsync(suspended, [], Cancelled)).Refusal?.Cause);
    }

    [Fact]
    public async Task Own_data_holds_every_mark_and_the_account_takes_them_along()
    {
        await using var reading = await ReadingFixture.OpenAsync(TestDatabases.Create());
        await reading.MarkAsync("work-1", ReadingState.Read);
        await reading.Database.Get<KnowTopics>().RunAsync(reading.Reader, ["first"], Cancelled);
        var data = await reading.Database.Get<OwnDataQuery>().RunAsync(reading.Reader.Id, Cancelled);
        Assert.All(["reading.json", "reading-changes.json", "topics.json"], file => Assert.NotEmpty((IEnumerable<object>)data![file]));

        await using var db = await reading.Database.OpenAsync();
        await db.Members.Where(m => m.Id == reading.Reader.Id).ExecuteDeleteAsync(Cancelled);
        Assert.Empty(await db.ReadingMarks.ToListAsync(Cancelled));
        Assert.Empty(await db.ReadingChanges.ToListAsync(Cancelled));
        Assert.Empty(await db.TopicMarks.ToListAsync(Cancelled));
    }

    [Fact]
    public async Task All_that_a_member_has_marked_takes_one_command_however_much_it_is()
    {
        await using var reading = await ReadingFixture.OpenAsync(TestDatabases.Create());
        await reading.MarkAsync("work-1", ReadingState.Read);
        Assert.Equal(1, await reading.Database.CommandsOfAsync(() => reading.MarksAsync()));
        await reading.MarkAsync("work-2", ReadingState.Read);
        await reading.MarkAsync("work-3", ReadingState.Read);
        Assert.Equal(1, await reading.Database.CommandsOfAsync(() => reading.MarksAsync()));
    }
}

using LlmGuide.Core.Learning;
using LlmGuide.Core.Learning.Marks;
using LlmGuide.Core.Tests.Databases;

namespace LlmGuide.Core.Tests.Learning;

/// <summary>What was marked on a device comes into the account.</summary>
[OnEachDatabase]
public sealed class DeviceMarkTests
{
    [Fact]
    public async Task The_union_is_kept_and_of_two_states_the_newer()
    {
        await using var reading = await ReadingFixture.OpenAsync(TestDatabases.Create());
        var before = reading.Now;
        await reading.MarkAsync("work-0", ReadingState.Read);
        await reading.MarkAsync("work-1", ReadingState.Reading);
        reading.Database.Clock.Advance(TimeSpan.FromHours(1));
        var merged = await reading.MergeAsync(
            reading.Now,
            new DeviceMark("work-0", ReadingState.ToDo, before), new DeviceMark("work-1", ReadingState.Read, reading.Now.AddMinutes(-1)),
            new DeviceMark("work-2", ReadingState.Skipped, before), new DeviceMark("no-work", ReadingState.Read, before));
        Assert.Equal(new MergedMarks(Added: 2, Older: 1, Unknown: 1), merged);
        Assert.Equal(ReadingState.Read, await reading.StateAsync("work-0"));
        Assert.Equal(ReadingState.Read, await reading.StateAsync("work-1"));
        Assert.Equal(ReadingState.Skipped, await reading.StateAsync("work-2"));
    }

    [Fact]
    public async Task The_same_document_twice_changes_nothing_the_second_time()
    {
        await using var reading = await ReadingFixture.OpenAsync(TestDatabases.Create());
        var mark = new DeviceMark("work-1", ReadingState.Read, reading.Now.AddDays(-1));
        Assert.Equal(1, (await reading.MergeAsync(reading.Now, mark)).Added);
        Assert.Equal(new MergedMarks(0, 0, 0), await reading.MergeAsync(reading.Now, mark));
    }

    [Theory]
    [InlineData(365)]
    [InlineData(-365)]
    public async Task A_clock_that_is_wrong_by_a_year_is_set_right(int days)
    {
        await using var reading = await ReadingFixture.OpenAsync(TestDatabases.Create());
        var device = reading.Now.AddDays(days);
        await reading.MarkAsync("work-1", ReadingState.Read);

        // Marked on the device an hour before the account, then an hour after it.
        var sent = reading.Now.AddDays(days).AddHours(2);
        reading.Database.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(1, (await reading.MergeAsync(sent, new DeviceMark("work-1", ReadingState.ToDo, device.AddHours(-1)))).Older);
        Assert.Equal(1, (await reading.MergeAsync(sent, new DeviceMark("work-1", ReadingState.Skipped, device.AddHours(1)))).Added);
        Assert.Equal(ReadingState.Skipped, await reading.StateAsync("work-1"));
    }

    [Fact]
    public async Task A_mark_of_the_future_does_not_win_for_ever()
    {
        await using var reading = await ReadingFixture.OpenAsync(TestDatabases.Create());
        await reading.MergeAsync(null, new DeviceMark("work-1", ReadingState.Skipped, reading.Now.AddYears(1)));
        reading.Database.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, (await reading.MergeAsync(reading.Now, new DeviceMark("work-1", ReadingState.Reading, reading.Now))).Added);
        await reading.MarkAsync("work-1", ReadingState.Read);
        Assert.Equal(0, (await reading.MergeAsync(null, new DeviceMark("work-1", ReadingState.Skipped, reading.Now.AddMinutes(-1)))).Added);
        Assert.Equal(ReadingState.Read, await reading.StateAsync("work-1"));
    }

    [Theory]
    [InlineData("0001-01-01T00:00:00+00:00")]
    [InlineData("9999-12-31T23:59:59+00:00")]
    public async Task No_time_is_too_far_away(string time)
    {
        await using var reading = await ReadingFixture.OpenAsync(TestDatabases.Create());
        var far = DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(1, (await reading.MergeAsync(far, new DeviceMark("work-1", ReadingState.Read, far))).Added);
        Assert.Equal(1, (await reading.MergeAsync(DateTimeOffset.MaxValue, new DeviceMark("work-2", ReadingState.Read, far))).Added);
        Assert.All((await reading.MarksAsync()).Works.Values, mark => Assert.InRange(mark.Since, DateTimeOffset.UnixEpoch, reading.Now));
    }

    [Fact]
    public async Task A_work_is_found_by_the_address_it_had_when_it_was_marked()
    {
        await using var reading = await ReadingFixture.OpenAsync(TestDatabases.Create());
        await reading.Editing.DoAsync(draft => draft with { Slug = "renamed" });
        await reading.MergeWorksAsync("work-2", "renamed");
        var merged = await reading.MergeAsync(
            reading.Now, new DeviceMark("work-1", ReadingState.Reading, reading.Now.AddHours(-2)),
            new DeviceMark("work-2", ReadingState.Read, reading.Now.AddHours(-1)));
        Assert.Equal(1, merged.Added);
        Assert.Equal(ReadingState.Read, await reading.StateAsync("renamed"));
    }

    [Fact]
    public async Task What_a_device_finished_is_finished_and_too_much_is_refused()
    {
        await using var reading = await ReadingFixture.OpenAsync(TestDatabases.Create());
        await reading.MergeAsync(reading.Now, new DeviceMark("work-1", ReadingState.Read, reading.Now.AddHours(-1)));
        await reading.PlaceAsync("work-2", "second");
        Assert.Equal(1, (await reading.TopicAsync("second")).Added);
        var flood = Enumerable.Repeat(new DeviceMark("work-1", ReadingState.Read, reading.Now), DeviceMarks.Most + 1);
        var refused = await reading.Database.Get<MergeDeviceMarks>()
            .RunAsync(reading.Reader, new DeviceMarks([.. flood], null), GuideDatabase.Cancelled);
        Assert.Equal(Cause.Rule, refused.Refusal?.Cause);
    }
}

using LlmGuide.Core.Catalogue.Resources.Edits;
using LlmGuide.Core.Catalogue.Topics;
using LlmGuide.Core.Learning;
using LlmGuide.Core.Learning.Marks;
using LlmGuide.Core.Members;
using LlmGuide.Core.Merging;
using LlmGuide.Core.Tests.Databases;
using LlmGuide.Core.Tests.Revisions;

namespace LlmGuide.Core.Tests.Learning;

/// <summary>
/// A reader of a small path: the topic <c>first</c> with the essential work-0, then <c>second</c> with the essential work-1 and two
/// further works.
/// </summary>
internal sealed class ReadingFixture(EditingFixture editing) : IAsyncDisposable
{
    private static CancellationToken Cancelled => GuideDatabase.Cancelled;

    public EditingFixture Editing => editing;

    public GuideDatabase Database => editing.Database;

    public Actor Reader => editing.Reader;

    public DateTimeOffset Now => Database.Clock.GetUtcNow();

    public static async Task<ReadingFixture> OpenAsync(GuideDatabase database) => new(await EditingFixture.OpenAsync(database));

    public async Task<ReadingEntry> MarkAsync(string work, ReadingState state, Actor? by = null)
    {
        Database.Clock.Advance(TimeSpan.FromMinutes(1));
        var outcome = await Database.Get<MarkResource>().RunAsync(by ?? Reader, work, state, Cancelled);
        Assert.Null(outcome.Refusal?.Why);
        return outcome.Value!;
    }

    public async Task<MergedMarks> MergeAsync(DateTimeOffset? deviceNow, params DeviceMark[] marks)
    {
        var outcome = await Database.Get<MergeDeviceMarks>().RunAsync(Reader, new DeviceMarks(marks, deviceNow), Cancelled);
        Assert.Null(outcome.Refusal?.Why);
        return outcome.Value!;
    }

    public Task<OwnMarks> MarksAsync(Actor? of = null) => Database.Get<OwnMarksQuery>().RunAsync((of ?? Reader).Id, Cancelled);

    public async Task<ReadingState> StateAsync(string work, Actor? of = null) => (await MarksAsync(of)).StateOf(work);

    public async Task<Progress> ProgressAsync() =>
        Progress.Of(await Database.Get<CourseQuery>().RunAsync(Cancelled), await MarksAsync());

    public async Task<TopicProgress> TopicAsync(string slug) => (await ProgressAsync()).Of(slug)!;

    public Task PlaceAsync(string work, string topic, PlacementRole role = PlacementRole.Essential) => editing.DoAsync(
        draft => draft with { Placements = [new PlacementDraft(topic, role, "It fits.")] }, slug: work);

    public async Task MergeWorksAsync(string from, string into) => Assert.Null(
        (await Database.Get<MergeResources>().RunAsync(editing.Ada, from, into, "The same work.", Cancelled)).Refusal?.Why);

    public ValueTask DisposeAsync() => editing.DisposeAsync();
}

using LlmGuide.Core.Catalogue.Path;
using LlmGuide.Core.Catalogue.Path.Edits;
using LlmGuide.Core.Catalogue.Topics.Edits;
using LlmGuide.Core.Data;
using LlmGuide.Core.Revisions;
using LlmGuide.Core.Revisions.History;
using LlmGuide.Core.Tests.Catalogue.Topics;
using LlmGuide.Core.Tests.Databases;

namespace LlmGuide.Core.Tests.Catalogue.Path;

/// <summary>Topics and stages are moved along the path; stages come and go.</summary>
[OnEachDatabase]
public sealed class PathOrderTests
{
    private static CancellationToken Cancelled => GuideDatabase.Cancelled;

    [Fact]
    public async Task A_move_is_a_revision_of_the_path()
    {
        await using var desk = await PathFixture.OpenAsync(TestDatabases.Create());
        await desk.RequireNothingAsync("four", "five");
        Assert.Null((await desk.MoveAsync(new PathMove("five", MoveTo.Earlier))).Refusal);
        Assert.Equal("a: one two three | b: five four", await desk.PathAsync());
        var revision = Assert.Single((await desk.HistoryAsync(LogKind.Path, LearningPath.Key)).Revisions.Items);
        Assert.Equal(("reordered", "Moved “Topic five”."), (revision.Act, revision.Reason));
        Assert.Equal(new FieldDiff("stages › b › topics", "four; five", "five; four"), Assert.Single(revision.Fields));
    }

    [Fact]
    public async Task A_topic_cannot_go_before_what_it_needs()
    {
        await using var desk = await PathFixture.OpenAsync(TestDatabases.Create());
        var outcome = await desk.MoveAsync(new PathMove("three", MoveTo.Earlier));
        Assert.Equal("“Topic three” would come before “Topic two”, which it needs.", outcome.Refusal?.Why);
        Assert.Equal("a: one two three | b: four five", await desk.PathAsync());
    }

    [Fact]
    public async Task What_two_move_at_once_is_moved_twice()
    {
        await using var desk = await PathFixture.OpenAsync(TestDatabases.Create());
        await desk.RequireNothingAsync("two", "three", "four", "five");
        var outcomes = await Task.WhenAll(
            desk.MoveAsync(new PathMove("three", MoveTo.Earlier)), desk.MoveAsync(new PathMove("five", MoveTo.Earlier), desk.Ben));
        Assert.All(outcomes, outcome => Assert.Null(outcome.Refusal));
        Assert.Equal("a: one three two | b: five four", await desk.PathAsync());
    }

    [Fact]
    public async Task A_topic_goes_to_another_stage_in_its_form()
    {
        await using var desk = await PathFixture.OpenAsync(TestDatabases.Create());
        await desk.RequireNothingAsync("four");
        await desk.DoAsync("three", draft => draft with { Title = "Topic 3" }, stage: "b");
        Assert.Equal("a: one two | b: four five three", await desk.PathAsync());
        Assert.Equal("Because.", Assert.Single((await desk.HistoryAsync(LogKind.Path, LearningPath.Key)).Revisions.Items).Reason);
    }

    [Fact]
    public async Task A_stage_is_added_renamed_moved_removed_and_brought_back()
    {
        await using var desk = await PathFixture.OpenAsync(TestDatabases.Create());
        var (editing, stages, off) = (desk.Database.Get<Editing>(), desk.Database.Get<StageSubject>(), desk.Database.Get<TakeOffPath>());
        var added = await editing.SaveAsync(
            stages, desk.Ada, Edit.New(new StageDraft { Title = "Stage C", Summary = "The third." }, null), Cancelled);
        Assert.Equal("stage-c", added.Value?.Key);
        Assert.Equal("a: one two three | b: four five | stage-c: ", await desk.PathAsync());
        await desk.MoveAsync(new PathMove("stage-c", MoveTo.Earlier, IsStage: true));
        Assert.Equal("a: one two three | stage-c:  | b: four five", await desk.PathAsync());
        var now = await desk.Database.Get<DraftQuery>().RunAsync(stages, "stage-c", Cancelled);
        Assert.Null((await editing.SaveAsync(stages, desk.Ada, now!.To(now.Draft with { Title = "Renamed" }, null), Cancelled)).Refusal);
        Assert.Contains(
            "has topics", (await off.StageAsync(desk.Ada, "a", true, "Empty it.", Cancelled)).Refusal?.Why, StringComparison.Ordinal);
        Assert.Null((await off.StageAsync(desk.Ada, "stage-c", true, "Not needed.", Cancelled)).Refusal);
        Assert.Equal("a: one two three | b: four five", await desk.PathAsync());
        Assert.Null((await off.StageAsync(desk.Ada, "stage-c", false, "Needed.", Cancelled)).Refusal);
        Assert.Equal(4, (await desk.HistoryAsync(LogKind.Stage, "stage-c")).Revisions.Total);
    }

    [Fact]
    public async Task Going_back_keeps_what_came_later_and_passes_over_what_is_gone()
    {
        await using var desk = await PathFixture.OpenAsync(TestDatabases.Create());
        await desk.RequireNothingAsync("two", "three", "four", "five");
        await desk.MoveAsync(new PathMove("five", MoveTo.Place, Stage: "a", Before: "one"));
        await desk.RemoveAsync("four");
        await desk.DoAsync("two", draft => draft with { Slug = "deux" });
        var moved = (await desk.HistoryAsync(LogKind.Path, LearningPath.Key)).Revisions.Items[0];
        var reverted = await desk.Database.Get<RevertSubject>()
            .RunAsync(desk.Ben, moved.EntryId, RevertTo.Before, 1, "It was right.", Cancelled);
        Assert.Null(reverted.Refusal?.Why);
        Assert.Equal("a: one deux three | b: five", await desk.PathAsync());
    }
}

using LlmGuide.Core.Catalogue.Path.Edits;
using LlmGuide.Core.Catalogue.Resources.Edits;
using LlmGuide.Core.Data;
using LlmGuide.Core.Releases;
using LlmGuide.Core.Revisions;
using LlmGuide.Core.Revisions.History;
using LlmGuide.Core.Tests.Catalogue.Topics;
using LlmGuide.Core.Tests.Databases;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Tests.Releases;

/// <summary>The path is published, and releases are compared.</summary>
[OnEachDatabase]
public sealed class ReleaseTests
{
    private static CancellationToken Cancelled => GuideDatabase.Cancelled;

    [Fact]
    public async Task A_release_has_a_number_notes_and_a_row_in_the_log()
    {
        await using var desk = await PathFixture.OpenAsync(TestDatabases.Create());
        desk.Database.Evictions.Tags.Clear();
        Assert.Equal(1, (await PublishAsync(desk, "The *first* one.")).Value);
        var release = Assert.Single((await desk.Database.Get<ReleaseListQuery>().RunAsync(1, Cancelled)).Items);
        Assert.Equal((1, "ada", "<p>The *first* one.</p>"), (release.Number, release.By, release.NotesHtml));
        var entry = await desk.AskAsync(db => db.Log.SingleAsync(Cancelled));
        Assert.Equal((LogKind.Release, "1", "published", "Release 1"), (entry.Kind, entry.Key, entry.Act, entry.Title));
        Assert.Superset(new HashSet<string> { PageTags.Catalogue, PageTags.Changes }, desk.Database.Evictions.Tags.ToHashSet());
    }

    [Fact]
    public async Task What_nobody_may_or_says_nothing_or_changes_nothing_is_no_release()
    {
        await using var desk = await PathFixture.OpenAsync(TestDatabases.Create());
        var publish = desk.Database.Get<PublishRelease>();
        Assert.Equal(Cause.NotAllowed, (await publish.RunAsync(desk.Reader, "Mine.", Cancelled)).Refusal?.Cause);
        Assert.Equal("Notes", (await publish.RunAsync(desk.Ada, " ", Cancelled)).Refusal?.Field);
        Assert.Equal("Notes", (await publish.RunAsync(desk.Ada, new string('x', Release.LongestNotes + 1), Cancelled)).Refusal?.Field);
        Assert.Null((await PublishAsync(desk)).Refusal);
        Assert.Equal("Nothing has changed since release 1.", (await PublishAsync(desk)).Refusal?.Why);
    }

    [Fact]
    public async Task Of_two_who_publish_at_once_one_does()
    {
        await using var desk = await PathFixture.OpenAsync(TestDatabases.Create());
        var outcomes = await Task.WhenAll(PublishAsync(desk), PublishAsync(desk));
        Assert.Single(outcomes, outcome => outcome.Refusal is null);
        Assert.Equal("Nothing has changed since release 1.", outcomes.Single(outcome => outcome.Refusal is not null).Refusal!.Why);
    }

    [Fact]
    public async Task Releases_differ_in_what_was_added_removed_moved_and_rewritten()
    {
        await using var desk = await PathFixture.OpenAsync(TestDatabases.Create());
        await desk.RequireNothingAsync("two", "three", "four", "five");
        await PublishAsync(desk);
        await desk.DoAsync("one", draft => draft with { Slug = "uno", Title = "Topic uno", Reading = ["work-2", "work-1"] });
        await desk.MoveAsync(new PathMove("five", MoveTo.Place, Stage: "a", Before: "uno"));
        await desk.RemoveAsync("four");
        await ChangeAsync(desk, "work-3", draft =>
            draft with { Minutes = 99, Placements = [.. draft.Placements, new PlacementDraft("three", Why: "Here too.")] });
        await ChangeAsync(desk, "work-6", draft => draft with { Placements = [] });
        await PublishAsync(desk);
        var changes = (await desk.Database.Get<ReleaseQuery>().RunAsync(2, null, Cancelled))!.Changes;
        Assert.Equal(["Removed Topic four", "Rewritten Topic uno: slug, title", "Moved Topic five: stage"], Words(changes.Topics));
        Assert.Equal(["Rewritten Work 3: minutes"], Words(changes.Resources));
        Assert.Equal(
            ["Added Work 3 in Topic three", "Removed Work 6 in Topic three", "Moved Work 1 in Topic uno"], Words(changes.Placements));
        Assert.Empty(changes.Stages);
    }

    [Fact]
    public async Task The_first_release_is_all_new_and_any_two_can_be_compared()
    {
        await using var desk = await PathFixture.OpenAsync(TestDatabases.Create());
        var query = desk.Database.Get<ReleaseQuery>();
        Assert.Equal((1, 5), ((await query.NextAsync(Cancelled)).Number, (await query.NextAsync(Cancelled)).Changes.Topics.Count));
        await PublishAsync(desk);
        Assert.True((await query.NextAsync(Cancelled)).Changes.IsEmpty);
        await desk.DoAsync("two", draft => draft with { Title = "Second" });
        await PublishAsync(desk);
        await desk.DoAsync("two", draft => draft with { Title = "Third" });
        await PublishAsync(desk);
        var first = await query.RunAsync(1, null, Cancelled);
        Assert.Equal(
            (0, 5, 10, 10), (first!.From, first.Changes.Topics.Count, first.Changes.Resources.Count, first.Changes.Placements.Count));
        Assert.Equal([new FieldDiff("title", "Topic two", "Third")], (await query.RunAsync(3, 1, Cancelled))!.Changes.Topics[0].Fields);
        Assert.Equal([new FieldDiff("title", "Third", "Topic two")], (await query.RunAsync(1, 3, Cancelled))!.Changes.Topics[0].Fields);
        Assert.Equal(2, (await query.RunAsync(3, 99, Cancelled))!.From);
        Assert.Null(await query.RunAsync(4, null, Cancelled));
    }

    [Theory]
    [InlineData("1 2 3 4", "1 2 3 4", "")]
    [InlineData("1 2 3 4", "4 1 2 3", "4")]
    [InlineData("1 2 3 4", "2 1 4 3", "1 3")]
    [InlineData("1 2 3", "3 9 2", "2")]
    [InlineData("", "1", "")]
    public void As_few_as_possible_have_moved(string before, string after, string moved) =>
        Assert.Equal(Numbers(moved), ReleaseChanges.Moves(Numbers(before), Numbers(after)).Order());

    private static List<int> Numbers(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(n => int.Parse(n, System.Globalization.CultureInfo.InvariantCulture))];

    private static Task<Outcome<int>> PublishAsync(PathFixture desk, string notes = "Something new.") =>
        desk.Database.Get<PublishRelease>().RunAsync(desk.Ada, notes, Cancelled);

    private static async Task ChangeAsync(PathFixture desk, string slug, Func<ResourceDraft, ResourceDraft> change)
    {
        var resources = desk.Database.Get<ResourceSubject>();
        var now = await desk.Database.Get<DraftQuery>().RunAsync(resources, slug, Cancelled);
        Assert.Null((await desk.Database.Get<Editing>().SaveAsync(
            resources, desk.Ada, now!.To(change(now.Draft), null), Cancelled)).Refusal?.Why);
    }

    private static IEnumerable<string> Words(IEnumerable<PartChange> changes) => changes.Select(c =>
        $"{c.Kind} {c.Name.Title}{(c.Name.In is null ? "" : $" in {c.Name.In}")}"
            + $"{(c.Fields.Count == 0 ? "" : $": {string.Join(", ", c.Fields.Select(f => f.Path))}")}");
}

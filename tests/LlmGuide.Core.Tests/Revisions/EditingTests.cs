using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Catalogue.Resources.Edits;
using LlmGuide.Core.Data;
using LlmGuide.Core.Revisions;
using LlmGuide.Core.Revisions.History;
using LlmGuide.Core.Tests.Databases;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Tests.Revisions;

/// <summary>What every edit has in common, shown with resources.</summary>
[OnEachDatabase]
public sealed class EditingTests
{
    private static CancellationToken Cancelled => GuideDatabase.Cancelled;

    [Fact]
    public async Task A_change_is_a_revision_with_its_row_in_the_log()
    {
        await using var desk = await EditingFixture.OpenAsync(TestDatabases.Create());
        var edited = await desk.DoAsync(draft => draft with { Title = "A better title" }, reason: "As the paper has it.");
        Assert.Equal(1, edited.Version);
        Assert.True(edited.Changed);
        var revision = Assert.Single((await desk.HistoryAsync()).Revisions.Items);
        Assert.Equal((1, "ada", "changed", "As the paper has it."), (revision.Number, revision.By, revision.Act, revision.Reason));
        Assert.Equal(new FieldDiff("title", "Work 1", "A better title"), Assert.Single(revision.Fields));
        await using var db = await desk.Database.OpenAsync();
        var entry = await db.Log.SingleAsync(Cancelled);
        Assert.Equal((LogKind.Resource, "work-1", "A better title"), (entry.Kind, entry.Key, entry.Title));
    }

    [Fact]
    public async Task What_changes_nothing_is_no_revision()
    {
        await using var desk = await EditingFixture.OpenAsync(TestDatabases.Create());
        var edited = await desk.DoAsync(draft => draft with { Title = "  Work   1 " });
        Assert.False(edited.Changed);
        Assert.Empty((await desk.HistoryAsync()).Revisions.Items);
    }

    [Fact]
    public async Task Who_is_no_curator_changes_nothing()
    {
        await using var desk = await EditingFixture.OpenAsync(TestDatabases.Create());
        var outcome = await desk.ChangeAsync(draft => draft with { Title = "Mine now" }, desk.Reader);
        Assert.Equal(Cause.NotAllowed, outcome.Refusal?.Cause);
        Assert.Equal("Work 1", (await desk.FindAsync("work-1"))!.Title);
    }

    [Fact]
    public async Task The_kept_pages_are_forgotten_after_a_change()
    {
        await using var desk = await EditingFixture.OpenAsync(TestDatabases.Create());
        desk.Database.Evictions.Tags.Clear();
        await desk.DoAsync(draft => draft with { Minutes = 90 });
        Assert.Contains(PageTags.Catalogue, desk.Database.Evictions.Tags);
        Assert.Contains(PageTags.Changes, desk.Database.Evictions.Tags);
    }

    [Fact]
    public async Task The_second_of_two_is_shown_both_versions_and_overwrites_nothing()
    {
        await using var desk = await EditingFixture.OpenAsync(TestDatabases.Create());
        var opened = await desk.DraftAsync();
        await desk.DoAsync(draft => draft with { Title = "Ada's title", Minutes = 45 });
        var outcome = await desk.SaveAsync(opened, opened.Draft with { Title = "Ben's title", Venue = "Elsewhere" }, desk.Ben);
        var conflict = Assert.IsType<EditConflict>(outcome.Refusal);
        Assert.Equal(1, conflict.Version);
        Assert.Equal(
            [new ConflictingField("title", "Work 1", "Ada's title", "Ben's title", true),
                new ConflictingField("minutes", "30", "45", "30", false)],
            conflict.Fields);
        Assert.Equal("Ada's title", (await desk.FindAsync("work-1"))!.Title);

        var merged = DraftJson.Read<ResourceDraft>(conflict.Merged);
        Assert.Equal(("Ben's title", 45, "Elsewhere"), (merged.Title, merged.Minutes, merged.Venue));
        var again = await desk.Database.Get<Editing>()
            .SaveAsync(desk.Resources, desk.Ben, new Edit<ResourceDraft>(opened.Id, conflict.Version, merged, null), Cancelled);
        Assert.Null(again.Refusal);
        Assert.Equal(2, again.Value!.Version);
    }

    [Fact]
    public async Task Of_many_who_save_at_once_exactly_one_goes_through()
    {
        await using var desk = await EditingFixture.OpenAsync(TestDatabases.Create());
        var opened = await desk.DraftAsync();
        var outcomes = await Task.WhenAll(
            Enumerable.Range(1, 10).Select(n => desk.SaveAsync(opened, opened.Draft with { Minutes = 100 + n })));
        Assert.Single(outcomes, outcome => outcome.Refusal is null);
        Assert.All(outcomes.Where(outcome => outcome.Refusal is not null), outcome => Assert.IsType<EditConflict>(outcome.Refusal));
        Assert.Equal(1, (await desk.HistoryAsync()).Revisions.Total);
    }

    [Fact]
    public async Task Of_many_who_add_the_same_at_once_exactly_one_does_and_the_others_are_told()
    {
        await using var desk = await EditingFixture.OpenAsync(TestDatabases.Create());
        var draft =
            (await desk.DraftAsync()).Draft with { Slug = "", Title = "Added by all", Url = "https://example.org/new", AlsoKnownAs = null };
        var outcomes = await Task.WhenAll(Enumerable.Range(1, 10).Select(
            _ => desk.Database.Get<Editing>()
                .SaveAsync(desk.Resources, desk.Ada, Edit.New(draft, "It was missing."), Cancelled)));
        Assert.Single(outcomes, outcome => outcome.Refusal is null);
    }

    [Fact]
    public async Task Several_are_changed_together_or_not_at_all()
    {
        await using var desk = await EditingFixture.OpenAsync(TestDatabases.Create());
        var (first, second) = (await desk.DraftAsync("work-1"), await desk.DraftAsync("work-2"));
        await desk.DoAsync(draft => draft with { Minutes = 5 }, slug: "work-2");
        var outcome = await desk.Database.Get<Editing>().SaveManyAsync(
            desk.Resources, desk.Ben,
            [.. new[] { first, second }.Select(from => from.To(from.Draft with { Level = ResourceLevel.Advanced }, null))], Cancelled);
        Assert.IsType<EditConflict>(outcome.Refusal);
        Assert.Equal(ResourceLevel.Intermediate, (await desk.FindAsync("work-1"))!.Level);
    }

    [Fact]
    public async Task Going_back_is_a_revision_that_applies_the_earlier_state()
    {
        await using var desk = await EditingFixture.OpenAsync(TestDatabases.Create());
        var before = (await desk.DraftAsync()).Draft;
        await desk.DoAsync(draft => draft with { Title = "Spoilt", Summary = "Spoilt.", Placements = [], BuildsOn = [] });
        var spoilt = (await desk.HistoryAsync()).Revisions.Items[0];
        var outcome = await desk.Database.Get<RevertSubject>()
            .RunAsync(desk.Ben, spoilt.EntryId, RevertTo.Before, 1, "It was right.", Cancelled);
        Assert.Null(outcome.Refusal);
        var now = await desk.DraftAsync();
        Assert.Equal(DraftJson.Of(before), DraftJson.Of(now.Draft));
        var revert = (await desk.HistoryAsync()).Revisions.Items[0];
        Assert.Equal((2, "ben", "reverted", "It was right."), (revert.Number, revert.By, revert.Act, revert.Reason));
    }

    [Fact]
    public async Task Going_back_needs_a_reason_a_curator_and_the_version_that_was_seen()
    {
        await using var desk = await EditingFixture.OpenAsync(TestDatabases.Create());
        await desk.DoAsync(draft => draft with { Minutes = 1 });
        var entry = (await desk.HistoryAsync()).Revisions.Items[0].EntryId;
        var revert = desk.Database.Get<RevertSubject>();
        Assert.Equal("reason", (await revert.RunAsync(desk.Ada, entry, RevertTo.Before, 1, " ", Cancelled)).Refusal?.Field);
        Assert.Equal(Cause.NotAllowed, (await revert.RunAsync(desk.Reader, entry, RevertTo.Before, 1, "Why.", Cancelled)).Refusal?.Cause);
        Assert.Equal(Cause.Conflict, (await revert.RunAsync(desk.Ada, entry, RevertTo.Before, 0, "Why.", Cancelled)).Refusal?.Cause);
        Assert.Equal(Cause.NotThere, (await revert.RunAsync(desk.Ada, 999, RevertTo.Before, 0, "Why.", Cancelled)).Refusal?.Cause);
    }

    [Fact]
    public async Task What_is_added_can_be_read_and_has_its_first_revision()
    {
        await using var desk = await EditingFixture.OpenAsync(TestDatabases.Create());
        var draft = (await desk.DraftAsync()).Draft with
        {
            Slug = "",
            Title = "Attention: all you need",
            Url = "https://example.org/new",
            AlsoKnownAs = null,
        };
        var outcome = await desk.Database.Get<Editing>()
            .SaveAsync(desk.Resources, desk.Ada, Edit.New(draft, "It was missing."), Cancelled);
        Assert.Null(outcome.Refusal);
        Assert.Equal(("attention-all-you-need", 1), (outcome.Value!.Key, outcome.Value.Version));
        var revision = Assert.Single((await desk.HistoryAsync("attention-all-you-need")).Revisions.Items);
        Assert.Equal(("added", null), (revision.Act, revision.Before));
        Assert.NotEmpty((await desk.FindAsync("attention-all-you-need"))!.CitationKey);
    }

    [Fact]
    public async Task An_edit_is_undone_with_the_transaction_that_it_belongs_to()
    {
        await using var desk = await EditingFixture.OpenAsync(TestDatabases.Create());
        var from = await desk.DraftAsync();
        var prepared = await Editing.PrepareAsync(
            desk.Resources, desk.Ada, from.To(from.Draft with { Minutes = 77 }, null), Cancelled);
        var outcome = await desk.Database.Get<Writing>().RunAsync<Edited>(
            async db =>
            {
                var edited = await desk.Database.Get<Editing>().ApplyAsync(db, prepared.Value!, Cancelled);
                Assert.True(edited.Value!.Changed);
                return Refusal.Rule("Not after all.");
            },
            Cancelled);
        Assert.Equal("Not after all.", outcome.Refusal?.Why);
        Assert.Equal(0, (await desk.HistoryAsync()).Revisions.Total);
        Assert.Equal(30, (await desk.FindAsync("work-1"))!.Minutes);
    }

    [Fact]
    public async Task A_longer_history_costs_no_more_commands()
    {
        await using var few = await EditingFixture.OpenAsync(TestDatabases.Create());
        await using var many = await EditingFixture.OpenAsync(TestDatabases.Create());
        await few.DoAsync(draft => draft with { Minutes = 1 });
        for (var minutes = 1; minutes <= 25; minutes++)
        {
            await many.DoAsync(draft => draft with { Minutes = minutes });
        }

        var cost = await few.Database.CommandsOfAsync(() => few.HistoryAsync());
        Assert.Equal(cost, await many.Database.CommandsOfAsync(() => many.HistoryAsync()));
        Assert.Equal(HistoryQuery.PageSize, (await many.HistoryAsync()).Revisions.Items.Count);
    }
}

using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Catalogue.Resources.Edits;
using LlmGuide.Core.Data;
using LlmGuide.Core.Interchange.Seed.Kept;
using LlmGuide.Core.Interchange.Seed;
using LlmGuide.Core.Interchange.Seed.Updating;
using LlmGuide.Core.Leaderboards;
using LlmGuide.Core.Members;
using LlmGuide.Core.Releases;
using LlmGuide.Core.Revisions;
using LlmGuide.Core.Revisions.History;
using LlmGuide.Core.Suggestions;
using LlmGuide.Core.Suggestions.Decisions;
using LlmGuide.Core.Tests.Databases;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Tests.Interchange.Updating;

/// <summary>A newer seed comes into a catalogue in use: three versions of a small one, with what people did in between.</summary>
[OnEachDatabase]
public sealed class UpdateSeedTests : IAsyncDisposable
{
    private readonly SeedOnDisk _seed = new SeedOnDisk().WithResult();
    private GuideDatabase? _database;

    private GuideDatabase Database => _database!;

    [Fact]
    public async Task What_nobody_here_edited_follows_what_is_new_comes_and_a_second_run_changes_nothing()
    {
        await LoadAsync();
        Second();
        var dry = await UpdateAsync(dryRun: true);
        Assert.Equal(0, await CountAsync(db => db.Revisions));
        var done = await UpdateAsync();
        Assert.Equal(dry with { Release = 1 }, done with { Entries = dry.Entries });
        Assert.Equal(dry.Entries.Select(Told), done.Entries.Select(Told));
        Assert.Equal((4, 4, 0, 0), (done.Added, done.Changed, done.Conflicts, done.Removed));
        await using (var db = await Database.OpenAsync())
        {
            Assert.Equal(
                ["one", "three", "zwei"], await db.Topics.OrderBy(t => t.Position).Select(t => t.Slug).ToListAsync(GuideDatabase.Cancelled));
            var work = await db.Resources.SingleAsync(r => r.Slug == "work", GuideDatabase.Cancelled);
            Assert.Equal(("A better title", 45), (work.Title, work.Minutes));
            Assert.Equal(2, await db.Results.CountAsync(GuideDatabase.Cancelled));
            Assert.Equal("other", (await db.ResultSources.SingleAsync(s => s.Name == "Other", GuideDatabase.Cancelled)).Url[^5..]);
            Assert.Equal("zwei", (await db.FormerSlugs.SingleAsync(f => f.Slug == "two", GuideDatabase.Cancelled)).Current);
            var release = await db.Releases.SingleAsync(GuideDatabase.Cancelled);
            Assert.Contains("New, topics: Topic three.", release.Notes.Markdown);
            Assert.Contains("Changed, resources: A better title.", release.Notes.Markdown);
        }

        var (revisions, log) = (await CountAsync(db => db.Revisions), await CountAsync(db => db.Log));
        var again = await UpdateAsync();
        Assert.Equal((0, 0, 0, 0, null), (again.Added, again.Changed, again.Conflicts, again.Removed, again.Release));
        Assert.Equal(done.Added + done.Changed + done.Unchanged, again.Unchanged);
        Assert.Equal((revisions, log), (await CountAsync(db => db.Revisions), await CountAsync(db => db.Log)));
    }

    [Fact]
    public async Task What_both_sides_changed_stays_and_becomes_a_suggestion_that_can_be_approved()
    {
        await LoadAsync();
        await EditAsync(draft => draft with { Title = "Our title", Venue = "Our venue" });
        Second();
        var done = await UpdateAsync();
        var conflict = Assert.Single(done.Entries, e => e.Outcome == SeedOutcome.Conflict);
        Assert.Equal("work", conflict.Key);
        Assert.Equal(["title"], conflict.Fields);
        var here = await WorkAsync();
        Assert.Equal(("Our title", "Our venue", 45), (here.Draft.Title, here.Draft.Venue, here.Draft.Minutes));

        // The third says something else again: the suggestion that waits says that now.
        _seed.Change("resources/one.yaml", "A better title", "The best title");
        Assert.Equal(1, (await UpdateAsync()).Conflicts);
        await using var db = await Database.OpenAsync();
        var asked = await db.Suggestions.SingleAsync(GuideDatabase.Cancelled);
        var view = await Database.Get<SuggestionQuery>().RunAsync(asked.Id, GuideDatabase.Cancelled);
        Assert.Equal(new FieldDiff("title", "Our title", "The best title"), Assert.Single(view!.Facts.Changes));
        await EditAsync(draft => draft with { Venue = "Another venue" });
        var approve = Database.Get<ApproveSuggestion>();
        Assert.Equal(
            Cause.Conflict, (await approve.RunAsync(Actor.Operator, asked.Id, new Approval(null), GuideDatabase.Cancelled)).Refusal?.Cause);
        var version = (await WorkAsync()).Version;
        Assert.Null((await approve.RunAsync(Actor.Operator, asked.Id, new Approval(version), GuideDatabase.Cancelled)).Refusal);
        here = await WorkAsync();
        Assert.Equal(("The best title", "Another venue"), (here.Draft.Title, here.Draft.Venue));
        Assert.Equal(0, (await UpdateAsync()).Conflicts);
    }

    [Fact]
    public async Task What_the_seed_has_no_longer_is_proposed_for_removal_and_only_a_curator_removes_it()
    {
        await LoadAsync();
        _seed.Change("results/one.yaml", "results:\n    - model: Model\n      scores: {\"Accuracy\": \"91.0\"}", "results: []");
        var done = await UpdateAsync();
        Assert.Equal((1, 0), (done.Removed, done.Changed));
        Assert.Equal(1, await CountAsync(db => db.Results));
        await using var db = await Database.OpenAsync();
        var asked = await db.Suggestions.SingleAsync(GuideDatabase.Cancelled);
        Assert.Equal(0, (await UpdateAsync()).Removed);
        Assert.Null((await Database.Get<ApproveSuggestion>().RunAsync(
            Actor.Operator, asked.Id, new Approval(asked.SubjectVersion), GuideDatabase.Cancelled)).Refusal);
        Assert.Equal(0, await CountAsync(now => now.Results));
    }

    [Fact]
    public async Task An_older_seed_is_refused_unless_it_is_wanted()
    {
        await LoadAsync();
        var first = _seed.Folder + "-first";
        using var kept = new SeedOnDisk(first).WithResult();
        Second();
        await UpdateAsync();
        var refused = await Database.Get<UpdateSeed>().RunAsync(
            first, new SeedUpdateChoice(), Actor.Operator, progress: null, GuideDatabase.Cancelled);
        Assert.Contains("older than the one loaded last", refused.Refusal?.Why);
        var older = await Database.Get<UpdateSeed>().RunAsync(
            first, new SeedUpdateChoice(Older: true), Actor.Operator, progress: null, GuideDatabase.Cancelled);
        Assert.Equal("A work", (await WorkAsync()).Draft.Title);
        Assert.True(older.Value!.Removed > 0);
    }

    [Fact]
    public async Task A_catalogue_that_was_filled_before_seeds_were_kept_is_compared_with_what_it_was_filled_with()
    {
        await LoadAsync();
        await EditAsync(draft => draft with { Title = "Our title" });
        await using (var db = await Database.OpenAsync())
        {
            await db.SeedLoads.ExecuteDeleteAsync(GuideDatabase.Cancelled);
        }

        Second();
        var done = await UpdateAsync();
        Assert.True(done.Restored);
        Assert.Equal((4, 3, 1, 0), (done.Added, done.Changed, done.Conflicts, done.Removed));
        Assert.False((await UpdateAsync()).Restored);
    }

    [Fact]
    public async Task What_was_removed_here_stays_removed_and_what_was_added_here_is_the_same_work()
    {
        await LoadAsync();
        await EditAsync(draft => draft with { Removed = true });
        var added = new ResourceDraft
        {
            Slug = "ours",
            Title = "A new work",
            Url = "https://example.org/new",
            Authors = ["Ada Example"],
            Year = 2021,
            Minutes = 10,
            Summary = "It is new.",
        };
        var saved = await Database.Get<Editing>().SaveAsync(
            Database.Get<ResourceSubject>(), Actor.Operator, Edit.New(added, ""), GuideDatabase.Cancelled);
        Assert.Null(saved.Refusal);
        Second();
        var done = await UpdateAsync();
        Assert.True((await WorkAsync()).Draft.Removed);
        Assert.Contains(done.Entries, e => e is { Key: "ours", Outcome: SeedOutcome.Conflict or SeedOutcome.Changed });
        Assert.Equal(1, await CountAsync(db => db.Resources));
    }

    [Fact]
    public async Task Only_administrators_may()
    {
        await LoadAsync();
        var refused = await Database.Get<UpdateSeed>().RunAsync(
            _seed.Folder, new SeedUpdateChoice(), new Actor(1, "curator", Role.Curator), progress: null, GuideDatabase.Cancelled);
        Assert.Equal(Cause.NotAllowed, refused.Refusal?.Cause);
    }

    public async ValueTask DisposeAsync()
    {
        _seed.Dispose();
        if (_database is not null)
        {
            await _database.DisposeAsync();
        }
    }

    private async Task LoadAsync()
    {
        _database = await TestDatabases.Create().MigratedAsync();
        await Database.Get<LoadSeed>().RunAsync(_seed.Folder, GuideDatabase.Cancelled);
    }

    /// <summary>The next month: one of each thing that may happen.</summary>
    private void Second()
    {
        _seed.Change("stages.yaml", "[one, two]", "[one, three, zwei]");
        _seed.Change("topics/two.yaml", "slug: two", "slug: zwei\nformerly: [two]");
        _seed.Change("topics/two.yaml", "topic: one\n    reason: It uses it.", "topic: three\n    reason: It uses that.");
        var three = File.ReadAllText(Path.Combine(_seed.Folder, "topics/one.yaml"));
        _seed.Write(
            "topics/three.yaml", three.Replace("one", "three", StringComparison.Ordinal).Replace("resource: work", "resource: second"));
        _seed.Change("resources/one.yaml", "title: A work", "title: A better title");
        _seed.Change("resources/one.yaml", "minutes: 30", "minutes: 45");
        _seed.Write("resources/two.yaml", """
            - slug: second
              title: A new work
              kind: paper
              url: https://example.org/new
              authors: [Ada Example]
              year: 2021
              level: introductory
              minutes: 10
              builds_on: [work]
              summary: It is new.
            """);
        _seed.Change("metrics.yaml", "right / all", "right answers / all answers");
        _seed.Change(
            "sources.yaml", "licence: MIT",
            "licence: MIT\n- slug: other\n  name: Other\n  url: https://example.org/other\n  licence: MIT");
        _seed.Write("results/two.yaml", """
            - benchmark: benchmark
              source: other
              source_url: https://example.org/other/table
              measured_by: owner (Example)
              metrics:
                - name: Accuracy
                  higher_is_better: true
              results:
                - model: Another model
                  scores: {"Accuracy": "92.0"}
            """);
        _seed.Write("models.yaml", "- name: Another Model\n  vendor: Example\n  results_of: [Another model]\n");
    }

    private async Task<SeedUpdateReport> UpdateAsync(bool dryRun = false)
    {
        var outcome = await Database.Get<UpdateSeed>().RunAsync(
            _seed.Folder, new SeedUpdateChoice(dryRun), Actor.Operator, progress: null, GuideDatabase.Cancelled);
        Assert.Null(outcome.Refusal);
        return outcome.Value!;
    }

    private async Task<Editable<ResourceDraft>> WorkAsync() =>
        (await Database.Get<DraftQuery>().RunAsync(Database.Get<ResourceSubject>(), "work", GuideDatabase.Cancelled))!;

    private async Task EditAsync(Func<ResourceDraft, ResourceDraft> change)
    {
        var now = await WorkAsync();
        var saved = await Database.Get<Editing>().SaveAsync(
            Database.Get<ResourceSubject>(), Actor.Operator, now.To(change(now.Draft), "Ours."), GuideDatabase.Cancelled);
        Assert.Null(saved.Refusal);
    }

    private async Task<int> CountAsync<T>(Func<GuideDb, IQueryable<T>> rows)
    {
        await using var db = await Database.OpenAsync();
        return await rows(db).CountAsync(GuideDatabase.Cancelled);
    }

    private static string Told(SeedUpdateEntry entry) => $"{entry.Outcome} {entry.Kind} {entry.Title}";
}

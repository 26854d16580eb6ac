using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Catalogue.Path.Edits;
using LlmGuide.Core.Catalogue.Topics;
using LlmGuide.Core.Catalogue.Topics.Checks;
using LlmGuide.Core.Catalogue.Topics.Edits;
using LlmGuide.Core.Data;
using LlmGuide.Core.Discussion;
using LlmGuide.Core.Merging;
using LlmGuide.Core.Revisions.History;
using LlmGuide.Core.Revisions;
using LlmGuide.Core.Tests.Databases;
using LlmGuide.Core.Tests.Search;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Tests.Catalogue.Topics;

/// <summary>Topics are added, changed, renamed, removed and brought back.</summary>
[OnEachDatabase]
public sealed class TopicEditingTests
{
    private static CancellationToken Cancelled => GuideDatabase.Cancelled;

    [Fact]
    public async Task Every_field_of_a_topic_can_be_changed_and_is_in_its_history()
    {
        await using var desk = await PathFixture.OpenAsync(TestDatabases.Create());
        await desk.DoAsync("two", draft => draft with
        {
            Title = "Another title",
            Summary = "Another summary.",
            Objective = "Another objective.",
            Introduction = "Another idea.",
            Concepts = [new ConceptDraft("Other", "Another meaning.")],
            Checks = [new CheckDraft { Question = "How?", Answer = "Thus." }],
            Prerequisites = [new PrerequisiteDraft("one", "Another reason.")],
            Reading = ["work-4", "work-3"],
            CheckedAt = new DateOnly(2026, 11, 20),
        });
        var draft = (await desk.DraftAsync("two")).Draft;
        Assert.Equal(["work-4", "work-3"], draft.Reading);
        Assert.Equal("Another reason.", Assert.Single(draft.Prerequisites).Reason);
        Assert.Equal(new DateOnly(2026, 11, 20), draft.CheckedAt);
        var page = await desk.Database.Get<TopicPageQuery>().RunAsync("two", Cancelled);
        Assert.Equal(
            ("Another title", "<p>Another idea.</p>", "work-4"), (page!.Title, page.IntroductionHtml, page.Placements[0].Resource.Slug));
        var revision = Assert.Single((await desk.HistoryAsync(LogKind.Topic, "two")).Revisions.Items);
        Assert.Equal(("ada", "changed", "Because."), (revision.By, revision.Act, revision.Reason));
        Assert.Equal(
            ["title", "summary", "objective", "introduction", "concepts › Term › definition", "checks › why › kind",
                "checks › why › question", "checks › why › answer",
                "prerequisites › one › reason", "reading", "concepts › Other › definition", "checks › how › kind",
                "checks › how › question", "checks › how › answer", "checkedAt"],
            [.. revision.Fields.Select(f => f.Path)]);
        Assert.Equal("Another title", await desk.AskAsync(db => db.Conversations.Where(c => c.Slug == "two")
            .Select(c => c.Title).SingleAsync(Cancelled)));
    }

    [Theory]
    [InlineData(2026, 11, 25)]
    [InlineData(2016, 12, 31)]
    [InlineData(1, 1, 1)]
    public async Task Facts_were_checked_on_a_day_that_can_be(int year, int month, int day)
    {
        await using var desk = await PathFixture.OpenAsync(TestDatabases.Create());
        var outcome = await desk.ChangeAsync("two", draft => draft with { CheckedAt = new DateOnly(year, month, day) });
        Assert.Equal(nameof(TopicDraft.CheckedAt), outcome.Refusal?.Field);
    }

    [Fact]
    public async Task Topics_are_outdated_when_nobody_checked_them_those_that_never_were_first()
    {
        await using var desk = await PathFixture.OpenAsync(TestDatabases.Create());
        await desk.DoAsync("one", draft => draft with { CheckedAt = new DateOnly(2026, 11, 20) });
        await desk.DoAsync("two", draft => draft with { CheckedAt = new DateOnly(2025, 11, 19) });
        await desk.DoAsync("three", draft => draft with { CheckedAt = new DateOnly(2025, 11, 18) });
        var outdated = await desk.Database.Get<OutdatedTopicsQuery>().RunAsync(new DateOnly(2025, 11, 20), Cancelled);
        Assert.Equal(["four", "five", "three", "two"], outdated.Select(t => t.Slug));
    }

    [Fact]
    public async Task The_second_of_two_is_shown_both_versions_and_overwrites_nothing()
    {
        await using var desk = await PathFixture.OpenAsync(TestDatabases.Create());
        var opened = await desk.DraftAsync("two");
        await desk.DoAsync("two", draft => draft with { Title = "Ada's" });
        var save = desk.Database.Get<SaveTopic>();
        var outcome = await save.RunAsync(desk.Ben, opened.To(opened.Draft with { Title = "Ben's" }, null), "a", Cancelled);
        var conflict = Assert.IsType<EditConflict>(outcome.Refusal);
        Assert.Equal(new ConflictingField("title", "Topic two", "Ada's", "Ben's", true), Assert.Single(conflict.Fields));
        Assert.Equal("Ada's", (await desk.DraftAsync("two")).Draft.Title);
    }

    [Fact]
    public async Task A_new_topic_stands_at_the_end_of_its_stage()
    {
        await using var desk = await PathFixture.OpenAsync(TestDatabases.Create());
        var draft = (await desk.DraftAsync("one")).Draft with { Slug = "", Title = "Six & seven", Reading = [] };
        var added = await desk.Database.Get<SaveTopic>().RunAsync(desk.Ada, Edit.New(draft, "It was missing."), "a", Cancelled);
        Assert.Equal("six-seven", added.Value?.Key);
        Assert.Equal("a: one two three six-seven | b: four five", await desk.PathAsync());
        Assert.Equal("added", Assert.Single((await desk.HistoryAsync(LogKind.Topic, "six-seven")).Revisions.Items).Act);
        Assert.NotNull(await desk.Database.Get<TopicPageQuery>().RunAsync("six-seven", Cancelled));
    }

    [Fact]
    public async Task A_circle_of_prerequisites_is_refused_and_named()
    {
        await using var desk = await PathFixture.OpenAsync(TestDatabases.Create());
        var outcome = await desk.ChangeAsync(
            "one", draft => draft with { Prerequisites = [new PrerequisiteDraft("three", "Round it goes.")] });
        Assert.Equal("The prerequisites would form a circle: Topic one → Topic three → Topic two → Topic one.", outcome.Refusal?.Why);
        Assert.Equal(nameof(TopicDraft.Prerequisites), outcome.Refusal?.Field);
        Assert.Empty((await desk.DraftAsync("one")).Draft.Prerequisites);
    }

    [Fact]
    public async Task A_topic_that_stands_later_cannot_be_needed()
    {
        await using var desk = await PathFixture.OpenAsync(TestDatabases.Create());
        await desk.RequireNothingAsync("five");
        var outcome = await desk.ChangeAsync(
            "two", draft => draft with { Prerequisites = [new PrerequisiteDraft("five", "It is needed.")] });
        Assert.StartsWith("“Topic five” comes after “Topic two” on the path.", outcome.Refusal?.Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(5_000, null, "At most 120 characters, please; this has 5,000.")]
    [InlineData(0, "\u202Egnitset", "This has a character that cannot be seen (U+202E). Type the text again, without it.")]
    [InlineData(0, "te\u200Bst", "This has a character that cannot be seen (U+200B). Type the text again, without it.")]
    public async Task A_title_that_is_too_long_or_holds_what_cannot_be_seen_is_refused(int length, string? title, string why)
    {
        await using var desk = await PathFixture.OpenAsync(TestDatabases.Create());
        var outcome = await desk.ChangeAsync("two", draft => draft with { Title = title ?? new string('x', length) });
        Assert.Equal((why, "Title"), (outcome.Refusal?.Why, outcome.Refusal?.Field));
    }

    [Theory]
    [InlineData("a\u200Bb")]
    [InlineData("\u202Eab")]
    [InlineData("a b")]
    [InlineData("../x")]
    public async Task An_address_holds_letters_digits_and_hyphens_only(string slug)
    {
        await using var desk = await PathFixture.OpenAsync(TestDatabases.Create());
        Assert.Equal("Slug", (await desk.ChangeAsync("two", draft => draft with { Slug = slug })).Refusal?.Field);
    }

    [Fact]
    public async Task A_renamed_topic_is_found_under_every_name_it_had()
    {
        await using var desk = await PathFixture.OpenAsync(TestDatabases.Create());
        await desk.DoAsync("two", draft => draft with { Slug = "deux" });
        await desk.DoAsync("deux", draft => draft with { Slug = "zwei" });
        var former = desk.Database.Get<FormerSlugQuery>();
        Assert.Equal("zwei", await former.RunAsync(SlugOwner.Topic, "two", Cancelled));
        Assert.Equal("zwei", await former.RunAsync(SlugOwner.Topic, "deux", Cancelled));
        Assert.Equal("zwei", (await desk.DraftAsync("three")).Draft.Prerequisites[0].Topic);
        Assert.Contains(
            "redirects to", (await desk.ChangeAsync("one", draft => draft with { Slug = "two" })).Refusal?.Why, StringComparison.Ordinal);
        Assert.Contains(
            "Another topic", (await desk.ChangeAsync("one", draft => draft with { Slug = "three" })).Refusal?.Why,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_removed_topic_is_gone_from_the_path_and_comes_back_whole()
    {
        await using var desk = await PathFixture.OpenAsync(TestDatabases.Create());
        Assert.Contains("“Topic three” needs it", (await desk.RemoveAsync("two")).Refusal?.Why, StringComparison.Ordinal);
        await desk.DoAsync("three", draft => draft with { Prerequisites = [] });
        var before = (await desk.DraftAsync("two")).Draft;
        Assert.Null((await desk.RemoveAsync("two")).Refusal);
        Assert.Equal("a: one three | b: four five", await desk.PathAsync());
        Assert.Null(await desk.Database.Get<TopicPageQuery>().RunAsync("two", Cancelled));
        Assert.Equal("Not needed.", (await desk.Database.Get<RemovedSubjectQuery>().RunAsync(LogKind.Topic, "two", Cancelled))?.Reason);
        Assert.DoesNotContain(await desk.Database.FindAsync("two"), hit => hit.Slug == "two");
        Assert.Null((await desk.RemoveAsync("two", removed: false)).Refusal);
        Assert.Equal("a: one two three | b: four five", await desk.PathAsync());
        Assert.Equal(DraftJson.Of(before), DraftJson.Of((await desk.DraftAsync("two")).Draft));
        Assert.Contains(await desk.Database.FindAsync("two"), hit => hit.Slug == "two");
    }

    [Fact]
    public async Task A_topic_that_comes_back_stands_after_what_it_needs()
    {
        await using var desk = await PathFixture.OpenAsync(TestDatabases.Create());
        await desk.RequireNothingAsync("three", "four", "five");
        await desk.RemoveAsync("two");
        await desk.MoveAsync(new PathMove("one", MoveTo.Place, Stage: "b"));
        Assert.Equal("a: three | b: four five one", await desk.PathAsync());
        Assert.Null((await desk.RemoveAsync("two", removed: false)).Refusal?.Why);
        Assert.Equal("a: three | b: four five one two", await desk.PathAsync());
    }

    [Fact]
    public async Task Going_back_makes_a_topic_be_as_it_was()
    {
        await using var desk = await PathFixture.OpenAsync(TestDatabases.Create());
        var before = (await desk.DraftAsync("two")).Draft;
        await desk.DoAsync("two", draft =>
            draft with { Slug = "deux", Title = "Spoilt", Concepts = [], Checks = [], Prerequisites = [], Reading = ["work-4", "work-3"] });
        var spoilt = (await desk.HistoryAsync(LogKind.Topic, "deux")).Revisions.Items[0];
        Assert.Null((await desk.Database.Get<RevertSubject>().RunAsync(
            desk.Ben, spoilt.EntryId, RevertTo.Before, 1, "It was right.", Cancelled)).Refusal?.Why);
        Assert.Equal(DraftJson.Of(before), DraftJson.Of((await desk.DraftAsync("two")).Draft));
    }

    [Fact]
    public async Task Who_is_no_curator_changes_nothing_about_the_path()
    {
        await using var desk = await PathFixture.OpenAsync(TestDatabases.Create());
        var draft = (await desk.DraftAsync("one")).Draft;
        var refusals = new[]
        {
            (await desk.ChangeAsync("one", d => d with { Title = "Mine" }, desk.Reader)).Refusal,
            (await desk.Database.Get<SaveTopic>()
                .RunAsync(desk.Reader, Edit.New(draft with { Slug = "mine" }, null), "a", Cancelled)).Refusal,
            (await desk.MoveAsync(new PathMove("one", MoveTo.Later), desk.Reader)).Refusal,
            (await desk.Database.Get<TakeOffPath>().TopicAsync(desk.Reader, "five", true, "Mine.", Cancelled)).Refusal,
            (await desk.Database.Get<MergeTopics>().RunAsync(desk.Reader, "four", "five", "Mine.", Cancelled)).Refusal,
        };
        Assert.All(refusals, refusal => Assert.Equal(Cause.NotAllowed, refusal?.Cause));
        Assert.Empty(await desk.AskAsync(db => db.Log.ToListAsync(Cancelled)));
    }

    [Fact]
    public async Task Kept_pages_are_forgotten_after_each_kind_of_write()
    {
        await using var desk = await PathFixture.OpenAsync(TestDatabases.Create());
        await ForgetsAsync(() => desk.DoAsync("two", draft => draft with { Title = "Other" }), PageTags.Discussions);
        await ForgetsAsync(() => desk.RequireNothingAsync("five"));
        await ForgetsAsync(() => desk.MoveAsync(new PathMove("five", MoveTo.Earlier)));
        await ForgetsAsync(() => desk.RemoveAsync("five"));
        await ForgetsAsync(() => desk.RemoveAsync("five", removed: false));

        async Task ForgetsAsync(Func<Task> act, params string[] also)
        {
            desk.Database.Evictions.Tags.Clear();
            await act();
            Assert.Superset(new HashSet<string>([PageTags.Catalogue, PageTags.Changes, .. also]), desk.Database.Evictions.Tags.ToHashSet());
        }
    }
}

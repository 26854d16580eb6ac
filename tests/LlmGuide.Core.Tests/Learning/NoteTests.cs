using LlmGuide.Core.Interchange;
using LlmGuide.Core.Interchange.Citations;
using LlmGuide.Core.Learning.Notes;
using LlmGuide.Core.Tests.Databases;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Tests.Learning;

public sealed class SqliteNoteTests : NoteTests
{
    protected override GuideDatabase Create() => TestDatabases.Sqlite();
}

public sealed class PostgreSqlNoteTests : NoteTests
{
    protected override GuideDatabase Create() => TestDatabases.PostgreSql();
}

/// <summary>What members keep for themselves, and what is left of it when the guide changes.</summary>
public abstract class NoteTests
{
    private static CancellationToken Cancelled => GuideDatabase.Cancelled;

    protected abstract GuideDatabase Create();

    [Fact]
    public async Task A_note_is_its_authors_alone_and_an_empty_one_is_removed()
    {
        await using var reading = await ReadingFixture.OpenAsync(Create());
        await NoteAsync(reading, "work-1", "About **this**.");
        var own = (await OwnAsync(reading, "work-1"))!;
        Assert.Equal(("About **this**.", reading.Now), (own.Markdown, own.NotedAt));
        var ben = reading.Editing.Ben.Id;
        Assert.Null(await reading.Database.Get<OwnAnnotationQuery>().RunAsync(ben, AnnotatedKind.Resource, "work-1", Cancelled));
        Assert.Equal(0, (await PageAsync(reading, of: ben)).Total);
        await NoteAsync(reading, "work-1", " ", own.NotedAt);
        await using var db = await reading.Database.OpenAsync();
        Assert.Empty(await db.Annotations.ToListAsync(Cancelled));
    }

    [Fact]
    public async Task What_is_gone_too_long_or_of_somebody_suspended_is_refused()
    {
        await using var reading = await ReadingFixture.OpenAsync(Create());
        var save = reading.Database.Get<SaveNote>();
        Assert.Equal(Cause.NotThere, (await save.RunAsync(
            reading.Reader, AnnotatedKind.Task, "work-1", "x", null, Cancelled)).Refusal?.Cause);
        Assert.Equal(SaveNote.Field, (await save.RunAsync(
            reading.Reader, AnnotatedKind.Resource, "work-1", new string('a', SaveNote.MaxLength + 1), null, Cancelled)).Refusal?.Field);
        var suspended = reading.Reader with { Suspended = true };
        Assert.Equal(Cause.NotAllowed, (await save.RunAsync(
            suspended, AnnotatedKind.Resource, "work-1", "x", null, Cancelled)).Refusal?.Cause);
        Assert.Equal(Cause.NotAllowed, (await reading.Database.Get<SetBookmark>().RunAsync(
            suspended, AnnotatedKind.Resource, "work-1", wanted: true, Cancelled)).Refusal?.Cause);
    }

    [Fact]
    public async Task A_note_from_another_tab_is_not_overwritten_unseen()
    {
        await using var reading = await ReadingFixture.OpenAsync(Create());
        await NoteAsync(reading, "work-1", "First.");
        var save = reading.Database.Get<SaveNote>();
        var refused = (await save.RunAsync(reading.Reader, AnnotatedKind.Resource, "work-1", "Second.", seen: null, Cancelled)).Refusal;
        var changed = Assert.IsType<ChangedNote>(refused);
        Assert.Equal("First.", changed.Saved);
        await NoteAsync(reading, "work-1", "Second.", changed.At);
        Assert.Equal("Second.", (await OwnAsync(reading, "work-1"))!.Markdown);
    }

    [Fact]
    public async Task A_note_and_a_bookmark_survive_another_name_and_the_removal_of_their_work()
    {
        await using var reading = await ReadingFixture.OpenAsync(Create());
        await NoteAsync(reading, "work-1", "Kept.");
        await BookmarkAsync(reading, "work-1");
        await reading.Editing.DoAsync(draft => draft with { Slug = "work-one" });
        Assert.Equal("Kept.", (await OwnAsync(reading, "work-one"))!.Markdown);
        await NoteAsync(reading, "work-1", "By its old name.", (await OwnAsync(reading, "work-one"))!.NotedAt);
        await reading.Editing.DoAsync(draft => draft with { Removed = true }, reason: "Gone.", slug: "work-one");
        var note = Assert.Single((await PageAsync(reading)).Items);
        Assert.Equal((true, "By its old name."), (note.Removed, note.Markdown));
        Assert.Single((await reading.Database.Get<OwnBookmarksQuery>().PageAsync(reading.Reader.Id, 1, Cancelled)).Items);
    }

    [Fact]
    public async Task Two_works_that_become_one_keep_both_notes_and_the_older_bookmark()
    {
        await using var reading = await ReadingFixture.OpenAsync(Create());
        await BookmarkAsync(reading, "work-1");
        var first = reading.Now;
        reading.Database.Clock.Advance(TimeSpan.FromHours(1));
        await NoteAsync(reading, "work-1", "Of the one.");
        await NoteAsync(reading, "work-2", "Of the other.");
        await BookmarkAsync(reading, "work-2");
        await NoteAsync(reading, "work-1", "Only one.", by: reading.Editing.Ben);
        await reading.MergeWorksAsync("work-1", "work-2");
        var own = (await OwnAsync(reading, "work-2"))!;
        Assert.Equal(("Of the other.\n\n---\n\nOf the one.", first), (own.Markdown, own.BookmarkedAt));
        Assert.Contains("<hr>", own.Html, StringComparison.Ordinal);
        Assert.Equal("Only one.", (await reading.Database.Get<OwnAnnotationQuery>()
            .RunAsync(reading.Editing.Ben.Id, AnnotatedKind.Resource, "work-2", Cancelled))!.Markdown);
        Assert.Single((await PageAsync(reading)).Items);
    }

    [Fact]
    public async Task Notes_are_found_by_their_words_their_subject_and_its_topic()
    {
        await using var reading = await ReadingFixture.OpenAsync(Create());
        await NoteAsync(reading, "work-0", "Über **Softmax** and 100 % of it.");
        await NoteAsync(reading, "work-1", "Nothing of the kind.");
        await NoteAsync(reading, "second", "On the topic.", kind: AnnotatedKind.Topic);
        Assert.Equal(3, (await PageAsync(reading)).Total);
        Assert.Equal("work-0", Assert.Single((await PageAsync(reading, "SOFTMAX über")).Items).Slug);
        Assert.Equal("work-0", Assert.Single((await PageAsync(reading, "100 %")).Items).Slug);
        Assert.Empty((await PageAsync(reading, "softmax nothing")).Items);
        Assert.Equal(["second", "work-1"], (await PageAsync(reading, topic: "second")).Items.Select(note => note.Slug).Order());
    }

    [Fact]
    public async Task Programs_walk_the_notes_and_the_download_and_the_citations_hold_what_was_kept()
    {
        await using var reading = await ReadingFixture.OpenAsync(Create());
        foreach (var work in (string[])["work-0", "work-1", "work-2"])
        {
            await NoteAsync(reading, work, $"On {work}.");
        }

        await BookmarkAsync(reading, "work-1");
        var notes = reading.Database.Get<OwnNotesQuery>();
        var first = await notes.BatchAsync(reading.Reader.Id, 0, 2, Cancelled);
        var rest = await notes.BatchAsync(reading.Reader.Id, Cursor.Parse(first.Next)!.Value, 2, Cancelled);
        Assert.Equal(["work-0", "work-1", "work-2"], first.Items.Concat(rest.Items).Select(note => note.Slug));
        Assert.Equal((3, null), (first.Total, rest.Next));
        var cited = Assert.Single(await reading.Database.Get<CitationQuery>().OfBookmarksAsync(reading.Reader.Id, Cancelled));
        Assert.Equal("Work 1", cited.Title);
        var data = (await reading.Database.Get<OwnDataQuery>().RunAsync(reading.Reader.Id, Cancelled))!["notes.json"];
        Assert.Contains("On work-2.", System.Text.Json.JsonSerializer.Serialize(data), StringComparison.Ordinal);
    }

    private static async Task NoteAsync(
        ReadingFixture reading, string slug, string text, DateTimeOffset? seen = null, Core.Members.Actor? by = null,
        AnnotatedKind kind = AnnotatedKind.Resource)
    {
        var saved = await reading.Database.Get<SaveNote>().RunAsync(by ?? reading.Reader, kind, slug, text, seen, Cancelled);
        Assert.Null(saved.Refusal?.Why);
    }

    private static async Task BookmarkAsync(ReadingFixture reading, string slug) => Assert.Null((await reading.Database.Get<SetBookmark>()
        .RunAsync(reading.Reader, AnnotatedKind.Resource, slug, wanted: true, Cancelled)).Refusal?.Why);

    private static Task<OwnAnnotation?> OwnAsync(ReadingFixture reading, string slug) => reading.Database.Get<OwnAnnotationQuery>()
        .RunAsync(reading.Reader.Id, AnnotatedKind.Resource, slug, Cancelled);

    private static Task<Page<KeptThing>> PageAsync(ReadingFixture reading, string? words = null, string? topic = null, int? of = null) =>
        reading.Database.Get<OwnNotesQuery>().PageAsync(of ?? reading.Reader.Id, words, topic, 1, Cancelled);
}

using System.Net;

using AngleSharp.Html.Dom;

using LlmGuide.Web.Tests.Accounts;

namespace LlmGuide.Web.Tests.Learning;

/// <summary>Notes and bookmarks by forms alone, each seen by its owner and by nobody else.</summary>
public sealed class NotePageTests(SeededSite site) : IClassFixture<SeededSite>
{
    private GuideHost Host => site.Host;

    [Theory]
    [InlineData("topic", "/topics/transformer")]
    [InlineData("resource", "/resources/attention-is-all-you-need")]
    [InlineData("task", "/tasks/translation")]
    [InlineData("benchmark", "/benchmarks/squad-1-1")]
    public async Task A_note_stands_beside_what_it_is_about(string kind, string page)
    {
        using var reader = new Browser(Host, await Host.SignInAsync($"notes-{kind}"));
        await reader.OpenAsync(page);
        await WriteAsync(reader, "The **scale** is $1/\\sqrt{d}$.");
        Assert.Equal((HttpStatusCode.Redirect, $"{page}"), (reader.Status, reader.Location));
        await reader.OpenAsync(page);
        var note = reader.Page.QuerySelector("#note > .prose")!;
        Assert.NotNull(note.QuerySelector("strong"));
        Assert.NotNull(note.QuerySelector("math"));

        await reader.OpenAsync("/me/notes?q=SCALE");
        Assert.Equal($"{page}#note", reader.Page.QuerySelector(".rel .title a")?.GetAttribute("href"));
        await reader.OpenAsync("/me/notes?q=elsewhere");
        Assert.Contains("No note matches", reader.Text, StringComparison.Ordinal);
        await reader.OpenAsync("/me/notes.md");
        Assert.Contains("The **scale** is $1/\\sqrt{d}$.", reader.Page.Source.Text, StringComparison.Ordinal);

        using var other = new Browser(Host, await Host.SignInAsync("other"));
        await other.OpenAsync(page);
        Assert.Null(other.Page.QuerySelector("#note > .prose"));
        Assert.DoesNotContain("id=\"note\"", await Host.TextAsync(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_preview_saves_nothing_and_a_conflict_shows_both_texts()
    {
        using var reader = new Browser(Host, await Host.SignInAsync("twice"));
        await reader.OpenAsync("/me/notes/topic/transformer");
        await reader.SendAsync("note", ("Text", "*First*"), ("Preview", "true"));
        Assert.NotNull(reader.Page.QuerySelector(".preview em"));
        await reader.SendAsync("note", ("Text", "First"));
        await reader.OpenAsync("/me/notes/topic/transformer");
        await reader.SendAsync("note", ("Text", "Second"), ("Seen", ""));
        Assert.Contains("elsewhere in the meantime", reader.Text, StringComparison.Ordinal);
        Assert.Equal("First", (reader.Page.QuerySelector("#note-saved") as IHtmlTextAreaElement)?.Value);
        Assert.Equal("Second", (reader.Page.QuerySelector("#note-text") as IHtmlTextAreaElement)?.Value);
        await reader.SendAsync("note");
        Assert.Equal("/topics/transformer", reader.Location);
    }

    [Fact]
    public async Task A_bookmark_is_set_and_removed_and_its_works_are_cited()
    {
        using var reader = new Browser(Host, await Host.SignInAsync("keeps"));
        await reader.OpenAsync("/resources/t5");
        await PressAsync(reader, "/me/bookmarks/resource/t5", "true");
        Assert.Equal((HttpStatusCode.SeeOther, "/resources/t5"), (reader.Status, reader.Location));
        await reader.OpenAsync("/me/bookmarks");
        Assert.Equal("/resources/t5", reader.Page.QuerySelector(".rel .title a")?.GetAttribute("href"));
        foreach (var format in (string[])["bib", "ris", "csl.json"])
        {
            await reader.OpenAsync($"/me/bookmarks.{format}");
            Assert.Contains("Raffel", reader.Page.Source.Text, StringComparison.Ordinal);
            Assert.True(reader.Answer.Headers.CacheControl is { Private: true, NoStore: true });
        }

        await reader.OpenAsync("/me/bookmarks");
        await PressAsync(reader, "/me/bookmarks/resource/t5", "false");
        await reader.OpenAsync("/me/bookmarks");
        Assert.Contains("No bookmarks yet", reader.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/me/notes/topic/nowhere")]
    [InlineData("/me/notes/model/gpt-4-1")]
    public async Task What_is_not_there_cannot_be_noted(string path)
    {
        using var reader = new Browser(Host, await Host.SignInAsync("lost"));
        Assert.Equal(HttpStatusCode.NotFound, (await reader.OpenAsync(path)).Status);
    }

    /// <summary>The form on a page of the guide, which is sent to the page of the note.</summary>
    private static Task<Browser> WriteAsync(Browser reader, string text) => reader.SendAsync("note", ("Text", text));

    private static Task<Browser> PressAsync(Browser reader, string path, string wanted) => reader.PostAsync(
        path, ("__RequestVerificationToken", reader.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!),
        ("wanted", wanted), ("back", reader.Address.AbsolutePath));
}

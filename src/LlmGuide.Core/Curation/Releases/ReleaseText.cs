namespace LlmGuide.Core.Curation.Releases;

/// <summary>The notes of a release, and the time of it.</summary>
public sealed class ReleaseText(IMarkdown markdown, TimeProvider clock)
{
    internal DateTimeOffset Now => clock.GetUtcNow();

    /// <param name="notes">As typed.</param>
    /// <returns>Rendered; or what is wrong with it.</returns>
    public Outcome<Prose> Read(string? notes)
    {
        var read = markdown.Text(notes, Release.LongestNotes, "Notes");
        return read.Refusal is null && read.Value!.Markdown.Length == 0 ? Refusal.Rule("Tell readers what is new.", "Notes") : read;
    }
}

namespace LlmGuide.Core.Releases;

/// <summary>The notes of a release, and the time of it.</summary>
public sealed class ReleaseText(IMarkdown markdown, TimeProvider clock)
{
    internal DateTimeOffset Now => clock.GetUtcNow();

    /// <returns>Rendered; or what is wrong with it.</returns>
    public async Task<Outcome<Prose>> ReadAsync(string? notes, CancellationToken cancellationToken)
    {
        var read = await markdown.TextAsync(notes, Release.LongestNotes, "Notes", cancellationToken);
        return read.Value is { Markdown.Length: 0 } ? Refusal.Rule("Tell readers what is new.", "Notes") : read;
    }
}

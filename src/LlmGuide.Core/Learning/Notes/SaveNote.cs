using LlmGuide.Core.Data;
using LlmGuide.Core.Members;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Learning.Notes;

/// <summary>Writes a note that nobody but its author sees.</summary>
public sealed class SaveNote(IDbContextFactory<GuideDb> databases, Writing writing, IMarkdown markdown, TimeProvider clock)
{
    /// <summary>In characters. One that a merge has made may be longer, and stay so.</summary>
    public const int MaxLength = 10_000;

    public const string Field = "Text";

    /// <param name="slug">The thing's, or one that it once had.</param>
    /// <param name="text">Markdown; without anything in it, the note is removed.</param>
    /// <param name="seen">
    /// When the note was saved that this one was written over; <c>null</c> for none. Another one, from another tab, is refused with
    /// <see cref="ChangedNote"/>.
    /// </param>
    public async Task<Outcome<AnnotatedThing>> RunAsync(
        Actor actor, AnnotatedKind kind, string slug, string? text, DateTimeOffset? seen, CancellationToken cancellationToken)
    {
        if (!actor.May(Permission.TrackReading))
        {
            return AnnotatedThings.Suspended;
        }

        var longest = (text?.Length ?? 0) > MaxLength ? await LongestAsync(actor, kind, slug, cancellationToken) : MaxLength;
        if (!(await markdown.TextAsync(text, longest, Field, cancellationToken)).TryGet(out var note, out var wrong))
        {
            return wrong;
        }

        return await writing.RunShortAsync(
            db => db.ChangeAnnotationAsync(writing, actor, (kind, slug), kept => Write(kept, note, seen), cancellationToken),
            cancellationToken);
    }

    /// <returns>How a text would look.</returns>
    public Task<Outcome<Prose>> PreviewAsync(string? text, CancellationToken cancellationToken) =>
        markdown.TextAsync(text, 2 * MaxLength, Field, cancellationToken);

    private ChangedNote? Write(Annotation kept, Prose note, DateTimeOffset? seen)
    {
        if (kept.NotedAt is { } saved && saved != seen && kept.Note.Markdown != note.Markdown)
        {
            return new ChangedNote(kept.Note.Markdown, saved);
        }

        kept.Write(note, clock.GetUtcNow());
        return null;
    }

    private async Task<int> LongestAsync(Actor actor, AnnotatedKind kind, string slug, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.ThingAsync(kind, slug, cancellationToken) is { } thing
            ? Math.Max(MaxLength, await db.Annotations.About(actor.Id, thing).Select(a => a.Note.Markdown.Length)
                .FirstOrDefaultAsync(cancellationToken))
            : MaxLength;
    }
}

/// <summary>The note was saved from elsewhere meanwhile: both are there, and its author decides.</summary>
/// <param name="Saved">What is saved now.</param>
/// <param name="At">When it was.</param>
public sealed record ChangedNote(string Saved, DateTimeOffset At)
    : Refusal(Cause.Conflict, "You saved this note elsewhere in the meantime. What is saved stands below; saving again replaces it.");

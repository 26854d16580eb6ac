using LlmGuide.Core.Data;
using LlmGuide.Core.Members;

namespace LlmGuide.Core.Learning.Notes;

/// <summary>Bookmarks something for its reader alone, or takes the bookmark away.</summary>
public sealed class SetBookmark(Writing writing, TimeProvider clock)
{
    /// <param name="slug">The thing's, or one that it once had.</param>
    public async Task<Outcome<AnnotatedThing>> RunAsync(
        Actor actor, AnnotatedKind kind, string slug, bool wanted, CancellationToken cancellationToken) =>
        actor.May(Permission.TrackReading)
            ? await writing.RunShortAsync(
                db => db.ChangeAnnotationAsync(
                    writing, actor, (kind, slug), kept => Set(kept, wanted), cancellationToken),
                cancellationToken)
            : AnnotatedThings.Suspended;

    private Refusal? Set(Annotation kept, bool wanted)
    {
        kept.Bookmark(wanted, clock.GetUtcNow());
        return null;
    }
}

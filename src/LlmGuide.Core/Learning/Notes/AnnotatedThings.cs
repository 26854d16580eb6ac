using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Data;
using LlmGuide.Core.Leaderboards;
using LlmGuide.Core.Members;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Learning.Notes;

/// <summary>Finds what a note or a bookmark is about, and what a member keeps about it.</summary>
internal static class AnnotatedThings
{
    public static Refusal Gone { get; } = Refusal.NotThere("This is not in the guide.");

    public static Refusal Suspended { get; } =
        Refusal.NotAllowed("You may read, but not change notes and bookmarks, until your suspension ends.");

    /// <param name="slug">The thing's, or one that it once had.</param>
    /// <returns><c>null</c> for what is no part of the guide.</returns>
    public static Task<AnnotatedThing?> ThingAsync(
        this GuideDb db, AnnotatedKind kind, string slug, CancellationToken cancellationToken)
    {
        var owner = OwnerOf(kind);
        var former = db.FormerSlugs.Where(f => f.Owner == owner && f.Slug == slug).Select(f => f.Current);
        var things = kind switch
        {
            AnnotatedKind.Topic => db.Topics.Select(t => new { t.Id, t.Slug, t.Title }),
            AnnotatedKind.Resource => db.Resources.Select(r => new { r.Id, r.Slug, r.Title }),
            AnnotatedKind.Task => db.NlpTasks.Select(t => new { t.Id, t.Slug, Title = t.Name }),
            _ => db.Benchmarks.Select(b => new { b.Id, b.Slug, Title = b.Name }),
        };
        return things.Where(t => t.Slug == slug || former.Contains(t.Slug)).OrderByDescending(t => t.Slug == slug)
            .Select(t => new AnnotatedThing(kind, t.Id, t.Slug, t.Title)).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>What somebody keeps about one thing: one row at most.</summary>
    public static IQueryable<Annotation> About(this IQueryable<Annotation> annotations, int memberId, AnnotatedThing thing) =>
        thing.Kind switch
        {
            AnnotatedKind.Topic => annotations.Where(a => a.MemberId == memberId && a.TopicId == thing.Id),
            AnnotatedKind.Resource => annotations.Where(a => a.MemberId == memberId && a.ResourceId == thing.Id),
            AnnotatedKind.Task => annotations.Where(a => a.MemberId == memberId && a.TaskId == thing.Id),
            _ => annotations.Where(a => a.MemberId == memberId && a.BenchmarkId == thing.Id),
        };

    /// <summary>Changes what a member keeps about a thing, and removes what is then empty. Within a write.</summary>
    /// <param name="change">The change, or why not.</param>
    public static async Task<Outcome<AnnotatedThing>> ChangeAnnotationAsync(
        this GuideDb db, Writing writing, Actor actor, (AnnotatedKind Kind, string Slug) about, Func<Annotation, Refusal?> change,
        CancellationToken cancellationToken)
    {
        if (await db.ThingAsync(about.Kind, about.Slug, cancellationToken) is not { } thing)
        {
            return Gone;
        }

        await writing.HoldAsync(db, "annotations:" + actor.Id.ToInvariantString(), cancellationToken);
        var kept = await db.Annotations.About(actor.Id, thing).FirstOrDefaultAsync(cancellationToken);
        var annotation = kept ?? new Annotation(actor.Id, thing);
        if (change(annotation) is { } refusal)
        {
            return refusal;
        }

        if (kept is null && !annotation.IsEmpty)
        {
            db.Annotations.Add(annotation);
        }
        else if (kept is not null && annotation.IsEmpty)
        {
            db.Annotations.Remove(annotation);
        }

        return thing;
    }

    private static SlugOwner OwnerOf(AnnotatedKind kind) => kind switch
    {
        AnnotatedKind.Topic => SlugOwner.Topic,
        AnnotatedKind.Resource => SlugOwner.Resource,
        AnnotatedKind.Task => SlugOwner.Task,
        _ => SlugOwner.Benchmark,
    };
}

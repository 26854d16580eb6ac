using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Learning.Notes;

/// <summary>A note or a bookmark in a list, with what it is about as that is called now.</summary>
/// <param name="Removed">Whether that is no part of the guide any more.</param>
/// <param name="Markdown">The note; empty for a bookmark alone.</param>
public sealed record KeptThing(
    int Id, AnnotatedKind Kind, string Slug, string Title, bool Removed, string Markdown, string Html,
    DateTimeOffset? NotedAt, DateTimeOffset? BookmarkedAt);

internal static class KeptThings
{
    /// <summary>Of things that were removed too: what somebody wrote is theirs.</summary>
    public static IQueryable<Annotation> AnnotationsOf(this GuideDb db, int memberId) =>
        db.Annotations.AsNoTracking().IgnoreQueryFilters([CatalogueTables.Listed]).Where(a => a.MemberId == memberId);

    public static IQueryable<KeptThing> AsKept(this IQueryable<Annotation> annotations) => annotations.Select(a => new KeptThing(
        a.Id,
        a.TopicId != null ? AnnotatedKind.Topic
            : a.ResourceId != null ? AnnotatedKind.Resource : a.TaskId != null ? AnnotatedKind.Task : AnnotatedKind.Benchmark,
        a.Topic != null ? a.Topic.Slug : a.Resource != null ? a.Resource.Slug : a.Task != null ? a.Task.Slug : a.Benchmark!.Slug,
        a.Topic != null ? a.Topic.Title : a.Resource != null ? a.Resource.Title : a.Task != null ? a.Task.Name : a.Benchmark!.Name,
        a.Topic != null ? a.Topic.RemovedAt != null : a.Resource != null ? a.Resource.RemovedAt != null
            : a.Task != null ? a.Task.RemovedAt != null : a.Benchmark!.RemovedAt != null,
        a.Note.Markdown, a.Note.Html, a.NotedAt, a.BookmarkedAt));

    /// <summary>What belongs to a topic: itself, the works placed in it, and its tasks with their benchmarks.</summary>
    public static IQueryable<Annotation> InTopic(this IQueryable<Annotation> annotations, string topic) => annotations.Where(a =>
        a.Topic!.Slug == topic || a.Resource!.Placements.Any(p => p.Topic.Slug == topic)
        || a.Task!.Topics.Any(t => t.Slug == topic) || a.Benchmark!.Task.Topics.Any(t => t.Slug == topic));
}

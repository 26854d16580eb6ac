using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Learning.Notes;

/// <summary>What a member keeps about one thing, for the page of that thing: one command.</summary>
public sealed class OwnAnnotationQuery(IDbContextFactory<GuideDb> databases)
{
    /// <param name="slug">The thing's, as it is now.</param>
    /// <returns><c>null</c> for nothing.</returns>
    public async Task<OwnAnnotation?> RunAsync(int memberId, AnnotatedKind kind, string slug, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var own = db.Annotations.AsNoTracking().Where(a => a.MemberId == memberId);
        var about = kind switch
        {
            AnnotatedKind.Topic => own.Where(a => a.Topic!.Slug == slug),
            AnnotatedKind.Resource => own.Where(a => a.Resource!.Slug == slug),
            AnnotatedKind.Task => own.Where(a => a.Task!.Slug == slug),
            _ => own.Where(a => a.Benchmark!.Slug == slug),
        };
        return await about.Select(a => new OwnAnnotation(a.Note.Markdown, a.Note.Html, a.NotedAt, a.BookmarkedAt))
            .FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>For the page where a note is written: the thing by a slug that it has or had, and what is kept about it.</summary>
    /// <returns><c>null</c> for what is no part of the guide.</returns>
    public async Task<NotedThing?> FindAsync(int memberId, AnnotatedKind kind, string slug, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.ThingAsync(kind, slug, cancellationToken) is { } thing
            ? new NotedThing(thing, await RunAsync(memberId, kind, thing.Slug, cancellationToken))
            : null;
    }
}

/// <param name="Markdown">Empty without a note.</param>
/// <param name="Html">Safe HTML.</param>
public sealed record OwnAnnotation(string Markdown, string Html, DateTimeOffset? NotedAt, DateTimeOffset? BookmarkedAt);

public sealed record NotedThing(AnnotatedThing Thing, OwnAnnotation? Own);

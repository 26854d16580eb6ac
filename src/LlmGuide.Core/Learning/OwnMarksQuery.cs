using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Learning;

/// <summary>All that one member has marked, in two commands: everything that is said of their progress is counted from it.</summary>
public sealed class OwnMarksQuery(IDbContextFactory<GuideDb> databases)
{
    // Not static: a compiled query belongs to the model of one database. Not paged: one person has marked these. A work that was
    // removed, or is on the path no longer, is among them.
    private readonly Func<GuideDb, int, IAsyncEnumerable<OwnMark>> _worksOf = EF.CompileAsyncQuery((GuideDb db, int member) =>
        from mark in db.Set<ReadingMark>().AsNoTracking()
        where mark.MemberId == member
        join work in db.Set<Resource>().IgnoreQueryFilters() on mark.ResourceId equals work.Id
        select new OwnMark(mark.ResourceId, work.Slug, mark.State, mark.Since, mark.OnPath, mark.TookMinutes));

    private readonly Func<GuideDb, int, IAsyncEnumerable<OwnTopic>> _topicsOf = EF.CompileAsyncQuery((GuideDb db, int member) =>
        db.Set<TopicMark>().AsNoTracking().Where(m => m.MemberId == member)
            .Select(m => new OwnTopic(m.TopicId, m.KnownSince, m.FinishedAt)));

    public async Task<OwnMarks> RunAsync(int memberId, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        var works = await _worksOf(db, memberId).ToDictionaryAsync(mark => mark.ResourceId, cancellationToken: cancellationToken);
        var topics = await _topicsOf(db, memberId).ToDictionaryAsync(topic => topic.TopicId, cancellationToken: cancellationToken);
        return new OwnMarks(works, topics);
    }
}

/// <param name="Works">By the id of the work.</param>
/// <param name="Topics">By the id of the topic.</param>
public sealed record OwnMarks(IReadOnlyDictionary<int, OwnMark> Works, IReadOnlyDictionary<int, OwnTopic> Topics)
{
    public static readonly OwnMarks None = new(new Dictionary<int, OwnMark>(), new Dictionary<int, OwnTopic>());

    private Dictionary<string, OwnMark>? _bySlug;

    public ReadingState StateOf(int resourceId) => Works.GetValueOrDefault(resourceId)?.State ?? ReadingState.ToDo;

    public ReadingState StateOf(string slug) => Of(slug)?.State ?? ReadingState.ToDo;

    /// <returns><c>null</c> for a work that was never marked.</returns>
    public OwnMark? Of(string slug) =>
        (_bySlug ??= Works.Values.ToDictionary(mark => mark.Slug, StringComparer.Ordinal)).GetValueOrDefault(slug);
}

/// <param name="Slug">The work's, as it is now.</param>
/// <param name="OnPath">See <see cref="ReadingMark.OnPath"/>.</param>
/// <param name="TookMinutes">See <see cref="ReadingMark.TookMinutes"/>.</param>
public sealed record OwnMark(
    int ResourceId, string Slug, ReadingState State, DateTimeOffset Since, bool OnPath, int? TookMinutes = null);

/// <summary>See <see cref="TopicMark"/>.</summary>
public sealed record OwnTopic(int TopicId, DateTimeOffset? KnownSince, DateTimeOffset? FinishedAt);

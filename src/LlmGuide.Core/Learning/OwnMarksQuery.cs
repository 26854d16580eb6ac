using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Catalogue.Topics;
using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Learning;

/// <summary>All that one member has marked, in one command: everything that is said of their progress is counted from it.</summary>
public sealed class OwnMarksQuery(IDbContextFactory<GuideDb> databases)
{
    // Not static: a compiled query belongs to the model of one database. Not paged: one person has marked these. A work that was
    // removed, or is on the path no longer, is among them. Works and topics are read together; what a row of one has in the fields of
    // the other means nothing, and is of the same type, since neither database takes a bare NULL there.
    private readonly Func<GuideDb, int, IAsyncEnumerable<Row>> _rowsOf = EF.CompileAsyncQuery((GuideDb db, int member) =>
        (from mark in db.Set<ReadingMark>().AsNoTracking()
         where mark.MemberId == member
         join work in db.Set<Resource>().IgnoreQueryFilters() on mark.ResourceId equals work.Id
         select new Row
         {
             IsWork = true,
             Id = mark.ResourceId,
             Slug = work.Slug,
             State = mark.State,
             At = mark.Since,
             FinishedAt = mark.Since,
             OnPath = mark.OnPath,
             TookMinutes = mark.TookMinutes,
         })
        .Concat(
            from mark in db.Set<TopicMark>().AsNoTracking()
            where mark.MemberId == member
            join topic in db.Set<Topic>().IgnoreQueryFilters() on mark.TopicId equals topic.Id
            select new Row
            {
                IsWork = false,
                Id = mark.TopicId,
                Slug = topic.Slug,
                State = ReadingState.ToDo,
                At = mark.KnownSince,
                FinishedAt = mark.FinishedAt,
                OnPath = false,
                TookMinutes = mark.TopicId,
            }));

    public async Task<OwnMarks> RunAsync(int memberId, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var (works, topics) = (new Dictionary<int, OwnMark>(), new Dictionary<int, OwnTopic>());
        await foreach (var row in _rowsOf(db, memberId).WithCancellation(cancellationToken))
        {
            if (row.IsWork)
            {
                works.Add(row.Id, new OwnMark(row.Id, row.Slug, row.State, row.At!.Value, row.OnPath, row.TookMinutes));
            }
            else
            {
                topics.Add(row.Id, new OwnTopic(row.Id, row.At, row.FinishedAt));
            }
        }

        return new OwnMarks(works, topics);
    }

    private sealed class Row
    {
        public required bool IsWork { get; init; }

        public required int Id { get; init; }

        public required string Slug { get; init; }

        public required ReadingState State { get; init; }

        /// <summary>Since when a work is what it is; since when a topic is known.</summary>
        public required DateTimeOffset? At { get; init; }

        public required DateTimeOffset? FinishedAt { get; init; }

        public required bool OnPath { get; init; }

        public required int? TookMinutes { get; init; }
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

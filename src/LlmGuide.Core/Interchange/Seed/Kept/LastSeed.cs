using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Data;
using LlmGuide.Core.Revisions;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Interchange.Seed.Kept;

/// <summary>What the seed said that was last brought into the catalogue.</summary>
/// <param name="Last">Its row; <c>null</c> where it was not kept.</param>
/// <param name="Earlier">The hashes of those before it.</param>
internal sealed record LastSeed(IReadOnlyList<SeededSubject> Subjects, SeedLoad? Last, IReadOnlySet<string> Earlier)
{
    /// <param name="seed">The new one, by which subjects are known where the last one was not kept.</param>
    public static async Task<LastSeed> ReadAsync(
        GuideDb db, IEnumerable<IEditableKind> kinds, IReadOnlyList<SeededSubject> seed, CancellationToken cancellationToken)
    {
        var earlier = await db.SeedLoads.Where(load => load.Content == null).Select(load => load.Hash).ToListAsync(cancellationToken);
        var last = await db.SeedLoads.AsNoTracking().Where(load => load.Content != null)
            .OrderByDescending(load => load.Id).FirstOrDefaultAsync(cancellationToken);
        var subjects = last is not null ? SeedCopy.Read(last.Content!) : await RestoredAsync(db, kinds, seed, cancellationToken);
        return new LastSeed(subjects, last, earlier.ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>Whether the catalogue has seen a later one than this.</summary>
    public bool IsAfter(string hash, DateOnly? dated) =>
        Last is not null && Last.Hash != hash && (Earlier.Contains(hash) || (dated is { } day && day < Last.Dated));

    /// <summary>
    /// A catalogue that was filled before seeds were kept says itself what it was filled with: what has no revision, as it is, and what
    /// has some, as the first found it. What people added began with a revision, and works that they imported came later than the rest.
    /// </summary>
    private static async Task<IReadOnlyList<SeededSubject>> RestoredAsync(
        GuideDb db, IEnumerable<IEditableKind> kinds, IReadOnlyList<SeededSubject> seed, CancellationToken cancellationToken)
    {
        var restored = new List<SeededSubject>();
        foreach (var kind in kinds.Where(kind => kind.Kind != LogKind.Model))
        {
            var first = await db.Revisions.AsNoTracking().Where(r => r.Kind == kind.Kind && r.Number == 1)
                .ToDictionaryAsync(r => r.SubjectId, r => r.Before, cancellationToken);

            // Not paged: what a seed can have filled, looked at once.
            var ids = kind.Kind == LogKind.Resource ? await LoadedWorksAsync(db, cancellationToken)
                : await kind.IdsAsync(db, cancellationToken);
            var loaded = (await kind.FindAsync(db, ids, cancellationToken))
                .Where(state => !first.TryGetValue(state.Id, out var before) || before is not null)
                .Select(state => state with { Json = first.GetValueOrDefault(state.Id) ?? state.Json });
            restored.AddRange(kind.Kind == LogKind.Path
                ? loaded.Select(p => new SeededSubject(LogKind.Path, p.Subject.Key, p.Subject.Title, p.Json) { Id = p.Id })
                : SeedDrafts.Keyed(kind.Kind, loaded));
        }

        // Whether a task or a result came with the seed or with an import nobody can tell: those did that the new seed has.
        var known = seed.Select(s => (s.Kind, s.Key)).ToHashSet();
        return [.. restored.Where(s => s.Kind is LogKind.Stage or LogKind.Topic or LogKind.Resource or LogKind.Path
            || known.Contains((s.Kind, s.Key)))];
    }

    private static async Task<IReadOnlyList<int>> LoadedWorksAsync(GuideDb db, CancellationToken cancellationToken)
    {
        var all = db.Resources.IgnoreQueryFilters([CatalogueTables.Listed]);
        return await all.Where(r => r.AddedAt == all.Min(first => first.AddedAt)).OrderBy(r => r.Id)
            .Select(r => r.Id).ToListAsync(cancellationToken);
    }
}

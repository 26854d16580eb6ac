using System.Runtime.CompilerServices;

using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Learning.Notes;

/// <summary>The notes of one member: a page of them, a batch for programs, or all for a file.</summary>
public sealed class OwnNotesQuery(IDbContextFactory<GuideDb> databases)
{
    private const int PageSize = 20;
    private const int MostWords = 8;
    private const int AtOnce = 200;

    /// <param name="words">All of them are in the note or in the name of what it is about, whatever their case.</param>
    /// <param name="topic">The slug of a topic; <c>null</c> or empty for all.</param>
    public async Task<Page<KeptThing>> PageAsync(
        int memberId, string? words, string? topic, long page, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        var notes = NotesOf(db, memberId);
        notes = string.IsNullOrEmpty(topic) ? notes : notes.InTopic(topic);
        foreach (var word in (words ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(MostWords))
        {
            // The lower case of a database may know ASCII alone: a word with other letters is looked for as it usually stands, too.
#pragma warning disable CA1304, CA1308, CA1311, CA1862, MA0011 // This is SQL.
            var lower = word.ToLowerInvariant();
            var title = char.ToUpperInvariant(lower[0]) + lower[1..];
            notes = notes.Where(a => a.Note.Markdown.Contains(word) || a.Note.Markdown.Contains(title)
                || a.Note.Markdown.ToLower().Contains(lower)
                || a.Topic!.Title.ToLower().Contains(lower) || a.Resource!.Title.ToLower().Contains(lower)
                || a.Task!.Name.ToLower().Contains(lower) || a.Benchmark!.Name.ToLower().Contains(lower));
#pragma warning restore CA1304, CA1308, CA1311, CA1862, MA0011
        }

        var total = await notes.CountAsync(cancellationToken);
        var number = PageNumber.Clamp(page, total, PageSize);
        var items = await notes.OrderByDescending(a => a.NotedAt).ThenByDescending(a => a.Id).Skip((number - 1) * PageSize).Take(PageSize)
            .AsKept().ToListAsync(cancellationToken);
        return new Page<KeptThing>(items, number, PageSize, total);
    }

    /// <summary>In the order in which they were begun.</summary>
    public async Task<Batch<KeptThing>> BatchAsync(int memberId, int after, int limit, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        var rows = await NotesOf(db, memberId).Where(a => a.Id > after).OrderBy(a => a.Id).Take(limit + 1).AsKept()
            .ToListAsync(cancellationToken);
        return rows.ToBatch(limit, a => a.Id, await NotesOf(db, memberId).CountAsync(cancellationToken));
    }

    /// <summary>All of them, read in parts, in the order in which they were begun.</summary>
    public async IAsyncEnumerable<KeptThing> AllAsync(int memberId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (Batch<KeptThing>? batch = null; batch is null || batch.Next is not null;)
        {
            batch = await BatchAsync(memberId, Cursor.Parse(batch?.Next) ?? 0, AtOnce, cancellationToken);
            foreach (var note in batch.Items)
            {
                yield return note;
            }
        }
    }

    private static IQueryable<Annotation> NotesOf(GuideDb db, int memberId) => db.AnnotationsOf(memberId).Where(a => a.NotedAt != null);
}

using System.Data.Common;

using LlmGuide.Core.Text;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace LlmGuide.Core.Data.Columns;

/// <summary>
/// Takes out of the database what no text may have (<see cref="CleanText"/>) and an older program has let in: from every column of text
/// that the model has, by statements of its own, since the model cleans what it reads. A text that was rendered is marked to be
/// rendered again. Nothing is logged: nobody changed anything.
/// </summary>
public sealed class CleanOldTexts(IDbContextFactory<GuideDb> databases, Writing writing)
{
    /// <summary>So many rows are held, and saved in one transaction; where there are more, the table is read again.</summary>
    private const int AtOnce = 1_000;

    /// <param name="cancellationToken">Ends it; what is saved stays, and the rest is done next time.</param>
    /// <returns>How many rows had such a text, and have none any more.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var all = 0;
        foreach (var table in await TablesAsync(cancellationToken))
        {
            for (var last = AtOnce; last == AtOnce; all += last)
            {
                var rows = await FindAsync(table, cancellationToken);
                last = rows.Count == 0 ? 0
                    : (await writing.RunAsync<int>(
                        async db => await SaveAsync(db, table, rows, cancellationToken), _ => [PageTags.Catalogue, PageTags.Changes],
                        cancellationToken)).Value;
            }
        }

        return all;
    }

    private async Task<List<TextTable>> TablesAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return [.. TextTable.All(db.GetService<IDesignTimeModel>().Model)];
    }

    private async Task<List<Row>> FindAsync(TextTable table, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        await using var command = db.CommandFor(
            $"SELECT {Names(table.Key)}, {Names(table.Texts.Select(text => text.Name))} FROM \"{table.Name}\" ORDER BY {Names(table.Key)}");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var found = new List<Row>();
        while (found.Count < AtOnce && await reader.ReadAsync(cancellationToken))
        {
            var changes = Changes(table, reader);
            if (changes.Count > 0)
            {
                found.Add(new Row([.. Enumerable.Range(0, table.Key.Count).Select(reader.GetValue)], changes));
            }
        }

        return found;
    }

    private static List<(TextColumn Column, string Text)> Changes(TextTable table, DbDataReader reader)
    {
        var changes = new List<(TextColumn, string)>();
        foreach (var (index, column) in table.Texts.Index())
        {
            var at = table.Key.Count + index;
            if (!reader.IsDBNull(at) && reader.GetString(at) is var text
                && column.Clean(text) is var clean && !ReferenceEquals(clean, text))
            {
                changes.Add((column, clean));
            }
        }

        return changes;
    }

    private static async Task<int> SaveAsync(GuideDb db, TextTable table, List<Row> rows, CancellationToken cancellationToken)
    {
        var saved = 0;
        foreach (var row in rows)
        {
            saved += await SaveAsync(db, table, row, cancellationToken);
        }

        return saved;
    }

    /// <returns>1, or 0 for a row that is gone meanwhile.</returns>
    private static async Task<int> SaveAsync(GuideDb db, TextTable table, Row row, CancellationToken cancellationToken)
    {
        var sets = row.Changes.Select((change, index) => $"\"{change.Column.Name}\" = CAST(@t{index} AS {change.Column.Type})")
            .Concat(row.Changes.Select(change => change.Column.Rendering).OfType<string>().Distinct(StringComparer.Ordinal)
                .Select(version => $"\"{version}\" = 0"));
        await using var command = db.CommandFor(
            $"UPDATE \"{table.Name}\" SET {string.Join(", ", sets)} "
            + $"WHERE {string.Join(" AND ", table.Key.Select((key, index) => $"\"{key}\" = @k{index}"))}");
        foreach (var (index, (_, text)) in row.Changes.Index())
        {
            command.AddPlain($"@t{index}", text);
        }

        foreach (var (index, key) in row.Key.Index())
        {
            command.AddPlain($"@k{index}", key);
        }

        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static string Names(IEnumerable<string> columns) => string.Join(", ", columns.Select(column => $"\"{column}\""));

    private sealed record Row(IReadOnlyList<object> Key, List<(TextColumn Column, string Text)> Changes);
}

using System.Data.Common;
using System.Runtime.CompilerServices;

using LlmGuide.Core.Data.Columns;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace LlmGuide.Core.Data.Bulk;

/// <summary>A table of the model as one database keeps it: whoever adds an entity adds its table here.</summary>
/// <param name="Columns">All but those that the database computes, in the order of their names.</param>
/// <param name="Key">Where the columns of the primary key stand among them, in its order.</param>
/// <param name="Seeded">How many rows the migrations put there.</param>
public sealed record BulkTable(string Name, IReadOnlyList<BulkColumn> Columns, IReadOnlyList<int> Key, int Seeded)
{
    /// <summary>Every table of the model, by name, but those that a database writes itself.</summary>
    public static IReadOnlyList<BulkTable> All(GuideDb db) =>
    [
        .. db.GetService<IDesignTimeModel>().Model.GetRelationalModel().Tables
            .Where(table => !table.IsExcludedFromMigrations).OrderBy(table => table.Name, StringComparer.Ordinal).Select(From),
    ];

    /// <summary>Each row once, as the model has its values, in the order of the key; one at a time is in memory.</summary>
    /// <param name="bulk">Of the same database.</param>
    public async IAsyncEnumerable<object?[]> ReadAsync(
        GuideDb db, IBulkCopy bulk, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var command = db.CommandFor(
            $"SELECT {Names()} FROM \"{Name}\" ORDER BY {string.Join(", ", Key.Select(at => bulk.InByteOrder(Columns[at])))}");
        command.CommandTimeout = 0;
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            yield return Row(reader);
        }
    }

    public async Task<long> CountAsync(GuideDb db, CancellationToken cancellationToken)
    {
        await using var command = db.CommandFor($"SELECT count(*) FROM \"{Name}\"");
        command.CommandTimeout = 0;
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>The columns as a statement lists them.</summary>
    public string Names() => string.Join(", ", Columns.Select(column => $"\"{column.Name}\""));

    private object?[] Row(DbDataReader reader)
    {
        var row = new object?[Columns.Count];
        for (var at = 0; at < row.Length; at++)
        {
            row[at] = Columns[at].Read(reader, at);
        }

        return row;
    }

    private static BulkTable From(ITable table)
    {
        var columns = table.Columns.Where(column => column.ComputedColumnSql is null)
            .OrderBy(column => column.Name, StringComparer.Ordinal).ToList();
        var key = table.PrimaryKey
            ?? throw new InvalidOperationException($"{table.Name} has no primary key, so its rows cannot be told apart.");
        return new BulkTable(
            table.Name, [.. columns.Select(column => new BulkColumn(column))],
            [.. key.Columns.Select(column => columns.IndexOf((IColumn)column))],
            table.EntityTypeMappings.Select(mapping => mapping.TypeBase).OfType<IEntityType>().Sum(type => type.GetSeedData().Count()));
    }
}

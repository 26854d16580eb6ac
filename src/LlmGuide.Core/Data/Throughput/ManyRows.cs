using System.Data.Common;
using System.Globalization;

using LlmGuide.Core.Data.Columns;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace LlmGuide.Core.Data.Throughput;

/// <summary>Writes many rows past the change tracker: some dozen with one prepared command.</summary>
internal static class ManyRows
{
    /// <summary>SQLite finds each parameter by its name among all of them: with thousands, that takes longer than the rows.</summary>
    private const int MostParameters = 400;

    /// <returns>The numbers of the rows, in their order.</returns>
    public static async Task<IReadOnlyList<int>> InsertAsync(
        this GuideDb db, RowColumns into, IReadOnlyList<object?[]> rows, CancellationToken cancellationToken)
    {
        var columns = into.Columns;
        var ids = new List<int>(rows.Count);
        DbCommand? command = null;
        try
        {
            foreach (var chunk in rows.Chunk(MostParameters / columns.Count))
            {
                if (command?.Parameters.Count != chunk.Length * columns.Count)
                {
                    await (command?.DisposeAsync() ?? ValueTask.CompletedTask);
                    command = await db.PrepareAsync(into, chunk.Length, cancellationToken);
                }

                foreach (var (index, value) in chunk.SelectMany(row => row).Index())
                {
                    command.Parameters[index].Value = ColumnValue.Plain(value);
                }

                ids.AddRange(await ExecuteAsync(command, cancellationToken));
            }
        }
        finally
        {
            await (command?.DisposeAsync() ?? ValueTask.CompletedTask);
        }

        return ids;
    }

    private static async Task<DbCommand> PrepareAsync(this GuideDb db, RowColumns into, int rows, CancellationToken cancellationToken)
    {
        var columns = into.Columns;
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        foreach (var index in Enumerable.Range(0, rows * columns.Count))
        {
            command.Parameters.Add(columns[index % columns.Count].Parameter(command, Parameter(index)));
        }

        var values = Enumerable.Range(0, rows).Select(
            row => $"({string.Join(',', Enumerable.Range(row * columns.Count, columns.Count).Select(Parameter))})");
        var names = string.Join(',', columns.Select(column => $"\"{column.Name}\""));
#pragma warning disable CA2100 // Names of tables, columns and parameters are constants of the program.
        command.CommandText =
            $"""INSERT INTO "{into.Table}" ({names}) VALUES {string.Join(',', values)} RETURNING "Id" """;
#pragma warning restore CA2100
        await command.PrepareAsync(cancellationToken);
        return command;
    }

    private static string Parameter(int index) => string.Create(CultureInfo.InvariantCulture, $"@p{index}");

    // Numbers are given to the rows in their order; in which order they come back is for the database to choose.
    private static async Task<List<int>> ExecuteAsync(DbCommand command, CancellationToken cancellationToken)
    {
        var ids = new List<int>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            ids.Add(reader.GetInt32(0));
        }

        ids.Sort();
        return ids;
    }
}

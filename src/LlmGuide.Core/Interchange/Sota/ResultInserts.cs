using System.Data;
using System.Data.Common;
using System.Globalization;

using LlmGuide.Core.Data;
using LlmGuide.Core.Data.Columns;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace LlmGuide.Core.Interchange.Sota;

/// <summary>
/// Writes many results with their scores past the change tracker: some dozen rows with one prepared command. Tracked, half a million
/// results were a million and a half commands of one row each.
/// </summary>
internal sealed class ResultInserts(GuideDb db)
{
    /// <summary>SQLite finds each parameter by its name among all of them: with thousands, that takes longer than the rows.</summary>
    private const int MostParameters = 400;

    private static readonly (string Name, DbType Type)[] Results =
    [
        ("BenchmarkId", DbType.Int32), ("Model", DbType.String), ("Setting", DbType.String),
        ("Track", DbType.String), ("Year", DbType.Int32), ("Month", DbType.Int32), ("Day", DbType.Int32),
        ("PaperTitle", DbType.String), ("PaperUrl", DbType.String), ("CodeUrl", DbType.String),
        ("SourceId", DbType.Int32), ("SourceUrl", DbType.String), ("Version", DbType.Int32),
    ];

    private static readonly (string Name, DbType Type)[] Scores =
        [("ResultId", DbType.Int32), ("MetricId", DbType.Int32), ("Value", DbType.Double), ("Text", DbType.String)];

    /// <param name="results">Whose benchmarks, metrics and sources are saved.</param>
    /// <param name="cancellationToken">Ends the writing before the commit.</param>
    public async Task RunAsync(IReadOnlyList<ImportedResult> results, CancellationToken cancellationToken)
    {
        var ids = await InsertAsync("Results", Results, [.. results.Select(Row)], cancellationToken);
        await InsertAsync("Scores", Scores, [.. results.Zip(ids, (result, id) => result.Scores.Select(
            score => (object?[])[id, score.Metric.Id, score.Value, score.Text])).SelectMany(rows => rows)], cancellationToken);
    }

    private static object?[] Row(ImportedResult r) =>
    [
        r.Benchmark!.Id, r.Model, r.Setting, r.Track, r.Date?.Year, r.Date?.Month,
        r.Date?.Day, r.PaperTitle, r.PaperUrl, r.CodeUrl, r.Source!.Id, r.Place, 0,
    ];

    /// <returns>The numbers of the rows, in their order.</returns>
    private async Task<List<int>> InsertAsync(
        string table, (string Name, DbType Type)[] columns, IReadOnlyList<object?[]> rows, CancellationToken cancellationToken)
    {
        var ids = new List<int>(rows.Count);
        DbCommand? command = null;
        try
        {
            foreach (var chunk in rows.Chunk(MostParameters / columns.Length))
            {
                if (command?.Parameters.Count != chunk.Length * columns.Length)
                {
                    await (command?.DisposeAsync() ?? ValueTask.CompletedTask);
                    command = await PrepareAsync(table, columns, chunk.Length, cancellationToken);
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

    private async Task<DbCommand> PrepareAsync(
        string table, (string Name, DbType Type)[] columns, int rows, CancellationToken cancellationToken)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        foreach (var index in Enumerable.Range(0, rows * columns.Length))
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = string.Create(CultureInfo.InvariantCulture, $"@p{index}");
            parameter.DbType = columns[index % columns.Length].Type;
            command.Parameters.Add(parameter);
        }

        var values = Enumerable.Range(0, rows).Select(
            row => $"({string.Join(',', Enumerable.Range(row * columns.Length, columns.Length).Select(index => string.Create(CultureInfo.InvariantCulture, $"@p{index}")))})");
#pragma warning disable CA2100 // Names of tables, columns and parameters are constants of this class.
        command.CommandText =
            $"""INSERT INTO "{table}" ({string.Join(',', columns.Select(column => $"\"{column.Name}\""))}) VALUES {string.Join(',', values)} RETURNING "Id" """;
#pragma warning restore CA2100
        await command.PrepareAsync(cancellationToken);
        return command;
    }

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

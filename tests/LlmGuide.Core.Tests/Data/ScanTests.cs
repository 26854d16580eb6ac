using System.Collections.Concurrent;
using System.Data.Common;
using System.Text.RegularExpressions;

using LlmGuide.Core.Catalogue.Path;
using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Catalogue.Topics;
using LlmGuide.Core.Data;
using LlmGuide.Core.Data.Columns;
using LlmGuide.Core.Tests.Databases;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Tests.Data;

/// <summary>
/// What these pages show is found by an index: none of their statements reads a whole table that grows with the catalogue or with the
/// conversations, as SQLite says itself of how it would answer them.
/// </summary>
public sealed partial class ScanTests
{
    [Fact]
    public Task Path() => FindsAsync(d => d.Get<PathQuery>().RunAsync(GuideDatabase.Cancelled));

    [Fact]
    public Task Topic() => FindsAsync(d => d.Get<TopicPageQuery>().RunAsync("transformer", GuideDatabase.Cancelled));

    [Fact]
    public Task Resource() => FindsAsync(d => d.Get<ResourcePageQuery>().RunAsync("attention-is-all-you-need", GuideDatabase.Cancelled));

    [Fact]
    public Task Feed() => FindsAsync(d => d.Get<NewResourcesQuery>().RunAsync(10, GuideDatabase.Cancelled));

    private static async Task FindsAsync(Func<GuideDatabase, Task> page)
    {
        await using var database = await TestDatabases.Sqlite().SeededAsync();
        var statements = new ConcurrentQueue<Statement>();
        database.Commands.Heard = command => statements.Enqueue(new Statement(
            command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(p => (p.ParameterName, p.Value))]));
        await page(database);
        database.Commands.Heard = null;
        Assert.NotEmpty(statements);
        await using var db = await database.OpenAsync();
        await db.Database.OpenConnectionAsync(GuideDatabase.Cancelled);
        foreach (var statement in statements)
        {
            Assert.Equal([], await ScansAsync(db, statement));
        }
    }

    private static async Task<List<string>> ScansAsync(GuideDb db, Statement statement)
    {
        await using var command = db.CommandFor("EXPLAIN QUERY PLAN " + statement.Sql);
        foreach (var (name, value) in statement.Parameters)
        {
            // With their values: SQLite reads a whole table for a limit of four where it takes the index for one that it does not know.
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        var growing = Growing().Matches(statement.Sql).Select(match => $"SCAN {match.Groups["alias"].Value}")
            .ToHashSet(StringComparer.Ordinal);
        var scans = new List<string>();
        await using var plan = await command.ExecuteReaderAsync(GuideDatabase.Cancelled);
        while (await plan.ReadAsync(GuideDatabase.Cancelled))
        {
            if (growing.Contains(plan.GetString(3)))
            {
                scans.Add($"{plan.GetString(3)} in {statement.Sql}");
            }
        }

        return scans;
    }

    [GeneratedRegex(
        "\"(Resources|Comments|Conversations|Results|Revisions)\" AS \"(?<alias>\\w+)\"", RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Growing();

    private sealed record Statement(string Sql, IReadOnlyList<(string Name, object? Value)> Parameters);
}

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Db.Sqlite;

/// <summary>
/// Keeps the full-text index (the migration TextIndex) right: triggers, so that nothing that writes can forget it. SQLite makes a table
/// anew for many a change of it, and its triggers go with the old one; so they are made after every migration, whatever it did, and the
/// index is filled from the tables then. To do it twice changes nothing. What was removed from the guide is not found.
/// </summary>
internal static class SqliteTextIndexing
{
    private const int Kinds = 5;

    /// <summary>A table that is searched. The number says which rows of the index are its own: rowid = Id * 5 + number.</summary>
    private sealed record Searched(int Number, string Table, string Type, string Title, string Names, string Summary, string Body);

    private static readonly Searched[] All =
    [
        new(0, "Topics", "topic", "Title", "Slug", "Summary", "Introduction_Markdown || ' ' || Concepts"),
        new(1, "Resources", "resource", "Title",
            "Slug || ' ' || coalesce(AlsoKnownAs, '') || ' ' || AuthorNames || ' ' || coalesce(ArxivId, '')",
            "Summary_Markdown", "coalesce(Venue, '')"),
        new(2, "NlpTasks", "task", "Name", "Slug || ' ' || Type", "Objective", "Lookout || ' ' || ExampleInput || ' ' || ExampleOutput"),
        new(3, "Benchmarks", "benchmark", "Name", "Slug", "coalesce(Size, '')", "coalesce(Split, '')"),
        new(4, "Metrics", "metric", "Name", "Slug", "Definition", "coalesce(Unit, '')"),
    ];

    private static readonly string Sql = "DELETE FROM TextIndex;\n" + string.Concat(All.Select(Statements));

    /// <summary>
    /// Runs with every migration, in its transaction, which <see cref="SqliteStorage"/> makes: EF Core alone would commit before.
    /// </summary>
    public static DbContextOptionsBuilder UseTextIndexing(this DbContextOptionsBuilder options) => options
        .UseSeeding((db, _) => db.Database.ExecuteSqlRaw(Sql))
        .UseAsyncSeeding((db, _, cancellationToken) => db.Database.ExecuteSqlRawAsync(Sql, cancellationToken));

    /// <summary>Makes it anew from the tables, as after a migration.</summary>
    public static Task RebuildAsync(DbContext db, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlRawAsync(Sql, cancellationToken);

    private static string Statements(Searched of)
    {
        string Insert(string where) => $"""
            INSERT INTO TextIndex (rowid, Type, Slug, Title, Names, Summary, Body)
            SELECT Id * {Kinds} + {of.Number}, '{of.Type}', Slug, {of.Title}, {of.Names}, {of.Summary}, {of.Body}
            FROM {of.Table} WHERE RemovedAt IS NULL{where};
            """;
        var delete = $"DELETE FROM TextIndex WHERE rowid = old.Id * {Kinds} + {of.Number};";
        var name = $"{of.Table}_TextIndex";
        return $"""
            {Insert("")}
            DROP TRIGGER IF EXISTS {name}_Insert;
            DROP TRIGGER IF EXISTS {name}_Update;
            DROP TRIGGER IF EXISTS {name}_Delete;
            CREATE TRIGGER {name}_Insert AFTER INSERT ON {of.Table} BEGIN {Insert(" AND Id = new.Id")} END;
            CREATE TRIGGER {name}_Update AFTER UPDATE ON {of.Table} BEGIN {delete} {Insert(" AND Id = new.Id")} END;
            CREATE TRIGGER {name}_Delete AFTER DELETE ON {of.Table} BEGIN {delete} END;

            """;
    }
}

using System.Globalization;

using LlmGuide.Core.Data.Storage;

using Npgsql;

namespace LlmGuide.Db.PostgreSql;

/// <summary>The whole database by <c>pg_dump</c> and <c>pg_restore</c>, which have one state of it and know every kind of object.</summary>
internal sealed class PostgreSqlDump(string connectionString, TimeProvider clock) : IDump
{
    /// <summary>What belongs to a server and not to the guide stays out: who owns it, and who else may see it.</summary>
    private static readonly string[] OfThisServer = ["--no-owner", "--no-privileges"];

    /// <summary>What is longer is cut off by the server, and then the time would be missing.</summary>
    private const int LongestName = 63;

    public DatabaseProvider Provider => DatabaseProvider.PostgreSQL;

    public async Task WriteAsync(string path, CancellationToken cancellationToken)
    {
        await using (new FileStream(path, PrivateFiles.Options(FileMode.CreateNew, FileShare.None)))
        {
            // Made for its owner alone; pg_dump writes into it.
        }

        await PostgreSqlTool.RunAsync(
            "pg_dump", connectionString, ["--format=custom", .. OfThisServer, "--file=" + path], cancellationToken);
    }

    public async Task<IStagedDump> StageAsync(string path, CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnectionStringBuilder(connectionString);
        var name = connection.Database ?? connection.Username!;
        var staged = new PostgreSqlStagedDump(
            connection, name, Named(name, "_restoring"),
            Named(name, $"_before_{clock.GetUtcNow().UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}"));
        try
        {
            await staged.CreateAsync(cancellationToken);
            await PostgreSqlTool.RunAsync(
                "pg_restore", staged.ConnectionString,
                ["--exit-on-error", "--single-transaction", .. OfThisServer, "--dbname=" + staged.Name, path], cancellationToken);
            return staged;
        }
        catch
        {
            await staged.DisposeAsync();
            throw;
        }
    }

    private static string Named(string database, string what) => database[..Math.Min(database.Length, LongestName - what.Length)] + what;
}

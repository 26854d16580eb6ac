using LlmGuide.Core.Tests.Databases;

using Microsoft.Data.Sqlite;

using Npgsql;

namespace LlmGuide.Web.Tests.Settings;

/// <summary>The program is stopped, or killed, while it changes the schema.</summary>
public sealed class StoppedMigrationTests : IDisposable
{
    private const string Begun = "The database is being brought up to date";

    private readonly Checkout _checkout = new();

    [Fact]
    public async Task Asked_to_end_it_lets_the_running_migration_end()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no SIGTERM on Windows.");
        await _checkout.HalfMigratedAsync();
        Ended stopped;
        await using (var program = _checkout.Start("migrate"))
        {
            using (Locked())
            {
                await program.LineAsync(Begun);
                await program.TerminateAsync();
            }

            stopped = await program.EndAsync();
        }

        Assert.Equal((1, ""), (stopped.Code, stopped.Output));
        Assert.EndsWith("Stopped before it was done.\n", stopped.Errors);
        Assert.Equal("The schema is current already; it was not changed.\n", (await _checkout.RunAsync("migrate")).Succeeds().Output);
    }

    [Fact]
    public async Task Killed_it_leaves_no_lock_and_the_next_one_completes_it()
    {
        await _checkout.HalfMigratedAsync();
        using (Locked())
        {
            await using var program = _checkout.Start("migrate");
            await program.LineAsync(Begun);
            await program.KillAsync();
        }

        Assert.StartsWith("Applied ", (await _checkout.RunAsync("migrate")).Succeeds().Output);
    }

    [Fact]
    public async Task Killed_on_PostgreSQL_it_leaves_no_lock_either()
    {
        var database = TestServer.NewDatabase("killed");
        database.Pooling = false;
        string[] settings = ["--Database:Provider=PostgreSQL", $"--ConnectionStrings:Guide={database}"];
        await TestServer.CopyAsync("template0", database.Database!);
        try
        {
            await using (var other = new NpgsqlConnection(database.ConnectionString))
            {
                // A table of that name, which is not there yet: in the middle of its migration the program waits for what becomes of it.
                await other.OpenAsync(GuideHost.Cancelled);
                await using var undecided = await other.BeginTransactionAsync(GuideHost.Cancelled);
                await using var table = new NpgsqlCommand("CREATE TABLE \"Topics\" ()", other);
                await table.ExecuteNonQueryAsync(GuideHost.Cancelled);
                await using var program = _checkout.Start(["migrate", .. settings]);
                await program.LineAsync(Begun);
                await WaitsAsync(database);
                await program.KillAsync();
            }

            Assert.StartsWith("Applied ", (await _checkout.RunAsync(["migrate", .. settings])).Succeeds().Output);
            Assert.StartsWith("Loaded ", (await _checkout.RunAsync(["seed", .. settings])).Succeeds().Output);
        }
        finally
        {
            await TestServer.DropAsync(database.Database!);
        }
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _checkout.Dispose();
    }

    /// <summary>Nobody else can write while this is held.</summary>
    private SqliteConnection Locked()
    {
        var connection = new SqliteConnection($"Data Source={_checkout.Database};Pooling=False");
        connection.Open();
        using var begin = new SqliteCommand("BEGIN IMMEDIATE", connection);
        begin.ExecuteNonQuery();
        return connection;
    }

    // On a connection of its own: within a transaction what the server says of its sessions stays as it was first seen.
    private static async Task WaitsAsync(NpgsqlConnectionStringBuilder database)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(GuideHost.Cancelled);
        patience.CancelAfter(TimeSpan.FromMinutes(1));
        await using var server = new NpgsqlConnection(database.ConnectionString);
        await server.OpenAsync(patience.Token);
        await using var waiting = new NpgsqlCommand(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'", server);
        while (await waiting.ExecuteScalarAsync(patience.Token) is 0L)
        {
            await Task.Yield();
        }
    }
}

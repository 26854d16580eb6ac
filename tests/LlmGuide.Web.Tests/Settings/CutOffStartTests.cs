using LlmGuide.Core.Data;
using LlmGuide.Core.Interchange.Seed;
using LlmGuide.Web.Settings.Health;

using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LlmGuide.Web.Tests.Settings;

/// <summary>
/// A first start and an upgrade on SQLite, killed at every statement. SIGKILL leaves what is in the files: so they are copied at every
/// statement, and each copy that differs from the others is started again.
/// </summary>
public sealed class CutOffStartTests : IDisposable
{
    private readonly Checkout _checkout = new();

    [Fact]
    public Task A_first_start_that_is_killed_at_any_statement_is_completed_by_the_next() => IsCompletedAsync();

    [Fact]
    public async Task An_upgrade_that_is_killed_at_any_statement_is_completed_by_the_next()
    {
        await _checkout.HalfMigratedAsync();
        await IsCompletedAsync();
    }

    /// <summary>
    /// What a program leaves that was killed while EF Core's own lock, a row, was there: it has no owner,
    /// and made every later start wait for ever.
    /// </summary>
    [Fact]
    public async Task A_lock_that_was_left_behind_keeps_nobody_waiting()
    {
        _checkout.Sql(
            "CREATE TABLE \"__EFMigrationsHistory\" (\"MigrationId\" TEXT NOT NULL CONSTRAINT "
            + "\"PK___EFMigrationsHistory\" PRIMARY KEY, \"ProductVersion\" TEXT NOT NULL)");
        _checkout.Sql(
            "CREATE TABLE \"__EFMigrationsLock\" (\"Id\" INTEGER NOT NULL CONSTRAINT \"PK___EFMigrationsLock\" PRIMARY KEY, "
            + "\"Timestamp\" TEXT NOT NULL)");
        _checkout.Sql("INSERT INTO \"__EFMigrationsLock\" VALUES (1, '2026-11-30 08:00:00')");

        (await _checkout.RunAsync("migrate")).Succeeds();
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _checkout.Dispose();
    }

    private async Task IsCompletedAsync()
    {
        var snapshots = new FileSnapshots(_checkout.Database);
        await StartAsync(_checkout.Database, options => options.AddInterceptors(snapshots.Commands, snapshots.Transactions));
        var whole = Contents(_checkout.Database);
        Assert.True(
            snapshots.Distinct.Count >= 3, "Before the migrations, after them, and with the seed: more states were there to be seen.");
        foreach (var (number, files) in snapshots.Distinct.Index())
        {
            var database = _checkout.PathOf($"db/killed-{number}.db");
            FileSnapshots.Restore(files, database);
            await StartAsync(database, _ => { });
            Assert.Equal(whole, Contents(database));
        }
    }

    /// <summary>As serving starts, with the small seed.</summary>
    private async Task StartAsync(string database, Action<DbContextOptionsBuilder> watch)
    {
        await using var app = Build(database, watch);
        Assert.True(await app.Services.GetRequiredService<DatabasePreparation>().RunAsync(GuideHost.Cancelled));
        await app.Services.GetRequiredService<LoadSeed>().RunAsync(_checkout.Seed.Folder, GuideHost.Cancelled);
    }

    private static WebApplication Build(string database, Action<DbContextOptionsBuilder> watch) => GuideSite.Build(
        ["--contentRoot", GuideHost.WebProject, "--applicationName", "LlmGuide.Web",
            $"--ConnectionStrings:Guide=Data Source={database}", "--Database:SeedOnStart=false", "--Logging:LogLevel:Default=Warning"],
        services => services.ConfigureDbContext<GuideDb>(watch));

    /// <summary>The schema, and how much is in each table and in the index.</summary>
    private static List<string> Contents(string database)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        var schema = Read(
            connection, "SELECT type || ' ' || name || ' ' || coalesce(sql, "
                + "'') FROM sqlite_master WHERE name <> '__EFMigrationsLock' ORDER BY name, type");
        var tables = Read(
            connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' "
                + "AND name NOT LIKE 'TextIndex_%' AND name NOT LIKE 'CommentIndex_%' AND name NOT LIKE 'NameTrigrams_%' "
                + "AND name <> '__EFMigrationsLock' ORDER BY name");
        return [.. schema, .. tables.SelectMany(table => Read(connection, $"SELECT '{table} ' || count(*) FROM \"{table}\""))];
    }

    private static List<string> Read(SqliteConnection connection, string query)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names of the schema.
        command.CommandText = query;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }
}

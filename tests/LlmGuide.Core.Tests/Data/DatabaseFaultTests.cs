using System.Net.Sockets;

using LlmGuide.Core.Data;
using LlmGuide.Core.Tests.Databases;
using LlmGuide.Db.PostgreSql;
using LlmGuide.Db.Sqlite;

using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

using Npgsql;

namespace LlmGuide.Core.Tests.Data;

/// <summary>What each database says when something around it is wrong is told apart from bugs and broken rules.</summary>
public sealed class DatabaseFaultTests
{
    private static readonly IDatabaseFaults Sqlite = Faults(services => services.AddGuideSqlite("Data Source=none.db"));
    private static readonly IDatabaseFaults PostgreSql = Faults(services => services.AddGuidePostgreSql("Host=none"));

    [Theory]
    [InlineData(5, 5, DatabaseFault.Busy)]
    [InlineData(6, 262, DatabaseFault.Busy)]
    [InlineData(13, 13, DatabaseFault.Full)]
    [InlineData(10, 4874, DatabaseFault.Full)]
    [InlineData(10, 778, DatabaseFault.Away)]
    [InlineData(14, 14, DatabaseFault.Away)]
    [InlineData(11, 11, DatabaseFault.Away)]
    [InlineData(26, 26, DatabaseFault.Away)]
    [InlineData(8, 8, DatabaseFault.ReadOnly)]
    [InlineData(8, 1032, DatabaseFault.Moved)]
    [InlineData(19, 2067, null)]
    [InlineData(1, 1, null)]
    public void SQLite_says_by_its_codes_what_is_wrong(int code, int extended, DatabaseFault? expected)
    {
        var refused = new SqliteException("No.", code, extended);

        Assert.Equal(expected, Sqlite.Classify(refused));
        Assert.Equal(expected, Sqlite.Classify(new DbUpdateException("Not saved.", refused)));
    }

    [Theory]
    [InlineData("08006", DatabaseFault.Away)]
    [InlineData("57P01", DatabaseFault.Away)]
    [InlineData("57P03", DatabaseFault.Away)]
    [InlineData("3D000", DatabaseFault.Away)]
    [InlineData("53300", DatabaseFault.Busy)]
    [InlineData("55P03", DatabaseFault.Busy)]
    [InlineData("57014", DatabaseFault.Busy)]
    [InlineData("53100", DatabaseFault.Full)]
    [InlineData("25006", DatabaseFault.ReadOnly)]
    [InlineData("23505", null)]
    [InlineData("42601", null)]
    public void PostgreSQL_says_by_its_states_what_is_wrong(string state, DatabaseFault? expected)
    {
        var refused = new PostgresException("No.", "ERROR", "ERROR", state);

        Assert.Equal(expected, PostgreSql.Classify(refused));
        Assert.Equal(expected, PostgreSql.Classify(new InvalidOperationException(
            "Likely transient.", new DbUpdateException("Not saved.", refused))));
    }

    [Fact]
    public void A_server_that_cannot_be_reached_or_cuts_off_is_away()
    {
        Assert.Equal(DatabaseFault.Away, PostgreSql.Classify(new NpgsqlException("Failed to connect.", new SocketException())));
        Assert.Equal(DatabaseFault.Away, PostgreSql.Classify(new NpgsqlException("While reading.", new EndOfStreamException())));
        Assert.Equal(DatabaseFault.Busy, PostgreSql.Classify(new NpgsqlException("The pool is exhausted.", new TimeoutException())));
    }

    [Fact]
    public void Whoever_does_not_wait_or_runs_out_of_time_elsewhere_does_not_accuse_the_database()
    {
        Assert.Null(
            PostgreSql.Classify(new OperationCanceledException("Gone.", new PostgresException("Cancelled.", "ERROR", "ERROR", "57014"))));
        Assert.Null(PostgreSql.Classify(
            new InvalidOperationException("No.", new TaskCanceledException("Gone.", new NpgsqlException("No.", new TimeoutException())))));
        Assert.Null(Sqlite.Classify(new TimeoutException("Another server.")));
        Assert.Null(Sqlite.Classify(new DbUpdateConcurrencyException("Changed meanwhile.")));
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_away()
    {
        await using var away = new GuideDatabase(
            services => services.AddGuidePostgreSql("Host=127.0.0.1;Port=1;Timeout=2"),
            GuideDatabase.MakeAsync, _ => Task.CompletedTask);
        await using var db = await away.OpenAsync();
        var refused = await Assert.ThrowsAnyAsync<Exception>(() => db.Members.CountAsync(GuideDatabase.Cancelled));

        Assert.Equal(DatabaseFault.Away, away.Get<IDatabaseFaults>().Classify(refused));
    }

    private static IDatabaseFaults Faults(Action<IServiceCollection> provider)
    {
        var services = new ServiceCollection();
        provider(services);
        using var built = services.BuildServiceProvider();
        return built.GetRequiredService<IDatabaseFaults>();
    }
}

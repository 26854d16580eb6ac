using System.Data.Common;
using System.Runtime.CompilerServices;

using LlmGuide.Core.Data;

using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace LlmGuide.Web.Tests.Shell;

/// <summary>
/// Lets a SQLite database fail as it does on a bad day: the errors are SQLite's own. Nobody waits longer than a moment for a lock.
/// </summary>
internal sealed class BrokenDatabase : DbConnectionInterceptor
{
    /// <summary>Where each connection leads while nothing is wrong: some of them only read.</summary>
    private readonly ConditionalWeakTable<DbConnection, string> _whole = [];

    /// <summary>
    /// What is wrong from the next command on. For <see cref="DatabaseFault.Busy"/> somebody else writes (<see cref="LockAsync"/>).
    /// </summary>
    public DatabaseFault? Fault { get; set; }

    public override InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result)
    {
        Aim(connection);
        return result;
    }

    public override ValueTask<InterceptionResult> ConnectionOpeningAsync(
        DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        Aim(connection);
        return ValueTask.FromResult(result);
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => SetUp(connection);

    public override Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        SetUp(connection);
        return Task.CompletedTask;
    }

    /// <summary>Somebody else writes until the lock is disposed of.</summary>
    public static async Task<IAsyncDisposable> LockAsync(string file)
    {
        var other = new SqliteConnection($"Data Source={file};Pooling=False");
        await other.OpenAsync(GuideHost.Cancelled);
        await other.BeginTransactionAsync(GuideHost.Cancelled);
        return other;
    }

    private void Aim(DbConnection connection)
    {
        var whole = _whole.GetValue(connection, here => here.ConnectionString);
        connection.ConnectionString = Fault == DatabaseFault.Away ? "Data Source=/nowhere/guide.db;Mode=ReadWrite" : whole;
    }

    private void SetUp(DbConnection connection)
    {
        ((SqliteConnection)connection).DefaultTimeout = 1;
        using var command = connection.CreateCommand();
        var (pages, readOnly) = (Fault == DatabaseFault.Full ? 1 : int.MaxValue, Fault == DatabaseFault.ReadOnly ? 1 : 0);
        command.CommandText = $"PRAGMA busy_timeout = 100; PRAGMA max_page_count = {pages}; PRAGMA query_only = {readOnly};";
        command.ExecuteNonQuery();
    }
}

using System.Diagnostics;
using System.Runtime.CompilerServices;

using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

using SQLitePCL;

namespace LlmGuide.Web.Tests;

/// <summary>
/// What reaches the database file of one site, in SQLite's own words: the full-text index is asked past EF Core, whose
/// interceptors do not see it. Only the opening of connections is taken from EF Core.
/// </summary>
internal sealed class SqlStatements : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private static readonly object Known = new();

    private readonly string _file;
    private readonly List<IDisposable> _subscriptions = [];
    private readonly ConditionalWeakTable<sqlite3, object> _connections = [];
    private readonly List<string> _run = [];

    public SqlStatements(string file)
    {
        _file = file;
        _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    /// <summary>What somebody asks for while something is done.</summary>
    public async Task<IReadOnlyList<string>> DuringAsync(Func<Task> act)
    {
        lock (_run)
        {
            _run.Clear();
        }

        await act();
        lock (_run)
        {
            return [.. _run];
        }
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
        {
            _subscriptions.Add(value.Subscribe(this, name => name == RelationalEventId.ConnectionOpened.Name));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is ConnectionEndEventData { Connection: SqliteConnection { Handle: { } connection } opened }
            && opened.DataSource == _file && _connections.TryAdd(connection, Known))
        {
            raw.sqlite3_trace(connection, (_, sql) => Take(sql), null);
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose() => _subscriptions.ForEach(subscription => subscription.Dispose());

    // PRAGMA sets a new connection up, and the indexes read their settings for each; a comment is what it does inside of a statement.
    private void Take(string sql)
    {
        var words = sql.AsSpan().TrimStart();
        if (!words.StartsWith("PRAGMA") && !words.StartsWith("--") && !words.Contains("_config'", StringComparison.Ordinal))
        {
            lock (_run)
            {
                _run.Add(sql);
            }
        }
    }
}

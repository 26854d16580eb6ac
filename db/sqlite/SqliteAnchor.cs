using System.Runtime.InteropServices;

using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

using SQLitePCL;

namespace LlmGuide.Db.Sqlite;

/// <summary>
/// Keeps the file open that the first connection found, and so knows whether it is still the one at its path. A file that was deleted or
/// replaced goes on taking writes until the last who has it open lets go; then they are lost. One that was written over is another one too,
/// although it has the same name and number: the mark in its header is not the same (<see cref="SqliteStorage"/>).
/// </summary>
internal sealed partial class SqliteAnchor(SqliteFile file, ILogger<SqliteAnchor> log) : IDisposable
{
    // SQLITE_FCNTL_HAS_MOVED: one stat (https://www.sqlite.org/c3ref/c_fcntl_begin_atomic_write.html)
    private const int HasMovedQuestion = 20;

    private readonly Lock _gate = new();
    private sqlite3? _held;
    private SqliteMark? _mark;
    private int _told;

    /// <summary>
    /// Whether what is committed would be lost: the file, or the log that is a part of it, has no name any more or lost it to another.
    /// </summary>
    /// <param name="hasLog">Whether the write-ahead log is in use.</param>
    public bool IsLost(bool hasLog)
    {
        if (!IsMoved() && _mark?.HasChanged() != true && (!hasLog || File.Exists(file.Path + "-wal")))
        {
            _told = 0;
            return false;
        }

        if (Interlocked.Exchange(ref _told, 1) == 0)
        {
            LogMoved(log, file.Path);
        }

        return true;
    }

    /// <exception cref="SqliteException">See <see cref="IsLost"/>.</exception>
    public void RequireInPlace()
    {
        if (IsLost(hasLog: false))
        {
            throw new SqliteException(
                "The database file is no longer the one at its path.", raw.SQLITE_READONLY, raw.SQLITE_READONLY_DBMOVED);
        }
    }

    /// <summary>To be called while a connection is open, which nobody can have moved away in the meantime.</summary>
    public void Hold()
    {
        lock (_gate)
        {
            // It never reads, so it takes no lock and no part in the write-ahead log.
            if (_held is null && raw.sqlite3_open_v2(file.Path, out var opened, raw.SQLITE_OPEN_READONLY, null) is var code)
            {
                _held = code == raw.SQLITE_OK ? opened : throw new SqliteException("The database file cannot be opened.", code, code);
                _mark = new SqliteMark(file.Path);
            }
        }
    }

    public void Dispose()
    {
        _held?.Dispose();
        _mark?.Dispose();
    }

    private bool IsMoved()
    {
        var moved = 0;
        return _held is { } held && FileControl(held, 0, HasMovedQuestion, ref moved) == raw.SQLITE_OK && moved != 0;
    }

    // The package that gives .NET the rest of SQLite leaves this function out.
    [DllImport("e_sqlite3", EntryPoint = "sqlite3_file_control", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int FileControl(sqlite3 db, nint name, int question, ref int answer);

    [LoggerMessage(
        Level = LogLevel.Critical,
        Message = "The database file {File} was deleted, replaced or overwritten while the program ran: "
            + "nothing is saved from now on, so that nothing is lost. Put the file back, or restore a backup and restart.")]
    private static partial void LogMoved(ILogger logger, string file);
}

using LlmGuide.Core.Data;
using LlmGuide.Core.Data.Storage;

using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Db.Sqlite;

/// <summary>A file beside the database, in the same folder: to take its place is one rename.</summary>
internal sealed class SqliteStagedDump(SqliteFile file, SqliteRecord record, string staged, string before) : IStagedDump
{
    // What SQLite keeps beside a file belongs to it by its name, and goes where it goes.
    private static readonly string[] Parts = ["", "-wal", "-shm"];

    private static readonly string[] Leftovers = ["", "-wal", "-shm", "-journal"];

    public GuideDb Open() => new((DbContextOptions<GuideDb>)new DbContextOptionsBuilder<GuideDb>().UseGuideSqlite(
        new SqliteConnectionStringBuilder { DataSource = staged, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString).Options);

    public Task<string?> ReplaceAsync(CancellationToken cancellationToken)
    {
        var hadOne = new FileInfo(file.Path) is { Exists: true, Length: > 0 };
        if (hadOne)
        {
            RequireUnused();
        }

        foreach (var part in Parts.Where(part => File.Exists(file.Path + part)))
        {
            File.Move(file.Path + part, before + part);
        }

        File.Move(staged, file.Path);
        record.Write();
        return Task.FromResult(hadOne ? before : null);
    }

    public ValueTask DisposeAsync()
    {
        Remove(staged);
        return ValueTask.CompletedTask;
    }

    public static void Remove(string path) => Array.ForEach(Leftovers, part => File.Delete(path + part));

    /// <summary>
    /// Whoever has a connection open holds a shared lock for as long in WAL mode, and whoever wants the file alone is told
    /// (https://www.sqlite.org/pragma.html#pragma_locking_mode).
    /// </summary>
    private void RequireUnused()
    {
        using var connection = SqliteFile.Unpooled(file.Write);
        connection.DefaultTimeout = 1;
        try
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA locking_mode = EXCLUSIVE";
            command.ExecuteNonQuery();

            // A statement of its own: of those after one with a result, the driver swallows what went wrong.
            command.CommandText = "BEGIN EXCLUSIVE";
            command.ExecuteNonQuery();
        }
        catch (SqliteException used) when (used.SqliteErrorCode is SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED)
        {
            throw new StorageException("The database is in use: stop the application, then restore. Nothing was changed.", used);
        }
        catch (SqliteException)
        {
            // It is damaged, which is why it is to be replaced.
        }
    }
}

using System.Globalization;

using LlmGuide.Core.Data.Storage;

using Microsoft.Data.Sqlite;

using static SQLitePCL.raw;

namespace LlmGuide.Db.Sqlite;

/// <summary>The file as a whole, by SQLite's online backup (https://www.sqlite.org/backup.html).</summary>
internal sealed class SqliteDump(SqliteFile file, SqliteRecord record, TimeProvider clock) : IDump
{
    public DatabaseProvider Provider => DatabaseProvider.Sqlite;

    public async Task WriteAsync(string path, CancellationToken cancellationToken)
    {
        await using (new FileStream(path, PrivateFiles.Options(FileMode.CreateNew, FileShare.None)))
        {
            // Made for its owner alone.
        }

        // All pages at once: in WAL mode that is one read transaction, and nobody waits for it.
        await Task.Run(() => Copy(file.Current, path), cancellationToken);
        await Task.Run(() => SqliteLook.Require(path), cancellationToken);
    }

    public async Task<IStagedDump> StageAsync(string path, CancellationToken cancellationToken)
    {
        var staged = file.Path + "-restoring";
        SqliteStagedDump.Remove(staged);
        await using (var target = new FileStream(staged, PrivateFiles.Options(FileMode.CreateNew, FileShare.None)))
        await using (var source = File.OpenRead(path))
        {
            await source.CopyToAsync(target, cancellationToken);
            PrivateFiles.Sync(target);
        }

        var stage = new SqliteStagedDump(file, record, staged, Before());
        try
        {
            await Task.Run(() => SqliteLook.Require(staged), cancellationToken);
            return stage;
        }
        catch
        {
            await stage.DisposeAsync();
            throw;
        }
    }

    private string Before() =>
        $"{file.Path}-before-{clock.GetUtcNow().UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}";

    private static void Copy(string from, string to)
    {
        using var source = SqliteFile.Unpooled(from);
        using var target = SqliteFile.Unpooled(new SqliteConnectionStringBuilder { DataSource = to }.ConnectionString);
        source.Open();
        target.Open();
        try
        {
            source.BackupDatabase(target);
            Whole(target);
        }
        catch (SqliteException full) when (full.SqliteErrorCode == SQLITE_FULL)
        {
            // Only the copy is written here. Its journal is of no use without the rest of it.
            throw new IOException("the disk is full.", full);
        }
    }

    // So that the file is all of it; and a copy is another database, which is told apart when somebody writes it over this one.
    private static void Whole(SqliteConnection target)
    {
        using var whole = target.CreateCommand();
#pragma warning disable CA2100 // Constants and a number.
        whole.CommandText = $"PRAGMA journal_mode = DELETE; {SqliteStorage.Number()}";
#pragma warning restore CA2100
        whole.ExecuteNonQuery();
    }
}

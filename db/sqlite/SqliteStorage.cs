using System.Globalization;
using System.Security.Cryptography;

using LlmGuide.Core.Data;
using LlmGuide.Core.Data.Storage;

using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace LlmGuide.Db.Sqlite;

/// <summary>The file and the one beside it: made once, recognized, locked, and tried by a write.</summary>
internal sealed partial class SqliteStorage(
    SqliteFile file, SqliteAnchor anchor, SqliteRecord record, IWriteOrder order, ILogger<SqliteStorage> log) : IStorage
{
    /// <summary>“LLMG”, in the header of every database of the guide (https://www.sqlite.org/pragma.html#pragma_application_id).</summary>
    public const int ApplicationId = 0x4C4C4D47;

    private const int ProbeSeconds = 3;

    private enum Found
    {
        Nothing,
        Guide,
        Unmarked,
        Unnumbered,
        Foreign,
    }

    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        switch (Look())
        {
            case Found.Foreign:
                throw new StorageException(
                    $"The database {file.Path} belongs to another program, and nothing in it was changed. Name another file.");
            case Found.Nothing when record.Since is { } since:
                throw new StorageException(
                    $"There was a database at {file.Path} since {since}, and it is gone or empty. "
                    + $"Restore a backup, or delete {record.Path} to begin with an empty one.");
            case Found.Nothing when file.IsForReading:
                // It says itself that there is nothing to read.
                await using (var missing = SqliteFile.Unpooled(file.Read))
                {
                    await missing.OpenAsync(cancellationToken);
                }

                break;
            case Found.Nothing:
                Create();
                break;
            case Found.Unmarked or Found.Unnumbered when file.Current == file.Write:
                Mark();
                break;
            default:
                break;
        }

        Keep();
    }

    public Task<IAsyncDisposable?> TryLockSchemaAsync(CancellationToken cancellationToken) => Task.FromResult(record.TryLock());

    /// <summary>All of it is one transaction.</summary>
    public Task<bool> IsCompleteAsync(GuideDb db, CancellationToken cancellationToken) => Task.FromResult(true);

    public async Task MigrateAsync(GuideDb db, CancellationToken cancellationToken)
    {
        // A table that is made anew takes the place of the old one, and what refers to it stays
        // (https://www.sqlite.org/lang_altertable.html).
        await db.Database.OpenConnectionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"PRAGMA foreign_keys = OFF", cancellationToken);
        try
        {
            // Within a transaction of ours EF Core makes none, one after another, and takes no lock of its own: a row that stays when
            // whoever made it is killed, and then everybody waits for ever
            // (https://learn.microsoft.com/ef/core/managing-schemas/migrations/applying).
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await db.Database.MigrateAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        finally
        {
            await db.Database.ExecuteSqlAsync($"PRAGMA foreign_keys = ON", CancellationToken.None);
            await db.Database.CloseConnectionAsync();
        }
    }

    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        using var turn = await order.WaitAsync(cancellationToken);

        // The driver blocks its thread while it waits for other processes: it gets one that nobody else needs.
        await Task.Factory.StartNew(WriteOnce, cancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    private void WriteOnce()
    {
        anchor.RequireInPlace();
        using var connection = SqliteFile.Unpooled(file.IsForReading ? file.Read : file.Write);
        connection.DefaultTimeout = ProbeSeconds;
        connection.Open();
        Run(
            connection, "UPDATE \"__EFMigrationsHistory\" SET \"ProductVersion\" = \"ProductVersion\" "
                + "WHERE \"MigrationId\" = (SELECT min(\"MigrationId\") FROM \"__EFMigrationsHistory\")");
        if (file.HasBeenWritten())
        {
            LogWritable(log);
        }
    }

    private Found Look()
    {
        if (new FileInfo(file.Path) is not { Exists: true, Length: > 0 })
        {
            return Found.Nothing;
        }

        using var connection = SqliteFile.Unpooled(file.Current);
        connection.Open();
        return Number(connection, "PRAGMA application_id") switch
        {
            ApplicationId when Number(connection, "PRAGMA user_version") == 0 => Found.Unnumbered,
            ApplicationId => Found.Guide,
            not 0 => Found.Foreign,
            _ when Number(connection, "SELECT count(*) FROM sqlite_master") == 0 => Found.Nothing,

            // From before there was a mark. Another program of this kind is told apart by its migrations.
            _ when Number(connection, "SELECT count(*) FROM sqlite_master WHERE name = '__EFMigrationsHistory'") == 1 => Found.Unmarked,
            _ => Found.Foreign,
        };
    }

    private void Create()
    {
        using (new FileStream(file.Path, PrivateFiles.Options(FileMode.OpenOrCreate, FileShare.ReadWrite)))
        {
            // What SQLite makes beside it has the same mode.
        }

        Mark();
    }

    private void Mark()
    {
        using var connection = SqliteFile.Unpooled(file.Write);
        connection.Open();
        Run(connection, $"PRAGMA journal_mode = WAL; PRAGMA application_id = {ApplicationId}; {Number()}");
    }

    /// <summary>What was made is remembered, and for nobody else's eyes. Where that cannot be written, it is not.</summary>
    private void Keep()
    {
        if (!file.IsForReading)
        {
            record.Write();
            Array.ForEach([file.Path, file.Path + "-wal", file.Path + "-shm"], PrivateFiles.CloseToOthers);
        }
    }

    /// <summary>Gives a database a number of its own, by which it is told from others (<see cref="SqliteMark"/>).</summary>
    public static string Number() => string.Create(
        CultureInfo.InvariantCulture, $"PRAGMA user_version = {RandomNumberGenerator.GetInt32(1, int.MaxValue)}");

    private static void Run(SqliteConnection connection, string statement)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants.
        command.CommandText = statement;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private static long Number(SqliteConnection connection, string query)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants.
        command.CommandText = query;
#pragma warning restore CA2100
        return (long)command.ExecuteScalar()!;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The database can be written again.")]
    private static partial void LogWritable(ILogger logger);
}

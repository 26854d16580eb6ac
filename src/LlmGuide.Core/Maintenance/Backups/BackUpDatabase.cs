using System.Reflection;

using LlmGuide.Core.Data;
using LlmGuide.Core.Data.Storage;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Maintenance.Backups;

/// <summary>Writes everything that there is into one file, while the application runs.</summary>
public sealed class BackUpDatabase(IDbContextFactory<GuideDb> databases, IDump dump, TimeProvider clock)
{
    /// <param name="file">Where to; it is there once the whole of it is. Only its owner can read it.</param>
    /// <exception cref="StorageException">There is a file already, or it could not be written, in one line.</exception>
    public async Task<BackupManifest> RunAsync(string file, CancellationToken cancellationToken)
    {
        file = Path.GetFullPath(file);
        if (File.Exists(file))
        {
            throw new StorageException($"{file} is there already, and was not overwritten.");
        }

        var (content, unfinished) = (file + ".content", file + ".part");
        try
        {
            Remove(file);
            var manifest = new BackupManifest(
                BackupManifest.CurrentFormat, dump.Provider, await SchemaAsync(cancellationToken), Version(), clock.GetUtcNow(), 0, "",
                BackupManifest.Secrets);
            await dump.WriteAsync(content, cancellationToken);
            await using (var output = new FileStream(unfinished, PrivateFiles.Options(FileMode.CreateNew, FileShare.None)))
            await using (var database = File.OpenRead(content))
            {
                manifest = await BackupFile.WriteAsync(output, database, manifest, cancellationToken);
                PrivateFiles.Sync(output);
            }

            File.Move(unfinished, file);
            return manifest;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new StorageException($"{file} cannot be written: {refused.Message}", refused);
        }
        finally
        {
            Remove(file);
        }
    }

    private async Task<string> SchemaAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).Max(StringComparer.Ordinal)
            ?? throw new StorageException("There is no database of LlmGuide to back up.");
    }

    // SQLite writes a journal beside the copy, and leaves it where the disk was full.
    private static void Remove(string file)
    {
        foreach (var part in (string[])[".content", ".content-journal", ".part"])
        {
            if (File.Exists(file + part))
            {
                File.Delete(file + part);
            }
        }
    }

    private static string Version() =>
        typeof(BackUpDatabase).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
}

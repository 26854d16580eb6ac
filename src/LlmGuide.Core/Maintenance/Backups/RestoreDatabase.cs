using LlmGuide.Core.Data.Storage;

namespace LlmGuide.Core.Maintenance.Backups;

/// <summary>
/// Puts a backup in the place of the database: only after all of it was read, held to its hash, loaded and looked over. What was there is
/// kept under another name.
/// </summary>
public sealed class RestoreDatabase(IDump dump)
{
    /// <exception cref="StorageException">Why it was not restored, in one line; nothing was changed then.</exception>
    public async Task<RestoredBackup> RunAsync(string file, CancellationToken cancellationToken)
    {
        var content = Path.Combine(Path.GetTempPath(), $"llmguide-restore-{Guid.NewGuid():N}");
        try
        {
            var manifest = await BackupFile.ReadAsync(file, content, cancellationToken);
            if (manifest.Provider != dump.Provider)
            {
                throw new StorageException(
                    $"{file} is a backup of {manifest.Provider}, and Database:Provider is {dump.Provider}. "
                    + "Restore it there, and bring it over with copy-to.");
            }

            await using var staged = await dump.StageAsync(content, cancellationToken);
            await using (var db = staged.Open())
            {
                if (await Schema.StateAsync(db, cancellationToken) is SchemaState.Ahead or SchemaState.Unreleased)
                {
                    throw new StorageException(
                        $"{file} was written by another version of LlmGuide ({manifest.Program}). Restore it with that version.");
                }
            }

            return new RestoredBackup(manifest, await staged.ReplaceAsync(cancellationToken));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new StorageException($"{file} cannot be restored: {refused.Message}", refused);
        }
        finally
        {
            File.Delete(content);
        }
    }
}

/// <param name="Before">Where what was there is now; <c>null</c> when there was nothing.</param>
public sealed record RestoredBackup(BackupManifest Manifest, string? Before);

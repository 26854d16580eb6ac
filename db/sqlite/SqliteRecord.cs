using System.Globalization;

using LlmGuide.Core.Data.Storage;

namespace LlmGuide.Db.Sqlite;

/// <summary>
/// The small file beside the database that outlives it: that it is there tells that there was a database, and whoever changes the schema
/// holds it locked. The operating system gives that lock back when its process ends, however it ends.
/// </summary>
internal sealed class SqliteRecord(SqliteFile file)
{
    // EAGAIN on Linux and on BSD, ERROR_SHARING_VIOLATION: somebody else holds the lock.
    private static readonly int[] HeldCodes = [11, 35, unchecked((int)0x80070020)];

    public string Path { get; } = file.Path + "-made";

    /// <summary>The day since when there has been a database; <c>null</c> when there never was one.</summary>
    public string? Since => new FileInfo(Path) is { Exists: true, Length: > 0 } made
        ? made.LastWriteTimeUtc.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : null;

    /// <summary>Remembers that there is a database. Where that cannot be written, nothing could be made anew either.</summary>
    public void Write()
    {
        if (Since is not null)
        {
            return;
        }

        try
        {
            using var written = new StreamWriter(new FileStream(Path, PrivateFiles.Options(FileMode.OpenOrCreate, FileShare.ReadWrite)));
            written.WriteLine(
                "LlmGuide made a database here. While this file is here, a database that is gone is missed and not made anew.");
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // A folder for reading, a full disk, or a first start that another process is still busy with, and will remember.
        }
    }

    /// <returns>The lock; <c>null</c> when somebody else has it.</returns>
    /// <exception cref="StorageException">The file cannot be written.</exception>
    public IAsyncDisposable? TryLock()
    {
        try
        {
            return new FileStream(Path, PrivateFiles.Options(FileMode.OpenOrCreate, FileShare.None));
        }
        catch (IOException held) when (HeldCodes.Contains(held.HResult))
        {
            return null;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new StorageException($"The schema has to be changed, and {Path} cannot be written: {refused.Message}", refused);
        }
    }
}

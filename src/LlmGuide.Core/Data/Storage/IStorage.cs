namespace LlmGuide.Core.Data.Storage;

/// <summary>Where a database is kept: what has to be done and watched there, which no statement about the model does.</summary>
public interface IStorage
{
    /// <summary>Makes an empty database where there never was one. A start that is cut off here is made good by the next.</summary>
    /// <exception cref="StorageException">What is there is another program's, or there was a database and it is gone.</exception>
    Task PrepareAsync(CancellationToken cancellationToken);

    /// <summary>Lets one process at a time change the schema. The turn ends with its process, however that ends.</summary>
    /// <returns>The turn, to dispose of; <c>null</c> while somebody else has it.</returns>
    Task<IAsyncDisposable?> TryLockSchemaAsync(CancellationToken cancellationToken);

    /// <summary>Whether what belongs to the migrations was made after them, too, when none is pending any more.</summary>
    Task<bool> IsCompleteAsync(GuideDb db, CancellationToken cancellationToken);

    /// <summary>Runs the migrations that are pending, each of them whole or not at all, with all that belongs to it.</summary>
    Task MigrateAsync(GuideDb db, CancellationToken cancellationToken);

    /// <summary>
    /// Commits a real write over a connection of its own: a statement that changes nothing would not meet the end of a disk.
    /// </summary>
    /// <exception cref="System.Data.Common.DbException">It cannot be written, or not in a few seconds.</exception>
    /// <exception cref="TimeoutException">Other writers took too long.</exception>
    Task WriteAsync(CancellationToken cancellationToken);
}

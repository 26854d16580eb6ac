namespace LlmGuide.Core.Data.Storage;

/// <summary>Writes all of a database into one file, by the means of its kind, and brings it back.</summary>
public interface IDump
{
    DatabaseProvider Provider { get; }

    /// <summary>Writes everything as it is at one moment, while others go on writing.</summary>
    /// <param name="path">Is not there yet.</param>
    /// <exception cref="StorageException">Why it could not be done, in one line.</exception>
    Task WriteAsync(string path, CancellationToken cancellationToken);

    /// <summary>Loads such a file beside what is there and looks it over. Nothing that is in use is touched.</summary>
    /// <param name="path">Whole, as <see cref="WriteAsync"/> has written it.</param>
    /// <exception cref="StorageException">It is no database of the guide, it is damaged, or there is no place for it.</exception>
    Task<IStagedDump> StageAsync(string path, CancellationToken cancellationToken);
}

/// <summary>A database that stands beside the one in use. To dispose of it removes it, unless it has taken that one's place.</summary>
public interface IStagedDump : IAsyncDisposable
{
    GuideDb Open();

    /// <summary>Takes the place of the database in use, which is kept under another name.</summary>
    /// <returns>Where what was there is now; <c>null</c> when there was nothing.</returns>
    /// <exception cref="StorageException">Somebody uses the database: nothing was changed.</exception>
    Task<string?> ReplaceAsync(CancellationToken cancellationToken);
}

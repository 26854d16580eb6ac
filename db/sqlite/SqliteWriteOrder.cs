using LlmGuide.Core.Data;

namespace LlmGuide.Db.Sqlite;

/// <summary>One writer at a time, first come, first served. Other processes still meet SQLite's own lock and its busy timeout.</summary>
internal sealed class SqliteWriteOrder : IWriteOrder, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _turn = new(1, 1);

    public bool OneAtATime => true;

    public async Task<IDisposable> WaitAsync(CancellationToken cancellationToken) =>
        await _turn.WaitAsync(Patience, cancellationToken)
            ? new Turn(_turn)
            : throw new WritersWaitException("The database was busy writing for ten seconds.");

    public void Dispose() => _turn.Dispose();

    private sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}

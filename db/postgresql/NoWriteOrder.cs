using LlmGuide.Core.Data;

namespace LlmGuide.Db.PostgreSql;

/// <summary>PostgreSQL lets everybody write at once and locks rows by itself.</summary>
internal sealed class NoWriteOrder : IWriteOrder
{
    private static readonly Task<IDisposable> Now = Task.FromResult<IDisposable>(new Turn());

    public bool OneAtATime => false;

    public Task<IDisposable> WaitAsync(CancellationToken cancellationToken) => Now;

    private sealed class Turn : IDisposable
    {
        public void Dispose()
        {
            // Nobody waits for it.
        }
    }
}

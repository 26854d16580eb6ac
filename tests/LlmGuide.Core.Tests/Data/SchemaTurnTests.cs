using LlmGuide.Core.Data.Storage;
using LlmGuide.Core.Tests.Databases;

using Microsoft.Extensions.Logging;

namespace LlmGuide.Core.Tests.Data;

/// <summary>One process at a time changes the schema, and the others say what they wait for.</summary>
[OnEachDatabase]
public sealed class SchemaTurnTests(BareDatabase bare) : IClassFixture<BareDatabase>
{
    [Fact]
    public async Task The_second_waits_says_so_once_and_has_its_turn_when_the_first_is_done()
    {
        var (database, log) = (bare.Database, new Lines());
        var turns = new SchemaTurn(database.Get<IStorage>(), database.Clock, log);
        var first = await turns.WaitAsync(GuideDatabase.Cancelled);
        var since = database.Clock.GetUtcNow();
        var second = turns.WaitAsync(GuideDatabase.Cancelled);
        await PassAsync(database, () => log.Written.Count > 0);

        Assert.True(database.Clock.GetUtcNow() - since >= TimeSpan.FromSeconds(10));
        Assert.Contains($"has waited for it since {since:HH:mm:ss} UTC", Assert.Single(log.Written), StringComparison.Ordinal);
        Assert.False(second.IsCompleted);

        await first.DisposeAsync();
        await PassAsync(database, () => second.IsCompleted);
        await (await second).DisposeAsync();
        Assert.Single(log.Written);
    }

    [Fact]
    public async Task Who_waits_can_be_asked_to_end()
    {
        var database = bare.Database;
        var turns = new SchemaTurn(database.Get<IStorage>(), database.Clock, new Lines());
        await using var first = await turns.WaitAsync(GuideDatabase.Cancelled);
        using var asked = new CancellationTokenSource();
        var second = turns.WaitAsync(asked.Token);
        await asked.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
    }

    private static async Task PassAsync(GuideDatabase database, Func<bool> until)
    {
        while (!until())
        {
            GuideDatabase.Cancelled.ThrowIfCancellationRequested();
            database.Clock.Advance(TimeSpan.FromMilliseconds(200));
            await Task.Yield();
        }
    }

    private sealed class Lines : ILogger<SchemaTurn>
    {
        public List<string> Written { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Written.Add(formatter(state, exception));
    }
}

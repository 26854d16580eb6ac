using LlmGuide.Core.Data;
using LlmGuide.Core.Data.Columns;
using LlmGuide.Core.Tests.Databases;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Tests.Data;

/// <summary>Short writes that waited for one turn on SQLite.</summary>
public sealed class SharedCommitTests : IAsyncLifetime
{
    private GuideDatabase _database = null!;

    public async ValueTask InitializeAsync() => _database = await TestDatabases.Sqlite().MigratedAsync();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task What_waited_together_is_one_transaction()
    {
        var outcomes = await Task.WhenAll(await WaitingAsync(Key("one"), Key("two"), Key("three")));

        Assert.Single(outcomes.Select(outcome => outcome.Value).Distinct());
        Assert.Equal(["one", "three", "two"], await KeysAsync());
    }

    [Fact]
    public async Task One_that_fails_or_refuses_takes_nobody_with_it()
    {
        var waiting = await WaitingAsync(
            Key("one"),
            async db =>
            {
                await Key("refused")(db);
                await db.SaveChangesAsync(GuideDatabase.Cancelled);
                return Refusal.Rule("No.");
            },
            async db =>
            {
                await Key("failed")(db);
                await db.SaveChangesAsync(GuideDatabase.Cancelled);
                throw new InvalidOperationException("A bug.");
            },
            Key("one"),
            Key("two"));

        Assert.Null((await waiting[0]).Refusal);
        Assert.Equal("No.", (await waiting[1]).Refusal?.Why);
        await Assert.ThrowsAsync<InvalidOperationException>(() => waiting[2]);
        await Assert.ThrowsAsync<DbUpdateException>(() => waiting[3]);
        Assert.Null((await waiting[4]).Refusal);
        Assert.Equal(["one", "two"], await KeysAsync());
    }

    [Fact]
    public async Task When_the_commit_fails_nobody_is_told_that_it_was_done()
    {
        var waiting = await WaitingAsync(Key("one"), FailsAtCommit);

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => waiting[0]);
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => waiting[1]);
        Assert.Empty(await KeysAsync());
        Assert.Null((await Task.WhenAll(await WaitingAsync(Key("after"))))[0].Refusal);
    }

    [Fact]
    public async Task Who_comes_while_a_commit_fails_has_a_turn_of_their_own()
    {
        Task<Outcome<Guid>>? late = null;
        Writing? writing = null;
        writing = new Writing(_database.Get<IDbContextFactory<GuideDb>>(), new Turns(() =>
            late ??= writing!.RunShortAsync(Key("late"), GuideDatabase.Cancelled)), _database.Evictions);

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => writing.RunShortAsync(FailsAtCommit, GuideDatabase.Cancelled));
        Assert.Null((await late!).Refusal);
        Assert.Equal(["late"], await KeysAsync());
    }

    /// <summary>Lets all of them queue up before the first has its turn.</summary>
    private async Task<Task<Outcome<Guid>>[]> WaitingAsync(params Func<GuideDb, Task<Outcome<Guid>>>[] acts)
    {
        using var turn = await _database.Get<IWriteOrder>().WaitAsync(GuideDatabase.Cancelled);
        return [.. acts.Select(act => _database.Get<Writing>().RunShortAsync(act, GuideDatabase.Cancelled))];
    }

    private static Func<GuideDb, Task<Outcome<Guid>>> Key(string name) => db =>
    {
        db.ProtectionKeys.Add(new Core.Members.ProtectionKey { Name = name, Xml = "<key />" });
        return Task.FromResult<Outcome<Guid>>(db.Database.CurrentTransaction!.TransactionId);
    };

    /// <summary>Its foreign keys are looked at by the commit, and not before.</summary>
    private static async Task<Outcome<Guid>> FailsAtCommit(GuideDb db)
    {
        await db.Database.ExecuteSqlAsync($"PRAGMA defer_foreign_keys = ON", GuideDatabase.Cancelled);
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO \"Subscriptions\" (\"MemberId\", \"ConversationId\", \"Level\", \"SeenUpTo\", \"SeenAt\") VALUES (99, 99, 'Normal', 0, 0)",
            GuideDatabase.Cancelled);
        return Guid.Empty;
    }

    private async Task<List<string>> KeysAsync()
    {
        await using var db = await _database.OpenAsync();
        return await db.ProtectionKeys.Select(key => key.Name).Order().ToListAsync(GuideDatabase.Cancelled);
    }

    /// <summary>Always free; calls back when a turn is given up, which is before anybody is told how it went.</summary>
    private sealed class Turns(Action givenUp) : IWriteOrder, IDisposable
    {
        public bool OneAtATime => true;

        public Task<IDisposable> WaitAsync(CancellationToken cancellationToken) => Task.FromResult<IDisposable>(this);

        public void Dispose() => givenUp();
    }
}

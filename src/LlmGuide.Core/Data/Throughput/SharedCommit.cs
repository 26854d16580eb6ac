using System.Threading.Channels;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace LlmGuide.Core.Data.Throughput;

/// <summary>
/// Commits short writes that wait for the same turn in one transaction, each behind a savepoint of its own: one that refuses or
/// fails is rolled back alone. Nobody is answered before the commit, so an answer means what it means without this, and a commit
/// that fails fails them all. What a commit costs is paid once for the group (decision 22).
/// </summary>
internal sealed class SharedCommit
{
    /// <summary>So many at most, so that the first of them is not kept waiting for the last.</summary>
    private const int Most = 32;

    private const string Mark = "one";

    private readonly IDbContextFactory<GuideDb> _databases;
    private readonly IWriteOrder _order;
    private readonly BatchQueue<Waiting> _waiting;

    public SharedCommit(IDbContextFactory<GuideDb> databases, IWriteOrder order)
    {
        (_databases, _order) = (databases, order);
        _waiting = new BatchQueue<Waiting>(AnswerGroupAsync);
    }

    public Task<Outcome<T>> RunAsync<T>(Func<GuideDb, Task<Outcome<T>>> act, CancellationToken cancellationToken)
    {
        var mine = new Waiting<T>(act, cancellationToken);
        _waiting.Add(mine);
        return mine.Answer;
    }

    private async Task AnswerGroupAsync(ChannelReader<Waiting> waiting)
    {
        var group = new List<Waiting>();
        try
        {
            using var turn = await _order.TurnAsync(CancellationToken.None);
            await CommitAsync(group, waiting);
        }
#pragma warning disable CA1031 // Whatever it is, it belongs to those who wait; they throw it.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            Fail(group, waiting, fault);
            return;
        }

        group.ForEach(one => one.Finish());
    }

    private async Task CommitAsync(List<Waiting> group, ChannelReader<Waiting> waiting)
    {
        await using var db = await _databases.CreateDbContextAsync(CancellationToken.None);
        await using var transaction = await db.Database.BeginTransactionAsync(CancellationToken.None);
        db.Database.AutoSavepointsEnabled = false;
        while (group.Count < Most && waiting.TryRead(out var next))
        {
            group.Add(next);
            await RunOneAsync(db, transaction, next);
        }

        await transaction.CommitAsync(CancellationToken.None);
    }

    private static async Task RunOneAsync(GuideDb db, IDbContextTransaction transaction, Waiting one)
    {
        await transaction.CreateSavepointAsync(Mark, CancellationToken.None);
        if (!await one.TryAsync(db))
        {
            // Where the database has given up the whole transaction there is no such mark any more, and this fails them all.
            await transaction.RollbackToSavepointAsync(Mark, CancellationToken.None);
        }

        await transaction.ReleaseSavepointAsync(Mark, CancellationToken.None);
        db.ChangeTracker.Clear();
    }

    /// <summary>
    /// Without a turn, or a connection, nobody was taken from the queue: then those who wait are told. Whoever came later is not.
    /// </summary>
    private static void Fail(List<Waiting> group, ChannelReader<Waiting> waiting, Exception fault)
    {
        var nobodyWasTaken = group.Count == 0;
        while (nobodyWasTaken && group.Count < Most && waiting.TryRead(out var next))
        {
            group.Add(next);
        }

        group.ForEach(one => one.Fail(fault));
    }

    private abstract class Waiting
    {
        /// <returns>Whether what it did is to be kept.</returns>
        public abstract Task<bool> TryAsync(GuideDb db);

        /// <summary>After the commit.</summary>
        public abstract void Finish();

        /// <summary>Instead of the commit.</summary>
        public abstract void Fail(Exception fault);
    }

    private sealed class Waiting<T>(Func<GuideDb, Task<Outcome<T>>> act, CancellationToken cancellationToken) : Waiting
    {
        private readonly TaskCompletionSource<Outcome<T>> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private Outcome<T> _outcome;
        private Exception? _fault;

        public Task<Outcome<T>> Answer => _answer.Task;

        public override async Task<bool> TryAsync(GuideDb db)
        {
            try
            {
                cancellationToken.ThrowIfCancellationRequested();
                _outcome = await act(db);
                if (_outcome.Refusal is null)
                {
                    await db.SaveChangesAsync(cancellationToken);
                }

                return _outcome.Refusal is null;
            }
#pragma warning disable CA1031 // Whatever it is, it belongs to the one who waits; the others go on.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                _fault = fault;
                return false;
            }
        }

        public override void Finish()
        {
            if (_fault is null)
            {
                _answer.SetResult(_outcome);
            }
            else
            {
                _answer.SetException(_fault);
            }
        }

        public override void Fail(Exception fault) => _answer.SetException(_fault ?? fault);
    }
}

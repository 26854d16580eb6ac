using LlmGuide.Core.Data;
using LlmGuide.Core.Data.Bulk;
using LlmGuide.Core.Data.Storage;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Maintenance.Copying;

/// <summary>
/// Copies everything into an empty database, of the other kind or of the same: every table of the model, as it was at one moment, while
/// others go on writing. It is one transaction there, which ends with a comparison of every row: what is there afterwards is all or
/// nothing.
/// </summary>
public sealed class CopyDatabase(IDbContextFactory<GuideDb> databases, IBulkCopy bulk)
{
    private const int ReportEvery = 500;

    /// <param name="target">It is made and migrated where that is still to be done, and refused when there is a row in it.</param>
    /// <param name="progress">Rows that were written and compared, and how many there are of both.</param>
    /// <exception cref="StorageException">What is at the target is another program's.</exception>
    public async Task<Outcome<CopiedDatabase>> RunAsync(
        CopyTarget target, IProgress<(long Done, long All)> progress, CancellationToken cancellationToken)
    {
        await using var from = await databases.CreateDbContextAsync(cancellationToken);
        await using var to = await PreparedAsync(target, cancellationToken);
        if (await Schema.StateAsync(to, cancellationToken) != SchemaState.Current)
        {
            return Refusal.Rule("The target was written by another version of LlmGuide; nothing in it was changed.");
        }

        await from.Database.OpenConnectionAsync(cancellationToken);
        await to.Database.OpenConnectionAsync(cancellationToken);
        await using var reading = await bulk.BeginReadingAsync(from, cancellationToken);
        await using var filling = await target.Bulk.BeginFillingAsync(to, cancellationToken);
        var tables = BulkTable.All(from).Zip(BulkTable.All(to), (here, there) => new CopyTable(from, here, bulk, to, there, target.Bulk))
            .ToList();
        foreach (var table in tables)
        {
            if (!await table.IsTargetEmptyAsync(cancellationToken))
            {
                return Refusal.Rule($"The target is not empty: there are rows in {table.Name}. Nothing in it was changed.");
            }
        }

        var counted = new Counted(progress, await AllAsync(tables, cancellationToken));
        var copied = new List<CopiedTable>();
        foreach (var table in tables)
        {
            copied.Add(new CopiedTable(table.Name, await table.CopyAsync(counted.One, cancellationToken)));
        }

        await target.Bulk.FinishAsync(to, cancellationToken);
        foreach (var table in tables)
        {
            if (await table.DifferenceAsync(counted.One, cancellationToken) is { } difference)
            {
                return Refusal.Rule($"The copy is not the same, and was thrown away: {difference}.");
            }
        }

        await filling.CommitAsync(cancellationToken);
        return new CopiedDatabase(copied);
    }

    private static async Task<GuideDb> PreparedAsync(CopyTarget target, CancellationToken cancellationToken)
    {
        await target.Storage.PrepareAsync(cancellationToken);
        var db = await target.Databases.CreateDbContextAsync(cancellationToken);
        if (await Schema.StateAsync(db, cancellationToken) == SchemaState.Behind)
        {
            await using var turn = await target.Turns.WaitAsync(cancellationToken);
            await target.Storage.MigrateAsync(db, CancellationToken.None);
        }

        return db;
    }

    private static async Task<long> AllAsync(List<CopyTable> tables, CancellationToken cancellationToken)
    {
        var rows = 0L;
        foreach (var table in tables)
        {
            rows += await table.CountAsync(cancellationToken);
        }

        return rows * 2;
    }

    private sealed class Counted(IProgress<(long Done, long All)> progress, long all)
    {
        private long _done;

        public void One()
        {
            if (++_done % ReportEvery == 0 || _done == all)
            {
                progress.Report((_done, all));
            }
        }
    }
}

/// <summary>Where to: a database with all that is known of its kind.</summary>
public sealed record CopyTarget
{
    public required IDbContextFactory<GuideDb> Databases { get; init; }

    public required IBulkCopy Bulk { get; init; }

    public required IStorage Storage { get; init; }

    public required SchemaTurn Turns { get; init; }
}

/// <param name="Tables">By name, those without rows too.</param>
public sealed record CopiedDatabase(IReadOnlyList<CopiedTable> Tables)
{
    public long Rows => Tables.Sum(table => table.Rows);
}

public sealed record CopiedTable(string Name, long Rows);

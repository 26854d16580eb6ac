using LlmGuide.Core.Data;
using LlmGuide.Core.Data.Storage;
using LlmGuide.Core.Interchange.Seed;
using LlmGuide.Core.Maintenance;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Web.Settings.Health;

/// <summary>Gets the database ready before the first request: its schema, its first content, and a word if it cannot be written.</summary>
internal sealed partial class DatabasePreparation(
    IDbContextFactory<GuideDb> databases, DatabaseOptions options, LoadSeed seed,
    TextPreparation texts, IStorage storage, SchemaTurn turns, Readiness readiness, ILogger<DatabasePreparation> log)
{
    /// <summary>Makes the model of the database on another processor: a quarter of a start. Who needs it meanwhile waits for it.</summary>
    public Task MakeModelAsync() => Task.Run(() =>
    {
        using var db = databases.CreateDbContext();
        return db.Model;
    });

    /// <summary>Brings the schema up to date.</summary>
    /// <returns>The migrations that were applied, in order.</returns>
    /// <exception cref="StartUpException">The database is newer than this program, or out of reach.</exception>
    public async Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellationToken)
    {
        await using var db = await PreparedAsync(cancellationToken);
        if (await SchemaCheck.StateAsync(db, cancellationToken) == SchemaState.Current
            && await storage.IsCompleteAsync(db, cancellationToken))
        {
            return [];
        }

        await using var turn = await TurnAsync(cancellationToken);
        var pending = (await db.Database.GetPendingMigrationsAsync(cancellationToken)).ToList();
        if (pending.Count == 0 && await storage.IsCompleteAsync(db, cancellationToken))
        {
            // Whoever had the turn before did it.
            return [];
        }

        LogMigrating(log, pending.Count);

        // Whoever asks the program to end waits for the end of what has begun.
        await storage.MigrateAsync(db, CancellationToken.None);
        LogMigrated(log, string.Join(", ", pending));
        cancellationToken.ThrowIfCancellationRequested();
        return pending;
    }

    private async Task<GuideDb> PreparedAsync(CancellationToken cancellationToken)
    {
        try
        {
            await storage.PrepareAsync(cancellationToken);
            return await databases.CreateDbContextAsync(cancellationToken);
        }
        catch (StorageException wrong)
        {
            throw new StartUpException(wrong.Message, wrong);
        }
        catch (Exception unreachable) when (SchemaCheck.Refusal(unreachable) is { } said)
        {
            throw SchemaCheck.Unreachable(said);
        }
    }

    private async Task<IAsyncDisposable> TurnAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await turns.WaitAsync(cancellationToken);
        }
        catch (StorageException wrong)
        {
            throw new StartUpException(wrong.Message, wrong);
        }
    }

    /// <summary>Brings the schema up to date, and with it every text and its HTML.</summary>
    /// <exception cref="StartUpException">As <see cref="MigrateAsync"/>.</exception>
    public async Task<UpdatedDatabase> UpdateAsync(CancellationToken cancellationToken)
    {
        var applied = await MigrateAsync(cancellationToken);
        await texts.RenewKeysAsync(cancellationToken);
        return new UpdatedDatabase(applied, await texts.CleanAsync(cancellationToken), await texts.RenderAgainAsync(cancellationToken));
    }

    /// <summary>
    /// What start-up does: migrate if it may, seed an empty catalogue if it may, render again what an older program has rendered if it may.
    /// </summary>
    /// <exception cref="StartUpException">The database does not fit this program, or the seed is broken.</exception>
    /// <returns>Whether the database can be written.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        if (!options.Migrates)
        {
            await RequireCurrentAsync(cancellationToken);
        }

        await MigrateAsync(cancellationToken);
        if (options.SeedOnStart)
        {
            await SeedAsync(cancellationToken);
        }

        var canWrite = await CanWriteAsync(cancellationToken);
        if (canWrite && options.Migrates)
        {
            await texts.RenewAsync(cancellationToken);
        }

        return canWrite;
    }

    /// <summary>For a verb that writes: the schema is brought up to date if that is allowed.</summary>
    /// <exception cref="StartUpException">The database does not fit this program.</exception>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (options.Migrates)
        {
            await MigrateAsync(cancellationToken);
        }
        else
        {
            await RequireCurrentAsync(cancellationToken);
        }
    }

    /// <summary>For what only reads: nothing is migrated on the way.</summary>
    /// <exception cref="StartUpException">The database is older or newer than this program, or out of reach.</exception>
    public async Task RequireCurrentAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await SchemaCheck.StateAsync(db, cancellationToken) == SchemaState.Behind)
        {
            throw new StartUpException("The database is older than this program. Run “LlmGuide.Web migrate” first.");
        }
    }

    /// <summary>Fills an empty catalogue.</summary>
    /// <returns><c>null</c> when it has content already.</returns>
    /// <exception cref="StartUpException">The seed is broken; nothing was loaded.</exception>
    public async Task<SeedReport?> SeedAsync(CancellationToken cancellationToken)
    {
        try
        {
            var report = await seed.RunAsync(GuideFolders.Seed, cancellationToken);
            if (report is not null)
            {
                LogSeeded(log, report.Topics, report.Resources);
            }

            return report;
        }
        catch (SeedException broken)
        {
            throw new StartUpException(
                $"The seed in {GuideFolders.Seed} is broken, and nothing of it was loaded:\n{broken.Message}", broken);
        }
    }

    private async Task<bool> CanWriteAsync(CancellationToken cancellationToken)
    {
        var report = await readiness.CheckAsync(cancellationToken);
        if (report.Fault is not null)
        {
            LogReadOnly(log, report.InWords, report.Reason);
        }

        return report.Fault is null;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The database is being brought up to date: {Count} migrations.")]
    private static partial void LogMigrating(ILogger logger, int count);

    [LoggerMessage(Level = LogLevel.Information, Message = "The database was migrated: {Migrations}.")]
    private static partial void LogMigrated(ILogger logger, string migrations);

    [LoggerMessage(
        Level = LogLevel.Information, Message = "The catalogue was filled from the seed: {Topics} topics, {Resources} resources.")]
    private static partial void LogSeeded(ILogger logger, int topics, int resources);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "The database cannot be written: pages are served, but nothing can be saved, since {Fault}. ({Reason})")]
    private static partial void LogReadOnly(ILogger logger, string fault, string reason);
}

/// <param name="Applied">The migrations that were applied, in order.</param>
/// <param name="Cleaned">How many rows had a text with characters that no text may have.</param>
/// <param name="Rendered">What was rendered again.</param>
internal sealed record UpdatedDatabase(IReadOnlyList<string> Applied, int Cleaned, RenderedAgain Rendered);

using System.Data.Common;

using LlmGuide.Core.Curation;
using LlmGuide.Core.Data;
using LlmGuide.Core.Interchange.Seed;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Web.Commands;

/// <summary>Gets the database ready before the first request: its schema, its first content, and a word if it cannot be written.</summary>
internal sealed partial class DatabasePreparation(
    IDbContextFactory<GuideDb> databases, DatabaseOptions options, LoadSeed seed, RenderAgain again, Readiness readiness, ILogger<DatabasePreparation> log)
{
    private const int TellEvery = 1_000;

    /// <summary>Brings the schema up to date.</summary>
    /// <returns>The migrations that were applied, in order.</returns>
    /// <exception cref="StartUpException">The database is newer than this program, or out of reach.</exception>
    public async Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await StateAsync(db, cancellationToken) == SchemaState.Current)
        {
            return [];
        }

        var pending = (await db.Database.GetPendingMigrationsAsync(cancellationToken)).ToList();
        await db.Database.MigrateAsync(cancellationToken);
        LogMigrated(log, string.Join(", ", pending));
        return pending;
    }

    /// <summary>Brings the schema up to date, and with it the HTML of every text.</summary>
    /// <returns>The migrations that were applied, in order.</returns>
    /// <exception cref="StartUpException">As <see cref="MigrateAsync"/>.</exception>
    public async Task<IReadOnlyList<string>> UpdateAsync(CancellationToken cancellationToken)
    {
        var applied = await MigrateAsync(cancellationToken);
        await RenderAgainAsync(cancellationToken);
        return applied;
    }

    /// <summary>What start-up does: migrate if it may, seed an empty catalogue if it may, render again what an older program has rendered if it may.</summary>
    /// <exception cref="StartUpException">The database does not fit this program, or the seed is broken.</exception>
    /// <returns>Whether the database can be written.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        if (options.MigrateOnStart != true)
        {
            await RequireCurrentAsync(cancellationToken);
        }

        await MigrateAsync(cancellationToken);
        if (options.SeedOnStart)
        {
            await SeedAsync(cancellationToken);
        }

        var canWrite = await CanWriteAsync(cancellationToken);
        if (canWrite && options.MigrateOnStart == true)
        {
            // Before the first reader: what the allow-list does not let through any more is not shown once more.
            await RenderAgainAsync(cancellationToken);
        }

        return canWrite;
    }

    /// <summary>For a verb that writes: the schema is brought up to date if that is allowed.</summary>
    /// <exception cref="StartUpException">The database does not fit this program.</exception>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (options.MigrateOnStart == true)
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
        if (await StateAsync(db, cancellationToken) == SchemaState.Behind)
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
            throw new StartUpException($"The seed in {GuideFolders.Seed} is broken, and nothing of it was loaded:\n{broken.Message}", broken);
        }
    }

    private async Task RenderAgainAsync(CancellationToken cancellationToken)
    {
        var told = 0;
        var sum = await again.RunAsync(
            so =>
            {
                if (so.Texts - told >= TellEvery)
                {
                    told = so.Texts;
                    LogRendering(log, told);
                }
            },
            cancellationToken);
        if (sum.Texts + sum.Refused > 0)
        {
            LogRendered(log, sum.Texts, sum.Refused);
        }
    }

    private static async Task<SchemaState> StateAsync(GuideDb db, CancellationToken cancellationToken)
    {
        try
        {
            return await Schema.StateAsync(db, cancellationToken) switch
            {
                SchemaState.Ahead => throw new StartUpException(
                    "The database was written by a newer version of LlmGuide. Use that version, or restore a backup from before."),
                SchemaState.Unreleased => throw new StartUpException(
                    "The database was made by a version of LlmGuide from before its first release. Delete it, and start again to fill a new one."),
                var fitting => fitting,
            };
        }
        catch (DbException unreachable)
        {
            throw new StartUpException($"The database cannot be opened: {unreachable.Message.ReplaceLineEndings(" ")}", unreachable);
        }
    }

    private async Task<bool> CanWriteAsync(CancellationToken cancellationToken)
    {
        try
        {
            await readiness.CheckAsync(cancellationToken);
            return true;
        }
        catch (DbException refused)
        {
            LogReadOnly(log, refused.Message);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The database was migrated: {Migrations}.")]
    private static partial void LogMigrated(ILogger logger, string migrations);

    [LoggerMessage(Level = LogLevel.Information, Message = "Rendering again what an older version has rendered: {Texts} texts so far.")]
    private static partial void LogRendering(ILogger logger, int texts);

    [LoggerMessage(Level = LogLevel.Information, Message = "What an older version had rendered was rendered again: {Texts} texts. {Refused} cannot be, and stay as they were.")]
    private static partial void LogRendered(ILogger logger, int texts, int refused);

    [LoggerMessage(Level = LogLevel.Information, Message = "The catalogue was filled from the seed: {Topics} topics, {Resources} resources.")]
    private static partial void LogSeeded(ILogger logger, int topics, int resources);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database cannot be written: pages are served, but nothing can be saved. ({Reason})")]
    private static partial void LogReadOnly(ILogger logger, string reason);
}

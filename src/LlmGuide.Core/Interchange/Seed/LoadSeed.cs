using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Data;
using LlmGuide.Core.Interchange.Seed.Kept;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace LlmGuide.Core.Interchange.Seed;

/// <summary>Loads the curated catalogue into an empty one, whole or not at all.</summary>
public sealed partial class LoadSeed(
    IDbContextFactory<GuideDb> databases, Writing writing, IMarkdown markdown, SeedDrafts drafts, TimeProvider clock,
    ILogger<LoadSeed> log)
{
    /// <param name="cancellationToken">Ends the load; nothing is kept.</param>
    /// <returns>What was loaded, or <c>null</c> when the catalogue has content already: then nothing was read or changed.</returns>
    /// <exception cref="SeedException">The seed is broken; the message names every fault with its file and line.</exception>
    public async Task<SeedReport?> RunAsync(string folder, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await db.Stages.AnyAsync(cancellationToken) || await db.Resources.AnyAsync(cancellationToken))
        {
            return null;
        }

        var seed = new SeedReader(folder).Read();
        if (new SeedRules(seed, clock.GetUtcNow().Year).Check() is { Count: > 0 } faults)
        {
            throw new SeedException(faults);
        }

        LogLoading(log, seed.Topics.Count, seed.Resources.Count, folder);
        var content = await new SeedContent(seed, markdown, clock.GetUtcNow()).BuildAsync(cancellationToken);

        try
        {
            await writing.RunAsync<Done>(
                async filled =>
                {
                    content.AddTo(filled);
                    await filled.SaveChangesAsync(cancellationToken);
                    var said = drafts.Of(seed, filled);
                    filled.SeedLoads.Add(new SeedLoad(
                        SeedCopy.HashOf(said), seed.Edition?.Value.Day, SeedCopy.Write(said), clock.GetUtcNow()));
                    return default(Done);
                },
                _ => [PageTags.Catalogue],
                cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Another node that started at the same time was quicker: the unique slugs let only one of them through.
            await using var now = await databases.CreateDbContextAsync(cancellationToken);
            if (await now.Stages.AnyAsync(cancellationToken))
            {
                return null;
            }

            throw;
        }

        return content.Report;
    }

    // The first formulas take a few seconds: whoever waits should see why.
    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "Filling the empty catalogue with {Topics} topics and {Resources} resources from {Folder}; "
            + "this takes a few seconds, once.")]
    private static partial void LogLoading(ILogger logger, int topics, int resources, string folder);
}

/// <summary>How much was loaded.</summary>
public sealed record SeedReport(int Stages, int Topics, int Resources, int Placements, int Tasks, int Benchmarks, int Results);

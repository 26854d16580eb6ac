using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Interchange.Seed.Kept;

/// <summary>Reads the files of a seed as drafts, to be compared; nothing is rendered or written.</summary>
public sealed class ReadSeed(IDbContextFactory<GuideDb> databases, SeedDrafts drafts, TimeProvider clock)
{
    /// <exception cref="SeedException">The seed is broken; the message names every fault with its file and line.</exception>
    internal async Task<(IReadOnlyList<SeededSubject> Subjects, SeedFolder Folder)> RunAsync(
        string folder, CancellationToken cancellationToken)
    {
        var seed = new SeedReader(folder).Read();
        if (new SeedRules(seed, clock.GetUtcNow().Year).Check() is { Count: > 0 } faults)
        {
            throw new SeedException(faults);
        }

        var content = await new SeedContent(seed, new UnrenderedText(), clock.GetUtcNow()).BuildAsync(cancellationToken);

        // The context relates what is added to it, and is never saved.
        await using var unsaved = await databases.CreateDbContextAsync(cancellationToken);
        content.AddTo(unsaved);
        return (drafts.Of(seed, unsaved), seed);
    }
}

using System.Globalization;

using LlmGuide.Core;
using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Data;
using LlmGuide.Core.Interchange.Seed;
using LlmGuide.Web;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Benchmarks;

/// <summary>
/// The seed's topics and texts with a given number of resources: the seed's own, those at the end left out or generated ones
/// added, each as further reading of one topic after the other.
/// </summary>
internal static class GeneratedCatalogue
{
    private const int AtOnce = 2_000;

    public static async Task WriteAsync(string file, int size)
    {
        await using var app = GuideSite.Build([$"--ConnectionStrings:Guide=Data Source={file}", "--Logging:LogLevel:Default=Warning"]);
        var databases = app.Services.GetRequiredService<IDbContextFactory<GuideDb>>();
        await using (var db = await databases.CreateDbContextAsync())
        {
            await db.Database.MigrateAsync();
        }

        await app.Services.GetRequiredService<LoadSeed>().RunAsync(SeedFolder(), CancellationToken.None);
        await using (var db = await databases.CreateDbContextAsync())
        {
            var seeded = await db.Resources.CountAsync();
            await db.Resources.Where(r => r.Id > size).ExecuteDeleteAsync();
            for (var from = seeded; from < size; from += AtOnce)
            {
                await AddAsync(databases, from, Math.Min(size, from + AtOnce));
            }

            // After the seed's own, which a curator put first.
            await db.Placements.Where(p => p.ResourceId > seeded).ExecuteUpdateAsync(set => set.SetProperty(p => p.Position, p => p.Id));
        }
    }

    private static async Task AddAsync(IDbContextFactory<GuideDb> databases, int from, int to)
    {
        await using var db = await databases.CreateDbContextAsync();
        var topics = await db.Topics.OrderBy(t => t.Position).ToListAsync();
        for (var number = from; number < to; number++)
        {
            var resource = new Resource(
                string.Create(CultureInfo.InvariantCulture, $"generated-{number}"), $"A generated work about attention and scale, number {number}", ResourceKind.Paper,
                $"https://example.org/{number}", TimeProvider.System.GetUtcNow());
            resource.Publish(["Ada Example", "Ben Example", "Cleo Example"], 2000 + (number % 26), 1 + (number % 12), "Generated 2026", null, null);
            resource.Describe(Text($"Work {number} measures how attention behaves at scale and reports what changed."), ResourceLevel.Intermediate, ResourceAccess.Open, 30, null);
            resource.CiteAs(string.Create(CultureInfo.InvariantCulture, $"example{number}"));
            topics[number % topics.Count].Place(resource, PlacementRole.Further, Text("Read it when the question of scale stays open."));
            db.Add(resource);
        }

        await db.SaveChangesAsync();
    }

    private static Prose Text(string text) => new(text, text, 1);

    private static string SeedFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(folder.FullName, "db", "seed", "topics")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("Run this in a checkout: db/seed was not found.");
        }

        return Path.Combine(folder.FullName, "db", "seed");
    }
}

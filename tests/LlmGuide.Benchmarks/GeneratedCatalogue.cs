using System.Globalization;

using LlmGuide.Core;
using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Catalogue.Path;
using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Catalogue.Topics;
using LlmGuide.Core.Data;
using LlmGuide.Core.Interchange.Seed;
using LlmGuide.Web;
using LlmGuide.Web.Settings.Health;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Benchmarks;

/// <summary>
/// The seed, cut to 150 works at every size, and as many generated ones as are missing. They are further reading of generated
/// topics, ten to a topic as in the seed, each after the one before it along the path.
/// </summary>
internal static class GeneratedCatalogue
{
    /// <summary>The topic of the seed that can be given generated works besides its own.</summary>
    public const string CrowdedTopic = "encoder-and-seq2seq-models";

    public const int Crowd = 5_000;

    private const int OfTheSeed = 150;
    private const int ToATopic = 10;
    private const int AtOnce = 2_000;

    public static async Task WriteAsync(string file, int size, bool crowded)
    {
        await using var app = GuideSite.Build([$"--ConnectionStrings:Guide=Data Source={file}", "--Logging:LogLevel:Default=Warning"]);
        var databases = app.Services.GetRequiredService<IDbContextFactory<GuideDb>>();
        await app.Services.GetRequiredService<DatabasePreparation>().MigrateAsync(CancellationToken.None);

        await app.Services.GetRequiredService<LoadSeed>().RunAsync(SeedFolder(), CancellationToken.None);
        await using (var db = await databases.CreateDbContextAsync())
        {
            await db.Resources.Where(r => r.Id > OfTheSeed).ExecuteDeleteAsync();
        }

        for (var from = OfTheSeed; from < size; from += AtOnce)
        {
            await AddAsync(databases, from, Math.Min(size, from + AtOnce));
        }

        if (crowded)
        {
            await CrowdAsync(databases);
        }
    }

    private static async Task AddAsync(IDbContextFactory<GuideDb> databases, int from, int to)
    {
        await using var db = await databases.CreateDbContextAsync();
        var stage = await db.Stages.OrderBy(s => s.Position).LastAsync();
        var topic = await db.Topics.OrderBy(t => t.Position).LastAsync();
        for (var number = from; number < to; number++)
        {
            if (number % ToATopic == 0)
            {
                topic = After(topic, stage);
                db.Add(topic);
            }

            topic.Place(Work(number), PlacementRole.Further, Text("Read it when the question of scale stays open."));
        }

        await db.SaveChangesAsync();
    }

    /// <summary>After the topic's own works, which a curator put first.</summary>
    private static async Task CrowdAsync(IDbContextFactory<GuideDb> databases)
    {
        await using var db = await databases.CreateDbContextAsync();
        var topic = await db.Topics.Include(t => t.Placements).SingleAsync(t => t.Slug == CrowdedTopic);
        foreach (var work in await db.Resources.Where(r => r.Id > OfTheSeed).OrderBy(r => r.Id).Take(Crowd).ToListAsync())
        {
            topic.Place(work, PlacementRole.Further, Text("Read it when the question of scale stays open."));
        }

        await db.SaveChangesAsync();
    }

    private static Topic After(Topic before, Stage stage)
    {
        var position = before.Position + 1;
        var topic = new Topic(
            string.Create(CultureInfo.InvariantCulture, $"generated-topic-{position}"), $"Generated topic {position}", stage, position);
        topic.Describe(
            "What changes at scale.", "Say what changes at scale.", Text("Much changes at scale, and some things do not."), [], []);
        topic.Require(before, "It is told there what scale is.");
        return topic;
    }

    private static Resource Work(int number)
    {
        var work = new Resource(
            string.Create(CultureInfo.InvariantCulture, $"generated-{number}"),
            $"A generated work about attention and scale, number {number}", ResourceKind.Paper,
            $"https://example.org/{number}", TimeProvider.System.GetUtcNow());
        work.Publish(["Ada Example", "Ben Example", "Cleo Example"], 2000 + (number % 26), 1 + (number % 12), "Generated 2026", null, null);
        work.Describe(
            Text($"Work {number} measures how attention behaves at scale and reports what changed."),
            ResourceLevel.Intermediate, ResourceAccess.Open, 30, null);
        work.CiteAs(string.Create(CultureInfo.InvariantCulture, $"example{number}"));
        return work;
    }

    private static Prose Text(string text) => new(text, text, 1);

    public static string SeedFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(folder.FullName, "db", "seed", "topics")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("Run this in a checkout: db/seed was not found.");
        }

        return Path.Combine(folder.FullName, "db", "seed");
    }
}

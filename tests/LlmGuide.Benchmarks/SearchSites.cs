using System.Diagnostics;
using System.Globalization;

using LlmGuide.Core.Data;
using LlmGuide.Core.Interchange.Seed;
using LlmGuide.Web;
using LlmGuide.Web.Settings.Health;

using Microsoft.EntityFrameworkCore;

using Npgsql;

namespace LlmGuide.Benchmarks;

/// <summary>What is searched: the seed alone, and the seed with much more; made anew, or kept for the next time.</summary>
internal sealed class SearchSites(WorkFolder work, Settings settings, string? server) : IDisposable
{
    private readonly List<string> _made = [];

    public async Task<WebApplication> SeedAsync()
    {
        var app = GuideSite.Build([.. Options("search_seed"), "--Logging:LogLevel:Default=Warning"]);
        await PrepareAsync(app);
        return app;
    }

    public async Task<WebApplication> GrownAsync()
    {
        var name = Text($"search_{settings.Resources}_{settings.Comments}");
        var app = GuideSite.Build([.. Options(name), "--Logging:LogLevel:Default=Warning"]);
        var watch = Stopwatch.StartNew();
        if (await PrepareAsync(app))
        {
            await GeneratedTexts.FillAsync(app.Services, settings.Resources, settings.Comments);
            var much = Text($"{settings.Resources:N0} resources and {settings.Comments:N0} comments more");
            Console.WriteLine(Text($"  {much}, written in {watch.Elapsed.TotalSeconds:0} s"));
        }

        return app;
    }

    public void Dispose()
    {
        if (settings.Keep is null)
        {
            _made.ForEach(BoardsBenchmark.Drop);
        }
    }

    private string[] Options(string name)
    {
        if (server is null)
        {
            var file = settings.Keep is { } folder ? Path.Combine(folder, name + ".db") : work.File(name + ".db");
            return [$"--ConnectionStrings:Guide=Data Source={file}"];
        }

        var unique = settings.Keep is { } kept ? Path.GetFileName(kept.TrimEnd('/')) : Guid.NewGuid().ToString("N");
        _made.Add(new NpgsqlConnectionStringBuilder(server) { Database = $"llmguide_{name}_{unique}" }.ConnectionString);
        return ["--Database:Provider=PostgreSQL", $"--ConnectionStrings:Guide={_made[^1]}"];
    }

    /// <returns>Whether it was made now.</returns>
    private static async Task<bool> PrepareAsync(WebApplication app)
    {
        await app.Services.GetRequiredService<DatabasePreparation>().MigrateAsync(CancellationToken.None);
        var loaded = await app.Services.GetRequiredService<LoadSeed>().RunAsync(GeneratedCatalogue.SeedFolder(), CancellationToken.None);
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<GuideDb>>().CreateDbContextAsync();
        await db.Database.ExecuteSqlAsync($"ANALYZE");
        return loaded is not null;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

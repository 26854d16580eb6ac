using LlmGuide.Core.Data;
using LlmGuide.Core.Data.Storage;
using LlmGuide.Core.Tests.Interchange;

using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace LlmGuide.Web.Tests.Settings;

/// <summary>A folder that the program takes for a checkout: with a small seed, and soon a database, of its own.</summary>
internal sealed class Checkout : IDisposable
{
    // Each run takes a second: what many tests start from is made once, by the program itself.
    private static readonly Lazy<Task<byte[]>> Migrated = new(() => MadeByAsync("migrate"));
    private static readonly Lazy<Task<byte[]>> Seeded = new(() => MadeByAsync("seed"));

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("llmguide-checkout-");

    public Checkout()
    {
        File.WriteAllText(PathOf("LlmGuide.sln"), "");
        Seed = new SeedOnDisk(PathOf("db/seed"));
    }

    public SeedOnDisk Seed { get; }

    /// <summary>The file that the settings name by default.</summary>
    public string Database => PathOf("db/llmguide.db");

    /// <summary>The default database as a setting, with options.</summary>
    public string Connection(string options) => $"--ConnectionStrings:Guide=Data Source={Database};{options}";

    public string PathOf(string file) => Path.Combine(_folder.FullName, file);

    /// <summary>Puts a database there that is current and empty.</summary>
    public async Task MigratedAsync() => await File.WriteAllBytesAsync(Database, await Migrated.Value, GuideHost.Cancelled);

    /// <summary>Puts a database there as the first migration leaves it.</summary>
    public async Task HalfMigratedAsync()
    {
        await using var app = GuideSite.Build(["--contentRoot", GuideHost.WebProject, "--applicationName",
            "LlmGuide.Web", Connection("Pooling=false"), "--Logging:LogLevel:Default=Warning"]);
        await app.Services.GetRequiredService<IStorage>().PrepareAsync(GuideHost.Cancelled);
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<GuideDb>>().CreateDbContextAsync(GuideHost.Cancelled);
        Sql(db.GetService<IMigrator>().GenerateScript(toMigration: db.Database.GetMigrations().First()));
    }

    /// <summary>Puts a database there that holds the seed.</summary>
    public async Task SeededAsync() => await File.WriteAllBytesAsync(Database, await Seeded.Value, GuideHost.Cancelled);

    public RunningProgram Start(params string[] args) => RunningProgram.Start(_folder.FullName, args);

    /// <param name="wrapper">What becomes the program in the end, such as a shell that prepares something.</param>
    /// <param name="args">Verb, options and settings.</param>
    public RunningProgram StartWithin(string[] wrapper, params string[] args) => RunningProgram.StartCommand(
        _folder.FullName, [.. wrapper, .. RunningProgram.Command(args)]);

    /// <summary>Runs the program to its end.</summary>
    public Task<Ended> RunAsync(params string[] args) => RunAsync(args, []);

    public async Task<Ended> RunAsync(string[] args, params (string Name, string Value)[] environment)
    {
        await using var program = RunningProgram.Start(_folder.FullName, args, environment);
        return await program.EndAsync();
    }

    /// <summary>Serves on a port of its own; without a verb, which is the default.</summary>
    public RunningProgram Serve(params string[] settings) => Start([.. settings, "--urls", "http://127.0.0.1:0"]);

    /// <summary>Asks the default database something, or changes it, past the program.</summary>
    public long Sql(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar() as long? ?? 0;
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static async Task<byte[]> MadeByAsync(string verb)
    {
        using var checkout = new Checkout();
        (await checkout.RunAsync(verb)).Succeeds();
        return await File.ReadAllBytesAsync(checkout.Database, GuideHost.Cancelled);
    }
}

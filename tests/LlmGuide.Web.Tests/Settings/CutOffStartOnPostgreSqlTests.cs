using LlmGuide.Core.Data;
using LlmGuide.Core.Interchange.Seed;
using LlmGuide.Core.Tests.Databases;
using LlmGuide.Web.Settings.Health;

using Microsoft.Extensions.DependencyInjection;

using Npgsql;

namespace LlmGuide.Web.Tests.Settings;

/// <summary>
/// A first start on PostgreSQL, cut off before and after everything that changes what is kept: the server ends every session of the
/// database, as it does when their process is killed. What a session did since its last commit is gone then.
/// </summary>
public sealed class CutOffStartOnPostgreSqlTests : IDisposable
{
    private readonly Checkout _checkout = new();

    [Fact]
    public async Task A_first_start_that_is_cut_off_anywhere_is_completed_by_the_next()
    {
        var (whole, moments) = await ContentsAfterAsync(0);
        Assert.True(moments > 4, $"There were {moments} moments.");
        for (var moment = 1; moment <= moments; moment++)
        {
            Assert.Equal(whole, (await ContentsAfterAsync(moment)).Contents);
        }
    }

    public void Dispose() => _checkout.Dispose();

    /// <summary>Starts on a new database, once more when the first start was cut off, and reads what is there then.</summary>
    private async Task<(List<string> Contents, int Moments)> ContentsAfterAsync(int cutOffAt)
    {
        var database = TestServer.NewDatabase("cut");
        database.Pooling = false;
        await TestServer.CopyAsync("template0", database.Database!);
        try
        {
            if (cutOffAt > 0)
            {
                await StartAsync(database.ConnectionString, cutOffAt);
            }

            var moments = await StartAsync(database.ConnectionString, 0);
            return (await ContentsAsync(database.ConnectionString), moments);
        }
        finally
        {
            await TestServer.DropAsync(database.Database!);
        }
    }

    /// <returns>How many moments there were to cut it off.</returns>
    private async Task<int> StartAsync(string connection, int cutOffAt)
    {
        var ends = new SessionEnds(connection, cutOffAt);
        await using var app = GuideSite.Build(
            ["--contentRoot", GuideHost.WebProject, "--applicationName", "LlmGuide.Web",
                "--Database:Provider=PostgreSQL", "--Database:MigrateOnStart=true",
                "--Database:SeedOnStart=false", $"--ConnectionStrings:Guide={connection}", "--Logging:LogLevel:Default=None"],
            services => services.ConfigureDbContext<GuideDb>(options => options.AddInterceptors(ends.Commands, ends.Transactions)));
        try
        {
            await app.Services.GetRequiredService<DatabasePreparation>().MigrateAsync(GuideHost.Cancelled);
            await app.Services.GetRequiredService<LoadSeed>().RunAsync(_checkout.Seed.Folder, GuideHost.Cancelled);
        }
        catch (Exception) when (cutOffAt > 0 && ends.Moments >= cutOffAt)
        {
            // Cut off as it should be, at whatever the next statement was.
        }

        return ends.Moments;
    }

    private static async Task<List<string>> ContentsAsync(string connection)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        var schema = await ReadAsync(source, """
            SELECT table_name || '.' || column_name || ' ' || data_type || ' ' || coalesce(generation_expression, '') FROM information_schema.columns WHERE table_schema = 'public'
            UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1
            """);
        var tables = await ReadAsync(source, "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1");
        foreach (var table in tables)
        {
            schema.AddRange(await ReadAsync(source, $"SELECT '{table} ' || count(*) FROM \"{table}\""));
        }

        return schema;
    }

    private static async Task<List<string>> ReadAsync(NpgsqlDataSource source, string query)
    {
        await using var command = source.CreateCommand(query);
        await using var reader = await command.ExecuteReaderAsync(GuideHost.Cancelled);
        var rows = new List<string>();
        while (await reader.ReadAsync(GuideHost.Cancelled))
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }
}

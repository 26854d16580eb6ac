using Npgsql;

namespace LlmGuide.Web.Tests.Accounts;

/// <summary>A site for tests of what many do at once, on SQLite.</summary>
public class AccountDatabase : IAsyncLifetime
{
    /// <summary><c>null</c> where the database is not there.</summary>
    public GuideHost? Host { get; private set; }

    public virtual async ValueTask InitializeAsync() => await StartAsync();

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return Host?.DisposeAsync() ?? default;
    }

    protected async Task StartAsync(params string[] settings) => Host = await AccountSite.StartAsync(
        ["--Smtp:Host=mail.example.org", "--Smtp:From=guide@example.org", "--Site:PublicUrl=http://guide.example.org", .. settings]);
}

/// <summary>The same on PostgreSQL, where everybody writes at once; skipped where tests/run has not started it.</summary>
public sealed class PostgreSqlAccountDatabase : AccountDatabase
{
    private readonly string _name = $"llmguide_accounts_{Guid.NewGuid():N}";

    private static string? Server => Environment.GetEnvironmentVariable("LLMGUIDE_TEST_POSTGRES");

    public override async ValueTask InitializeAsync()
    {
        if (Server is not { Length: > 0 })
        {
            return;
        }

        await RunAsync($"CREATE DATABASE \"{_name}\"");
        var own = new NpgsqlConnectionStringBuilder(Server) { Database = _name };
        await StartAsync(
            "--Database:Provider=PostgreSQL", "--Database:MigrateOnStart=true", $"--ConnectionStrings:Guide={own.ConnectionString}");
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (Host is not null)
        {
            await RunAsync($"DROP DATABASE \"{_name}\" WITH (FORCE)");
        }
    }

    private static async Task RunAsync(string command)
    {
        await using var server = NpgsqlDataSource.Create(Server!);
        await using var given = server.CreateCommand(command);
        await given.ExecuteNonQueryAsync(CancellationToken.None);
    }
}

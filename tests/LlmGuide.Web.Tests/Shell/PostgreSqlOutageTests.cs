using System.Globalization;
using System.Net;

using LlmGuide.Core.Members;
using LlmGuide.Web.Tests.Accounts;

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

using Npgsql;

namespace LlmGuide.Web.Tests.Shell;

/// <summary>PostgreSQL stops and comes back while people read and write.</summary>
public sealed class PostgreSqlOutageTests : IAsyncLifetime
{
    private static readonly string[] Kept = ["/", "/tasks", "/about"];

    private readonly LogLines _log = new();
    private readonly string _name = $"llmguide_outage_{Guid.NewGuid():N}";
    private string _server = "";
    private CutLine _line = null!;
    private GuideHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        _server = Environment.GetEnvironmentVariable("LLMGUIDE_TEST_POSTGRES") ?? "";
        Assert.SkipUnless(_server.Length > 0, "LLMGUIDE_TEST_POSTGRES names no server.");
        await SqlAsync($"CREATE DATABASE {_name}");
        var settings = new NpgsqlConnectionStringBuilder(_server);
        _line = new CutLine(settings.Host!, settings.Port);
        (settings.Host, settings.Port, settings.Database, settings.Timeout) = ("127.0.0.1", _line.Port, _name, 5);
        _host = await GuideHost.StartAsync(
            services => services.AddSingleton<ILoggerProvider>(_log),
            "--Database:Provider=PostgreSQL", "--Database:MigrateOnStart=true",
            "--Database:SeedOnStart=false", $"--ConnectionStrings:Guide={settings}");
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
            _line.Dispose();
            _log.Dispose();
            await SqlAsync($"DROP DATABASE {_name} WITH (FORCE)");
        }
    }

    [Fact]
    public async Task While_it_is_away_members_read_what_is_kept_everything_else_says_when_to_come_back_and_the_log_says_it_once()
    {
        var member = ("Cookie", await _host.SignInAsync("ada", Role.Admin));
        using var browser = new Browser(_host, await _host.SignInAsync("grace"));
        await browser.OpenAsync("/account/password");
        foreach (var path in Kept)
        {
            await _host.TextAsync(path);
        }

        _line.Cut();
        await browser.SendAsync("password", ("Draft.Current", "one secret"), ("Draft.Password", "another secret"));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "This may not have been saved"), (
            browser.Status, browser.Page.QuerySelector("h1")!.TextContent));
        Assert.DoesNotContain("secret", browser.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        foreach (var path in Kept)
        {
            using var page = await _host.GetAsync(path, member);
            Assert.Equal((path, HttpStatusCode.OK), (path, page.StatusCode));
            Assert.True(page.Headers.CacheControl!.NoStore);
            Assert.DoesNotContain("account menu", await page.Content.ReadAsStringAsync(GuideHost.Cancelled), StringComparison.Ordinal);
        }

        foreach (var path in (string[])["/account", "/account/sign-in", "/metrics",
            "/topics/one", "/admin", "/suggest", "/api/v1/topics", "/feed.atom"])
        {
            using var page = await _host.GetAsync(path, member);
            Assert.Equal((path, HttpStatusCode.ServiceUnavailable), (path, page.StatusCode));
            Assert.NotNull(page.Headers.RetryAfter);
            Assert.NotEmpty(await page.Content.ReadAsStringAsync(GuideHost.Cancelled));
        }

        using var live = await _host.GetAsync("/health/live", member);
        using var ready = await _host.GetAsync("/health/ready", member);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable), (live.StatusCode, ready.StatusCode));
        _line.Mend();
        await UntilAsync(async () =>
        {
            using var page = await _host.GetAsync("/account", member);
            return page.StatusCode == HttpStatusCode.OK;
        });
        await UntilAsync(
            () => Task.FromResult(_log.All.Any(line => line.Words.Contains("as it should be again", StringComparison.Ordinal))));
        Assert.Single(_log.All, line => line.Words.StartsWith("The database is Away", StringComparison.Ordinal));
        Assert.All(
            _log.All, line => Assert.True(line.Stack is null, string.Create(CultureInfo.InvariantCulture, $"{line.Words} {line.Stack}")));
    }

    private async Task SqlAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_server);
        await connection.OpenAsync(GuideHost.Cancelled);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(GuideHost.Cancelled);
    }

    private static async Task UntilAsync(Func<Task<bool>> happened)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!await happened())
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}

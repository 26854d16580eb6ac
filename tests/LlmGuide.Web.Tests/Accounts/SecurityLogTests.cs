using System.Collections.Concurrent;
using System.Net;

using LlmGuide.Core.Accounts.Administration;
using LlmGuide.Core.Accounts.SignIn;
using LlmGuide.Core.Members;

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace LlmGuide.Web.Tests.Accounts;

/// <summary>What whoever looks after the guide finds in its log.</summary>
public sealed class SecurityLogTests
{
    private const string Wrong = "not the right one";

    [Fact]
    public async Task What_concerns_security_is_one_line_with_numbers_and_without_secrets()
    {
        var lines = new Lines();
        await using var host = await GuideHost.StartAsync(
            services => services.AddSingleton<ILoggerProvider>(lines), "--Database:SeedOnStart=false",
            "--RateLimits:SignIn=6", "--Logging:LogLevel:LlmGuide=Information");
        var cookie = await host.SignInAsync("lovelace");
        var id = (await host.MemberAsync("lovelace")).Id;
        using var browser = new Browser(host);
        await browser.SignInAsync("nobody@example.org", Wrong);
        for (var n = 0; n < SignInTries.Most + 1; n++)
        {
            await browser.SignInAsync("lovelace", Wrong);
        }

        using var member = new Browser(host, cookie);
        await member.OpenAsync("/admin");
        var guesses = new List<HttpStatusCode>();
        for (var n = 0; n < 7; n++)
        {
            using var guess = await host.GetAsync("/api/v1/me", ("Authorization", "Bearer llmg_guessed"));
            guesses.Add(guess.StatusCode);
        }

        Assert.Equal([.. Enumerable.Repeat(HttpStatusCode.Unauthorized, 6), HttpStatusCode.TooManyRequests], guesses);
        await host.Services.GetRequiredService<ChangeRoles>()
            .RunAsync("lovelace", _ => Role.Curator, "", Actor.Operator, GuideHost.Cancelled);
        Assert.Equal(
        [
            "SignInFailed -", $"SignInFailed {id}", $"SignInFailed {id}", $"SignInFailed {id}", $"SignInFailed {id}", $"AccountLocked {id}",
            "LimitRefused -", $"PermissionRefused {id}",
            .. Enumerable.Repeat("TokenRefused -", 7), "LimitRefused -", $"RolesChanged {id}",
        ], lines.Of(typeof(SecurityLog).FullName!).Select(line => $"{line["Event"]} {line["Member"] ?? "-"}"));
        var text = string.Join('\n', lines.All.Select(line => line["{text}"]));
        Assert.Contains("POST /account/sign-in from", text, StringComparison.Ordinal);
        Assert.Contains("GET /admin from", text, StringComparison.Ordinal);
        Assert.Contains("GET /api/v1/me from", text, StringComparison.Ordinal);
        Assert.DoesNotContain("example.org", text, StringComparison.Ordinal);
        Assert.DoesNotContain("lovelace", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Wrong, text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_storm_of_refusals_is_counted_and_what_happens_meanwhile_is_written()
    {
        var (lines, clock) = (new Lines(), new FakeTimeProvider());
        using var factory = new LoggerFactory([lines]);
        var log = new SecurityLog(factory.CreateLogger<SecurityLog>(), clock);
        for (var n = 0; n < SecurityLog.MostRefusalsAMinute + 50; n++)
        {
            log.Write(SecurityEvent.SignInFailed);
        }

        log.Write(SecurityEvent.RolesChanged, 1);
        Assert.Equal(SecurityLog.MostRefusalsAMinute + 1, lines.All.Count);
        clock.Advance(TimeSpan.FromMinutes(1));
        log.Write(SecurityEvent.SignInFailed);
        Assert.Contains(
            "50 more refusals", lines.All.ElementAt(SecurityLog.MostRefusalsAMinute + 1)["{text}"]?.ToString(), StringComparison.Ordinal);
    }

    /// <summary>Keeps the lines that are logged, each with its parts.</summary>
    private sealed class Lines : ILoggerProvider
    {
        private readonly ConcurrentQueue<(string Category, Dictionary<string, object?> Line)> _lines = new();

        public List<Dictionary<string, object?>> All =>
            [.. _lines.Where(line => line.Category.StartsWith("LlmGuide", StringComparison.Ordinal)).Select(line => line.Line)];

        public IEnumerable<Dictionary<string, object?>> Of(string category) =>
            _lines.Where(line => line.Category == category).Select(line => line.Line);

        public ILogger CreateLogger(string categoryName) => new Writer(this, categoryName);

        public void Dispose()
        {
            // Nothing is held.
        }

        private sealed class Writer(Lines lines, string category) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => NullLogger.Instance.BeginScope(state);

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(
                LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            {
                var line = (state as IEnumerable<KeyValuePair<string, object?>> ?? [])
                    .GroupBy(part => part.Key, StringComparer.OrdinalIgnoreCase)
                    .ToDictionary(part => part.Key, part => part.First().Value, StringComparer.OrdinalIgnoreCase);
                line["{text}"] = formatter(state, exception);
                lines._lines.Enqueue((category, line));
            }
        }
    }
}

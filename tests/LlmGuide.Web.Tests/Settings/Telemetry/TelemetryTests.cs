using System.Text.Json;

using LlmGuide.Core.Catalogue;
using LlmGuide.Web.Settings.Telemetry;
using LlmGuide.Web.Tests.Accounts;
using LlmGuide.Web.Tests.EveryPage;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

using OpenTelemetry.Trace;

namespace LlmGuide.Web.Tests.Settings.Telemetry;

/// <summary>What leaves the process for those who watch it, and what must not.</summary>
public sealed class TelemetryTests
{
    private const string Name = "markername";
    private const string Text = "markertext";
    private const string Token = "markertoken";

    [Fact]
    public async Task Spans_and_measurements_say_what_was_done_and_neither_they_nor_the_log_say_who_or_what()
    {
        using var log = new HeardLog();
        await using var collector = await Collector.StartAsync();
        await using (var host = await GuideHost.StartAsync(
            services => services.AddLogging(logs => logs.AddProvider(log)),
            $"--OTEL_EXPORTER_OTLP_ENDPOINT={collector.Address}", "--OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf"))
        {
            await ActAsync(host);
        }

        var sent = collector.All;
        Assert.All(
            (string[])["/topics/{Slug}", "/u/{Name}", "http.server.request.duration", "llmguide.cached", "llmguide.command.duration",
                "PostComment", "llmguide.write.wait", "llmguide.page.evictions", "SELECT"],
            expected => Assert.Contains(expected, sent));
        foreach (var private_ in (string[])[Name, Text, Token])
        {
            Assert.DoesNotContain(private_, sent, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(log.Lines, line => line.Text.Contains(private_, StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public async Task Without_an_endpoint_nothing_is_registered()
    {
        await using var app = GuideSite.Build([$"--contentRoot={GuideHost.WebProject}", "--applicationName=LlmGuide.Web"]);
        Assert.Null(app.Services.GetService<TracerProvider>());
    }

    [Fact]
    public void A_line_of_json_has_the_number_that_the_page_of_an_error_shows()
    {
        using var request = new System.Diagnostics.Activity("request").Start();
        using var line = new StringWriter();
        var parts = new List<KeyValuePair<string, object?>> { new("Job", "Sending mails"), new("{OriginalFormat}", "{Job} failed.") };
        new JsonLines(TimeProvider.System).Write(
            new LogEntry<List<KeyValuePair<string, object?>>>(
                LogLevel.Error, "Some.Category", default, parts, new InvalidOperationException("Why"), (_, _) => "Sending mails failed.\n"),
            null, line);
        Assert.Equal(1, line.ToString().Count(character => character == '\n'));
        using var json = JsonDocument.Parse(line.ToString());
        Assert.Equal(request.Id, json.RootElement.GetProperty("request").GetString());
        Assert.Equal("Sending mails", json.RootElement.GetProperty("parts").GetProperty("Job").GetString());
        Assert.Contains("Why", json.RootElement.GetProperty("exception").GetString());
    }

    private static async Task ActAsync(GuideHost host)
    {
        await host.TextAsync("/topics/transformer");
        await host.TextAsync("/topics/transformer");
        using var browser = new Browser(host, await host.SignInAsync(Name));
        var conversation = await host.AskAsync(
            db => db.Topics.Where(t => t.Slug == "tokenization").Select(t => t.ConversationId).SingleAsync(GuideHost.Cancelled));
        await browser.OpenAsync($"/write/{conversation}");
        await browser.SendAsync("write", ("Draft.Text", Text));
        await browser.OpenAsync($"/u/{Name}");
        await browser.OpenAsync($"/search?q={Text}");
        using var confirmed = await host.GetAsync($"/account/confirm?key={Token}&name={Name}");
        using var missing = await host.GetAsync($"/{Name}/{Text}?token={Token}");
        using var other = new Browser(host);
        await other.SignInAsync($"{Name}@example.org");
    }
}

using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text.Json;
using System.Text.RegularExpressions;

using LlmGuide.Web.Settings.Telemetry;

using Microsoft.Extensions.DependencyInjection;

using YamlDotNet.RepresentationModel;

namespace LlmGuide.Web.Tests.Settings.Telemetry;

/// <summary>What the dashboard and the alerts of docs/operations ask for is measured, by the names that Prometheus gives it.</summary>
public sealed partial class DashboardTests
{
    /// <summary>Of whoever asks /health/ready from outside.</summary>
    private const string OfBlackboxExporter = "probe_success";

    [Fact]
    public async Task Everything_that_the_dashboard_and_the_alerts_ask_for_is_measured()
    {
        var names = new ConcurrentDictionary<string, bool>(StringComparer.Ordinal);
        using var listener = new MeterListener { InstrumentPublished = (instrument, _) => Array.ForEach(Names(instrument), Add) };
        listener.Start();
        await using var collector = await Collector.StartAsync();
        await using var host = await GuideHost.StartAsync(
            $"--OTEL_EXPORTER_OTLP_ENDPOINT={collector.Address}", "--OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf",
            "--Database:SeedOnStart=false");
        await host.TextAsync("/about");
        host.Services.GetRequiredService<QueueGauges>();

        // What counts by itself once there is a circuit, and a pool.
        host.Services.GetRequiredService(Type.GetType(
            "Microsoft.AspNetCore.Components.Server.Circuits.CircuitMetrics, Microsoft.AspNetCore.Components.Server", throwOnError: true)!);
        await using var pool = Npgsql.NpgsqlDataSource.Create("Host=localhost");

        var asked = Dashboard().Concat(Alerts()).SelectMany(Metrics).Distinct(StringComparer.Ordinal).ToList();
        Assert.True(asked.Count > 10);
        Assert.Equal([], asked.Where(name => !names.ContainsKey(name) && name != OfBlackboxExporter));

        void Add(string name) => names[name] = true;
    }

    /// <summary>As Prometheus names what comes by OTLP: underscores, the unit, and what kind it is.</summary>
    private static string[] Names(Instrument instrument)
    {
        var unit = instrument.Unit switch
        {
            "s" => "_seconds",
            "By" => "_bytes",
            _ => "",
        };
        var name = instrument.Name.Replace('.', '_') + unit;
        return instrument.GetType().Name.Split('`')[0] switch
        {
            "Histogram" => [name + "_bucket", name + "_count", name + "_sum"],
            "Counter" or "ObservableCounter" => [name + "_total"],
            _ => [name],
        };
    }

    private static IEnumerable<string> Metrics(string expression) =>
        Name().Matches(NoNames().Replace(expression, " ")).Select(match => match.Value);

    private static IEnumerable<string> Dashboard()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(PathOf("dashboard.json")));
        return [.. file.RootElement.GetProperty("panels").EnumerateArray()
            .Where(panel => panel.TryGetProperty("targets", out _))
            .SelectMany(panel => panel.GetProperty("targets").EnumerateArray())
            .Select(target => target.GetProperty("expr").GetString()!)];
    }

    private static IEnumerable<string> Alerts()
    {
        var file = new YamlStream();
        using var text = File.OpenText(PathOf("alerts.yaml"));
        file.Load(text);
        return [.. ((YamlSequenceNode)file.Documents[0].RootNode["groups"])
            .SelectMany(group => (YamlSequenceNode)group["rules"]).Select(rule => rule["expr"].ToString())];
    }

    private static string PathOf(string file) => Path.Combine(GuideHost.Root(), "docs", "operations", file);

    /// <summary>Labels, the lists of them, and times.</summary>
    [GeneratedRegex(@"\{[^}]*\}|\bby\s*\([^)]*\)|\[[^\]]*\]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NoNames();

    /// <summary>A word that is no function.</summary>
    [GeneratedRegex(@"\b[a-z]\w*\b(?!\s*\()", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();
}

using LlmGuide.Core.Data;
using LlmGuide.Core.Maintenance;

namespace LlmGuide.Web.Settings.Telemetry;

/// <summary>What waits, as it was a minute ago at most: whoever collects measurements must not wait for the database.</summary>
internal sealed class QueueGauges
{
    private readonly QueueAgesQuery _query;
    private IReadOnlyList<QueueAge> _last = [];

    public QueueGauges(QueueAgesQuery query)
    {
        _query = query;
        Instruments.Meter.CreateObservableGauge(
            "llmguide.queue.length", () => _last.Select(queue => new System.Diagnostics.Metrics.Measurement<int>(
                queue.Waiting, new KeyValuePair<string, object?>("queue", queue.Queue))),
            "{item}", "How much waits: mails, links, comments and suggestions.");
        Instruments.Meter.CreateObservableGauge(
            "llmguide.queue.age", () => _last.Select(queue => new System.Diagnostics.Metrics.Measurement<double>(
                queue.Oldest.TotalSeconds, new KeyValuePair<string, object?>("queue", queue.Queue))),
            "s", "How long the first of them has waited.");
    }

    public async Task RunAsync(CancellationToken cancellationToken) => _last = await _query.RunAsync(cancellationToken);
}

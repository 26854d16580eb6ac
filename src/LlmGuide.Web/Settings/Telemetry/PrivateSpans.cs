using System.Diagnostics;

using OpenTelemetry;

namespace LlmGuide.Web.Settings.Telemetry;

/// <summary>
/// Keeps of a span what is said here, and nothing that a library may think of next: an address has members' names in it, a query has
/// words and tokens, an exception quotes values.
/// </summary>
internal sealed class PrivateSpans : BaseProcessor<Activity>
{
    private static readonly HashSet<string> Kept = new(StringComparer.Ordinal)
    {
        "http.request.method", "http.route", "http.response.status_code", "error.type", "network.protocol.version", "url.scheme",
        "server.address", "server.port", "outcome",
        "db.system", "db.system.name", "db.operation.name", "db.collection.name", "db.query.summary", "db.query.text", "db.statement",
    };

    public override void OnEnd(Activity data)
    {
        foreach (var tag in data.TagObjects.Where(tag => !Kept.Contains(tag.Key)).ToList())
        {
            data.SetTag(tag.Key, null);
        }

        // Without what the library made of the exception.
        data.SetStatus(data.Status);
    }
}

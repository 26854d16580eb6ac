using System.Diagnostics;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace LlmGuide.Web.Settings.Telemetry;

/// <summary>
/// A line of JSON for each message (setting <c>Logging:Console:FormatterName=json-lines</c>), with the number that the page of an error
/// shows. The framework's own formatter has the choice between no such number and the whole address of the request, which may name a
/// member or hold a token.
/// </summary>
internal sealed class JsonLines(TimeProvider clock) : ConsoleFormatter(Name)
{
    public new const string Name = "json-lines";

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("time", clock.GetUtcNow());
            json.WriteString("level", logEntry.LogLevel.ToString());
            json.WriteString("category", logEntry.Category);
            json.WriteString("message", logEntry.Formatter(logEntry.State, logEntry.Exception));
            if (Activity.Current?.Id is { } request)
            {
                json.WriteString("request", request);
            }

            if (logEntry.Exception is { } exception)
            {
                json.WriteString("exception", exception.ToString());
            }

            WriteParts(json, logEntry.State as IReadOnlyList<KeyValuePair<string, object?>>);
            json.WriteEndObject();
        }

        textWriter.WriteLine(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
    }

    /// <summary>What the message is made of, by the names that it has there.</summary>
    private static void WriteParts(Utf8JsonWriter json, IReadOnlyList<KeyValuePair<string, object?>>? parts)
    {
        if (parts is not { Count: > 1 })
        {
            return;
        }

        json.WriteStartObject("parts");
        foreach (var part in parts.Where(part => part.Key != "{OriginalFormat}"))
        {
            json.WriteString(part.Key, Convert.ToString(part.Value, System.Globalization.CultureInfo.InvariantCulture));
        }

        json.WriteEndObject();
    }
}

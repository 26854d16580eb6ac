using System.Text.Json.Nodes;

using LlmGuide.Core.Data;

namespace LlmGuide.Core.Interchange.Seed.Comparing;

/// <summary>
/// Where drafts name other subjects. A subject may be called otherwise here than in the seed: before two drafts are compared, both call
/// it the same.
/// </summary>
internal static class DraftReferences
{
    private static readonly (LogKind Of, string Path, LogKind To)[] All =
    [
        (LogKind.Path, "stages[].stage", LogKind.Stage),
        (LogKind.Path, "stages[].topics[]", LogKind.Topic),
        (LogKind.Topic, "prerequisites[].topic", LogKind.Topic),
        (LogKind.Topic, "reading[]", LogKind.Resource),
        (LogKind.Resource, "placements[].topic", LogKind.Topic),
        (LogKind.Resource, "placements[].companionOf", LogKind.Resource),
        (LogKind.Resource, "buildsOn[]", LogKind.Resource),
        (LogKind.Task, "metrics[]", LogKind.Metric),
        (LogKind.Task, "topics[]", LogKind.Topic),
        (LogKind.Benchmark, "task", LogKind.Task),
        (LogKind.Benchmark, "metric", LogKind.Metric),
        (LogKind.Benchmark, "resource", LogKind.Resource),
        (LogKind.Benchmark, "state.successor", LogKind.Benchmark),
        (LogKind.Benchmark, "metrics[].metric", LogKind.Metric),
        (LogKind.Result, "benchmark", LogKind.Benchmark),
        (LogKind.Result, "resource", LogKind.Resource),
        (LogKind.Model, "mergedInto", LogKind.Model),
    ];

    /// <param name="name">What a subject of a kind is to be called, given what the draft calls it.</param>
    /// <returns>The same draft, changed.</returns>
    public static JsonObject Rename(LogKind kind, JsonObject draft, Func<LogKind, string, string> name)
    {
        foreach (var (_, path, to) in All.Where(reference => reference.Of == kind))
        {
            Walk(draft, path.Split('.'), key => name(to, key));
        }

        return draft;
    }

    private static void Walk(JsonObject at, ReadOnlySpan<string> steps, Func<string, string> name)
    {
        var list = steps[0].EndsWith("[]", StringComparison.Ordinal);
        var property = list ? steps[0][..^2] : steps[0];
        switch (at[property])
        {
            case JsonArray array when steps.Length == 1:
                at[property] = new JsonArray([.. array.Select(key => (JsonNode?)JsonValue.Create(name(key!.GetValue<string>())))]);
                break;
            case JsonArray array:
                foreach (var record in array)
                {
                    Walk(record!.AsObject(), steps[1..], name);
                }

                break;
            case JsonObject inner when steps.Length > 1:
                Walk(inner, steps[1..], name);
                break;
            case JsonValue value:
                at[property] = name(value.GetValue<string>());
                break;
        }
    }
}

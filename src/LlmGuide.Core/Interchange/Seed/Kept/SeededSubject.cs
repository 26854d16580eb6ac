using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

using LlmGuide.Core.Data;

namespace LlmGuide.Core.Interchange.Seed.Kept;

/// <summary>One thing that a seed says.</summary>
/// <param name="Key">What it is known by from one seed to the next: its slug; of a model its name.</param>
/// <param name="Draft">As <see cref="Revisions.DraftJson"/>, with the keys of the seed for what it refers to.</param>
internal sealed record SeededSubject(LogKind Kind, string Key, string Title, string Draft)
{
    /// <summary>The id of the subject that it became here; 0 while it is none.</summary>
    public int Id { get; init; }

    /// <summary>The keys that it had in earlier seeds.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Formerly { get; init; } = [];

    public JsonObject Read() => JsonNode.Parse(Draft)!.AsObject();
}

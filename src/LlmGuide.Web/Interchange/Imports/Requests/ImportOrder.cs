using System.Text.Json;
using System.Text.Json.Serialization;

using LlmGuide.Core.Interchange.Sota;

namespace LlmGuide.Web.Interchange.Imports.Requests;

/// <summary>What a curator asked for, as it is kept: what a file is, and what is to be done with it.</summary>
/// <param name="DryRun">Whether to only say what would happen.</param>
internal sealed record ImportOrder(ImportKind Kind, bool DryRun)
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Converters = { new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    };

    /// <summary>See <see cref="ImportChoice.Source"/>.</summary>
    public ImportSource? Source { get; init; }

    /// <summary>See <see cref="ListRequest.Into"/>.</summary>
    public string? Into { get; init; }

    /// <summary>Of the file; <c>null</c> for a text that was pasted.</summary>
    public string? Name { get; init; }

    /// <summary>See <see cref="SeedRequest.Older"/>.</summary>
    public bool Older { get; init; }

    public static ImportOrder Read(string json) => JsonSerializer.Deserialize<ImportOrder>(json, Options)!;

    public string ToJson() => JsonSerializer.Serialize(this, Options);
}

internal enum ImportKind
{
    Boards,
    List,
    Seed,
}

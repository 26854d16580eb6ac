using System.Text.Json;

using LlmGuide.Core.Text;

using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LlmGuide.Core.Data.Columns;

/// <summary>
/// A short list that belongs to one row and is only ever read whole (authors, key concepts), kept as JSON text: it costs
/// no join, and both databases can search the text.
/// </summary>
internal static class JsonColumn
{
    // Relaxed escaping keeps "Łukasz" readable, and findable by the full-text index of either database.
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new CleanStrings() },
    };

    public static PropertyBuilder<IReadOnlyList<T>> AsJson<T>(this PropertyBuilder<IReadOnlyList<T>> property)
    {
        var comparer = new ValueComparer<IReadOnlyList<T>>(
            (a, b) => ReferenceEquals(a, b) || (a != null && b != null && a.SequenceEqual(b)),
            list => list.Aggregate(0, (hash, item) => HashCode.Combine(hash, item)),
            list => list);
        return property.HasConversion(
            list => JsonSerializer.Serialize(list, Options),
            text => JsonSerializer.Deserialize<List<T>>(text, Options) ?? new List<T>(),
            comparer);
    }
}

using System.Text.Json;
using System.Text.Json.Serialization;

namespace LlmGuide.Web.Shared;

/// <summary>
/// Linked data as text that is safe inside a script element: the default encoder of System.Text.Json writes &lt;, &gt; and
/// &amp; as escapes, so nothing in a title can end the element.
/// </summary>
internal static class JsonLdText
{
    private static readonly JsonSerializerOptions Options = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static string Of(object data) => JsonSerializer.Serialize(data, data.GetType(), Options);
}

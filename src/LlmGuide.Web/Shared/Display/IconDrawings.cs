using System.Collections.Concurrent;

namespace LlmGuide.Web.Shared.Display;

/// <summary>The drawings inside MudBlazor's icons, without the invisible square that each carries.</summary>
internal static class IconDrawings
{
    private static readonly ConcurrentDictionary<string, string> Drawings = new(StringComparer.Ordinal);

    public static string Of(string icon) => Drawings.GetOrAdd(icon, static drawing => drawing
        .Replace("<path d=\"M0 0h24v24H0z\" fill=\"none\"/>", "", StringComparison.Ordinal)
        .Replace("<path d=\"M0 0h24v24H0V0z\" fill=\"none\"/>", "", StringComparison.Ordinal)
        .Replace("<rect fill=\"none\" height=\"24\" width=\"24\"/>", "", StringComparison.Ordinal)
        .Replace("<g><rect fill=\"none\" height=\"24\" width=\"24\"/></g>", "", StringComparison.Ordinal));
}

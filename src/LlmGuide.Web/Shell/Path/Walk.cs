using LlmGuide.Core.Catalogue.Path;
using LlmGuide.Core.Learning;

namespace LlmGuide.Web.Shell.Path;

/// <summary>Which tracks of the map its reader has walked: those between topics that both have been started.</summary>
/// <param name="of">How far they are; <c>null</c> for the page that everybody shares, over which a script paints.</param>
public sealed class Walk(Progress? of)
{
    public TopicProgress? At(int place) => of?.Topics.ElementAtOrDefault(place);

    public bool IsHere(int place) => of?.Here is { } here && here == At(place);

    public string ClassOf(MapEdge edge) => IsStarted(edge.From) && edge.To.Any(IsStarted) ? "done" : "todo";

    /// <summary>What the script needs to say the same.</summary>
    public string? DataOf(MapEdge edge) => of is null ? $"{edge.From}>{string.Join(' ', edge.To)}" : null;

    private bool IsStarted(int place) => At(place) is { State: not TopicState.ToDo };
}

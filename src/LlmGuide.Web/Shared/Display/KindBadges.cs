using LlmGuide.Core.Catalogue.Resources;

using Microsoft.AspNetCore.Components;

namespace LlmGuide.Web.Shared.Display;

/// <summary>
/// The icon and the word of each kind of resource, made once: a list shows one on every row,
/// and a component there costs as much as the row.
/// </summary>
internal static class KindBadges
{
    private static readonly Dictionary<ResourceKind, MarkupString> Marks = Enum.GetValues<ResourceKind>().ToDictionary(kind => kind, Make);

    private static readonly Dictionary<ResourceKind, MarkupString> Drawn = Enum.GetValues<ResourceKind>()
        .ToDictionary(kind => kind, MakeDrawn);

    public static MarkupString Of(ResourceKind kind) => Marks[kind];

    /// <summary>The icon alone, for a narrow column; the word is there to be heard.</summary>
    public static MarkupString IconOf(ResourceKind kind) => Drawn[kind];

    private static MarkupString Make(ResourceKind kind) => Make(kind, Labels.Kind(kind));

    private static MarkupString MakeDrawn(ResourceKind kind) => Make(kind, $"<span class=\"sr\">{Labels.Kind(kind)}</span>");

    private static MarkupString Make(ResourceKind kind, string word) => new(
        $"<span class=\"kind {HueOf(kind)}\"><svg class=\"i\" viewBox=\"0 0 24 24\" aria-hidden=\"true\" "
        + $"focusable=\"false\">{IconDrawings.Of(DrawingOf(kind))}</svg>{word}</span>");

    private static string HueOf(ResourceKind kind) => kind switch
    {
        ResourceKind.Paper => "k-paper",
        ResourceKind.Article => "k-article",
        ResourceKind.Video => "k-video",
        ResourceKind.Course or ResourceKind.Book => "k-course",
        ResourceKind.Code or ResourceKind.Tool => "k-code",
        _ => "k-docs",
    };

    private static string DrawingOf(ResourceKind kind) => kind switch
    {
        ResourceKind.Paper => MudBlazor.Icons.Material.Outlined.Description,
        ResourceKind.Article => MudBlazor.Icons.Material.Outlined.Article,
        ResourceKind.Video => MudBlazor.Icons.Material.Outlined.PlayCircle,
        ResourceKind.Course => MudBlazor.Icons.Material.Outlined.School,
        ResourceKind.Book => MudBlazor.Icons.Material.Outlined.MenuBook,
        ResourceKind.Code => MudBlazor.Icons.Material.Outlined.Code,
        ResourceKind.Tool => MudBlazor.Icons.Material.Outlined.Inventory2,
        ResourceKind.Dataset => MudBlazor.Icons.Material.Outlined.Dataset,
        _ => MudBlazor.Icons.Material.Outlined.LibraryBooks,
    };
}

using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Web.Shared.Display;

using Microsoft.AspNetCore.Components;

namespace LlmGuide.Web.LinkChecks;

/// <summary>The state of a link in a word with an icon.</summary>
internal static class LinkLabels
{
    private static readonly Dictionary<LinkStatus, MarkupString> Tags = Enum.GetValues<LinkStatus>().ToDictionary(status => status, Make);

    public static MarkupString Tag(LinkStatus status) => Tags[status];

    public static string Of(LinkStatus status) => status switch
    {
        LinkStatus.Ok => "Works",
        LinkStatus.Moved => "Moved",
        LinkStatus.Suspect => "Failing",
        LinkStatus.Blocked => "Blocked",
        LinkStatus.Dead => "Broken",
        _ => "Not checked",
    };

    private static MarkupString Make(LinkStatus status) => new(
        $"<span class=\"tag {HueOf(status)}\"><svg class=\"i\" viewBox=\"0 0 24 24\" aria-hidden=\"true\" "
        + $"focusable=\"false\">{IconDrawings.Of(DrawingOf(status))}</svg>{Of(status)}</span>");

    private static string HueOf(LinkStatus status) => status switch
    {
        LinkStatus.Ok => "ok",
        LinkStatus.Moved or LinkStatus.Suspect => "warn",
        LinkStatus.Dead => "bad",
        _ => "",
    };

    private static string DrawingOf(LinkStatus status) => status switch
    {
        LinkStatus.Ok => MudBlazor.Icons.Material.Outlined.Check,
        LinkStatus.Moved or LinkStatus.Suspect => MudBlazor.Icons.Material.Outlined.WarningAmber,
        LinkStatus.Dead => MudBlazor.Icons.Material.Outlined.LinkOff,
        LinkStatus.Blocked => MudBlazor.Icons.Material.Outlined.Block,
        _ => MudBlazor.Icons.Material.Outlined.HourglassEmpty,
    };
}

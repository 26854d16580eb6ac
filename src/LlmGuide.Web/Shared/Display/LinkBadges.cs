using LlmGuide.Core.Catalogue.Resources;

using Microsoft.AspNetCore.Components;

namespace LlmGuide.Web.Shared.Display;

/// <summary>What the last look at a link said, as a word with its icon, made once.</summary>
internal static class LinkBadges
{
    private static readonly Dictionary<LinkStatus, MarkupString> Marks = Enum.GetValues<LinkStatus>().ToDictionary(status => status, Make);

    public static MarkupString Of(LinkStatus status) => Marks[status];

    public static string Word(LinkStatus status) => status switch
    {
        LinkStatus.Ok => "Works",
        LinkStatus.Moved => "Moved",
        LinkStatus.Suspect => "Failing",
        LinkStatus.Blocked => "Blocked",
        LinkStatus.Dead => "Broken",
        _ => "Not checked",
    };

    private static MarkupString Make(LinkStatus status)
    {
        var (hue, drawing) = status switch
        {
            LinkStatus.Ok => (" ok", MudBlazor.Icons.Material.Outlined.Check),
            LinkStatus.Moved or LinkStatus.Suspect => (" warn", MudBlazor.Icons.Material.Outlined.WarningAmber),
            LinkStatus.Dead => (" bad", MudBlazor.Icons.Material.Outlined.LinkOff),
            _ => ("", MudBlazor.Icons.Material.Outlined.HelpOutline),
        };
        return new($"<span class=\"tag{hue}\"><svg class=\"i\" viewBox=\"0 0 24 24\" aria-hidden=\"true\" "
            + $"focusable=\"false\">{IconDrawings.Of(drawing)}</svg>{Word(status)}</span>");
    }
}

using AngleSharp.Dom;

namespace LlmGuide.Web.Markdown;

/// <summary>A formula as one line of text, as one would type it: <c>QK^⊤/√(d_k)</c>.</summary>
internal static class SpokenMath
{
    public static string Of(IElement formula) => Row(formula).Trim();

    private static string Line(IElement part) => part.LocalName switch
    {
        "mfrac" => $"{Grouped(part.Children[0])}/{Grouped(part.Children[1])}",
        "msqrt" => $"√{Root(part)}",
        "mroot" => $"{Line(part.Children[1])}√{Root(part.Children[0])}",
        "msub" or "munder" => $"{Line(part.Children[0])}_{Grouped(part.Children[1])}",
        "msup" or "mover" => $"{Line(part.Children[0])}^{Grouped(part.Children[1])}",
        "msubsup" or "munderover" => $"{Line(part.Children[0])}_{Grouped(part.Children[1])}^{Grouped(part.Children[2])}",
        "mo" when part.TextContent is "=" or "≤" or "≥" or "<" or ">" or "≈" or "∈" or "→" or "+" => $" {part.TextContent} ",
        "mtr" => $"{Row(part)}; ",
        "mtd" or "mspace" => $"{Row(part)} ",
        _ when part.Children.Length == 0 => part.TextContent.Replace("\u2061", "", StringComparison.Ordinal),
        _ => Row(part),
    };

    private static string Row(IElement part) => string.Concat(part.Children.Select(Line));

    private static string Root(IElement part)
    {
        var inside = part.Children.Length > 0 ? Row(part) : part.TextContent;
        return inside.EnumerateRunes().Count() == 1 ? inside : $"({inside})";
    }

    /// <summary>One sign stands for itself, more are held together.</summary>
    private static string Grouped(IElement part) =>
        Line(part).Trim() is var line && line.EnumerateRunes().Count() <= 1 ? line : $"({line})";
}

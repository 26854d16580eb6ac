using MudBlazor;

namespace LlmGuide.Web.Islands;

/// <summary>The look of guide.css in the terms of MudBlazor, for what stands in islands. Change both together.</summary>
internal static class LlmGuideTheme
{
    private static readonly string[] Sans = ["system-ui", "-apple-system", "Segoe UI", "Roboto", "Noto Sans", "sans-serif"];
    private static readonly string[] Serif =
        ["Source Serif 4 Variable", "Source Serif 4", "Charter", "Bitstream Charter", "Georgia", "serif"];

    /// <param name="scope">The selector that the variables stand under.</param>
    public static MudTheme For(string scope) => new()
    {
        PseudoCss = new PseudoCss { Scope = scope },
        PaletteLight = LlmGuidePalettes.Light,
        PaletteDark = LlmGuidePalettes.Dark,
        Typography = new Typography
        {
            Default = new DefaultTypography
            {
                FontFamily = Sans,
                FontSize = ".9375rem",
                FontWeight = "400",
                LineHeight = "1.5",
                LetterSpacing = "0"
            },
            H1 = new H1Typography
            {
                FontFamily = Serif,
                FontSize = "clamp(2rem,1.5rem + 2.1vw,2.75rem)",
                FontWeight = "500",
                LineHeight = "1.1",
                LetterSpacing = "-.018em"
            },
            H2 = new H2Typography
            {
                FontFamily = Serif,
                FontSize = "1.625rem",
                FontWeight = "600",
                LineHeight = "1.2",
                LetterSpacing = "-.01em"
            },
            H3 = new H3Typography
            {
                FontFamily = Serif,
                FontSize = "1.25rem",
                FontWeight = "600",
                LineHeight = "1.3",
                LetterSpacing = "-.005em"
            },
            H4 = new H4Typography
            {
                FontFamily = Serif,
                FontSize = "1.0625rem",
                FontWeight = "600",
                LineHeight = "1.35",
                LetterSpacing = "0"
            },
            H5 = new H5Typography
            {
                FontFamily = Sans,
                FontSize = ".9375rem",
                FontWeight = "600",
                LineHeight = "1.4",
                LetterSpacing = "0"
            },
            H6 = new H6Typography
            {
                FontFamily = Sans,
                FontSize = ".875rem",
                FontWeight = "600",
                LineHeight = "1.4",
                LetterSpacing = "0"
            },
            Subtitle1 = new Subtitle1Typography
            {
                FontFamily = Serif,
                FontSize = "1.25rem",
                FontWeight = "400",
                LineHeight = "1.5",
                LetterSpacing = "0"
            },
            Subtitle2 = new Subtitle2Typography
            {
                FontFamily = Sans,
                FontSize = ".875rem",
                FontWeight = "600",
                LineHeight = "1.4",
                LetterSpacing = "0"
            },
            Body1 = new Body1Typography
            {
                FontFamily = Serif,
                FontSize = "1.125rem",
                FontWeight = "400",
                LineHeight = "1.6",
                LetterSpacing = "0"
            },
            Body2 = new Body2Typography
            {
                FontFamily = Sans,
                FontSize = ".9375rem",
                FontWeight = "400",
                LineHeight = "1.5",
                LetterSpacing = "0"
            },
            Button = new ButtonTypography
            {
                FontFamily = Sans,
                FontSize = ".9375rem",
                FontWeight = "550",
                LineHeight = "1.2",
                LetterSpacing = "0",
                TextTransform = "none"
            },
            Caption = new CaptionTypography
            {
                FontFamily = Sans,
                FontSize = ".8125rem",
                FontWeight = "400",
                LineHeight = "1.4",
                LetterSpacing = "0"
            },
            Overline = new OverlineTypography
            {
                FontFamily = Sans,
                FontSize = ".8125rem",
                FontWeight = "600",
                LineHeight = "1.3",
                LetterSpacing = "0",
                TextTransform = "none"
            },
        },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "4px", AppbarHeight = "56px", DrawerWidthLeft = "272px" },
        Shadows = new Shadow { Elevation = [.. Enumerable.Range(0, 26).Select(i => i < 6 ? "none" : "0 8px 28px rgb(15 30 28 / .16)")] },
    };
}

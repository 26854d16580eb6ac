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
        PaletteLight = new PaletteLight
        {
            Black = "#161d1c",
            White = "#ffffff",
            Primary = "#0b5a69",
            PrimaryContrastText = "#ffffff",
            PrimaryDarken = "#083f4a",
            PrimaryLighten = "#e3f0f2",
            Secondary = "#46524f",
            SecondaryContrastText = "#ffffff",
            Tertiary = "#ffec8f",
            TertiaryContrastText = "#1d1a05",
            Info = "#0b5a69",
            InfoContrastText = "#ffffff",
            Success = "#1c6b3c",
            SuccessContrastText = "#ffffff",
            SuccessLighten = "#e4f3e9",
            Warning = "#7d5200",
            WarningContrastText = "#ffffff",
            WarningLighten = "#fcf1d8",
            Error = "#a9261f",
            ErrorContrastText = "#ffffff",
            ErrorLighten = "#fceae8",
            Dark = "#161d1c",
            DarkContrastText = "#ffffff",
            TextPrimary = "#161d1c",
            TextSecondary = "#46524f",
            TextDisabled = "#5f6b68",
            ActionDefault = "#46524f",
            ActionDisabled = "#7a8784",
            ActionDisabledBackground = "#f1f4f4",
            Background = "#fcfdfd",
            BackgroundGray = "#f1f4f4",
            Surface = "#ffffff",
            AppbarBackground = "#fcfdfd",
            AppbarText = "#161d1c",
            DrawerBackground = "#fcfdfd",
            DrawerText = "#161d1c",
            DrawerIcon = "#46524f",
            LinesDefault = "#dfe5e3",
            LinesInputs = "#7a8784",
            Divider = "#dfe5e3",
            DividerLight = "#dfe5e3",
            TableLines = "#dfe5e3",
            TableStriped = "#f1f4f4",
            TableHover = "#f1f4f4",
            Skeleton = "#dfe5e3",
            HoverOpacity = 0.06,
            RippleOpacity = 0,
        },
        PaletteDark = new PaletteDark
        {
            Black = "#0c100f",
            White = "#e7edeb",
            Primary = "#74c8d6",
            PrimaryContrastText = "#06242a",
            PrimaryDarken = "#a3dde7",
            PrimaryLighten = "#14313a",
            Secondary = "#b3beba",
            SecondaryContrastText = "#121716",
            Tertiary = "#5a4a06",
            TertiaryContrastText = "#fff6cf",
            Info = "#74c8d6",
            InfoContrastText = "#06242a",
            Success = "#7fcf9b",
            SuccessContrastText = "#121716",
            SuccessLighten = "#12301e",
            Warning = "#e6bd66",
            WarningContrastText = "#121716",
            WarningLighten = "#352808",
            Error = "#f49b92",
            ErrorContrastText = "#121716",
            ErrorLighten = "#3c1714",
            Dark = "#e7edeb",
            DarkContrastText = "#121716",
            TextPrimary = "#e7edeb",
            TextSecondary = "#b3beba",
            TextDisabled = "#919d99",
            ActionDefault = "#b3beba",
            ActionDisabled = "#75827e",
            ActionDisabledBackground = "#0c100f",
            Background = "#121716",
            BackgroundGray = "#0c100f",
            Surface = "#191f1e",
            AppbarBackground = "#121716",
            AppbarText = "#e7edeb",
            DrawerBackground = "#121716",
            DrawerText = "#e7edeb",
            DrawerIcon = "#b3beba",
            LinesDefault = "#2a3331",
            LinesInputs = "#75827e",
            Divider = "#2a3331",
            DividerLight = "#2a3331",
            TableLines = "#2a3331",
            TableStriped = "#0c100f",
            TableHover = "#0c100f",
            Skeleton = "#2a3331",
            HoverOpacity = 0.06,
            RippleOpacity = 0,
        },
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

using MudBlazor;

namespace CloudMart.Support.Web.Layout;

/// <summary>
/// The shop's look: warm grays, one green accent, hairlines instead of shadows. Both themes are emitted into every page;
/// <c>data-theme</c> on the root element chooses. Style sheets read the palette as <c>--mud-palette-…</c>.
/// </summary>
public static class ShopTheme
{
    private static readonly string[] Font = ["Figtree", "system-ui", "-apple-system", "Segoe UI", "sans-serif"];

    public static MudTheme Light { get; } = With(":root", new MudTheme
    {
        PaletteLight = new PaletteLight
        {
            Primary = "#0F6B57",
            PrimaryContrastText = "#FFFFFF",
            Background = "#FAF9F6",
            BackgroundGray = "#F2F0EB",
            Surface = "#FFFFFF",
            TextPrimary = "#211E1A",
            TextSecondary = "#655F57",
            TextDisabled = "#A39C92",
            LinesDefault = "#E5E1D9",
            LinesInputs = "#CFC9BE",
            Divider = "#E5E1D9",
            Success = "#0F6B57",
            Warning = "#8A5200",
            Error = "#B3261E",
            ErrorContrastText = "#FFFFFF",
            Info = "#0F6B57",
            Skeleton = "#ECE8E1",
            ActionDefault = "#655F57",
            AppbarBackground = "#FAF9F6",
            AppbarText = "#211E1A",
        },
    });

    public static MudTheme Dark { get; } = With(":root[data-theme=dark]", new MudTheme
    {
        PaletteDark = new PaletteDark
        {
            Primary = "#6CCBB0",
            PrimaryContrastText = "#0C231C",
            Background = "#181613",
            BackgroundGray = "#121110",
            Surface = "#211E1B",
            TextPrimary = "#F1EEE8",
            TextSecondary = "#ADA59A",
            TextDisabled = "#6F685F",
            LinesDefault = "#35312B",
            LinesInputs = "#4A443C",
            Divider = "#35312B",
            Success = "#6CCBB0",
            Warning = "#F0B45B",
            Error = "#FF8A7E",
            ErrorContrastText = "#2B0B08",
            Info = "#6CCBB0",
            Skeleton = "#2B2723",
            ActionDefault = "#ADA59A",
            AppbarBackground = "#181613",
            AppbarText = "#F1EEE8",
        },
    });

    private static MudTheme With(string scope, MudTheme theme)
    {
        theme.PseudoCss = new PseudoCss { Scope = scope };
        theme.LayoutProperties = new LayoutProperties { DefaultBorderRadius = "12px" };
        theme.Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = Font, FontSize = "1rem", LineHeight = "1.5", LetterSpacing = "normal" },
            Button = new ButtonTypography
            {
                FontFamily = Font, FontSize = "0.9375rem", FontWeight = "600", LetterSpacing = "normal", TextTransform = "none",
            },
        };
        return theme;
    }
}

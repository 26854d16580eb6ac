using System.Text.RegularExpressions;

using LlmGuide.Core.Figures;
using LlmGuide.Core.Tests.Databases;

namespace LlmGuide.Core.Tests.Figures;

/// <summary>A drawing is shapes and words in the colours of the theme, or it is refused with its line.</summary>
public sealed partial class FigureReaderTests
{
    private const string Head =
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 328 100">
        <title>A square</title>
        <desc>A square of ink, forty characters of words long at least.</desc>

        """;

    [Fact]
    public void A_sound_drawing_names_itself_to_who_cannot_see_it()
    {
        var figure = Read("<rect x=\"1\" y=\"1\" width=\"9\" height=\"9\" fill=\"var(--accent)\"/>", out _)!;
        Assert.Equal(("square", "A square", (string?)null), (figure.Slug, figure.Title, figure.Module));
        Assert.Equal(
            "<svg viewBox=\"0 0 328 100\" role=\"img\" aria-labelledby=\"fig-square-t\" aria-describedby=\"fig-square-d\">"
            + "<title id=\"fig-square-t\">A square</title>"
            + "<desc id=\"fig-square-d\">A square of ink, forty characters of words long at least.</desc>"
            + "<rect x=\"1\" y=\"1\" width=\"9\" height=\"9\" fill=\"var(--accent)\" /></svg>",
            figure.Svg);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>", "A drawing has no “script”")]
    [InlineData("<style>*{}</style>", "A drawing has no “style”")]
    [InlineData("<foreignObject/>", "A drawing has no “foreignObject”")]
    [InlineData("<image href=\"https://example.org/x.png\"/>", "A drawing has no “image”")]
    [InlineData("<use href=\"#x\"/>", "A drawing has no “use”")]
    [InlineData("<a href=\"/\"><text>x</text></a>", "A drawing has no “a”")]
    [InlineData("<animate attributeName=\"x\"/>", "A drawing has no “animate”")]
    [InlineData("<svg/>", "A drawing has no “svg”")]
    [InlineData("<html:script xmlns:html=\"http://www.w3.org/1999/xhtml\"/>", "A drawing has no “script”")]
    [InlineData("<rect onclick=\"alert(1)\"/>", "“rect” may not have onclick=")]
    [InlineData("<rect style=\"fill:red\"/>", "“rect” may not have style=")]
    [InlineData("<rect class=\"btn\"/>", "“rect” may not have class=")]
    [InlineData("<rect id=\"main\"/>", "“rect” may not have id=")]
    [InlineData("<rect x=\"1;url(x)\"/>", "“rect” may not have x=")]
    [InlineData("<rect transform=\"matrix(1 0 0 1 0 0)\"/>", "“rect” may not have transform=")]
    [InlineData("<path d=\"M0 0&#10;L1 1\"/>", "“path” may not have d=")]
    [InlineData("<rect xlink:href=\"#x\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"/>", "“rect” may not have href=")]
    [InlineData("<rect xmlns:x=\"http://example.org/\"/>", "“rect” may not have x=")]
    [InlineData("<rect fill=\"#ff0000\"/>", "The colour “#ff0000” is none of the theme’s")]
    [InlineData("<rect fill=\"url(#x)\"/>", "The colour “url(#x)” is none of the theme’s")]
    [InlineData("<rect stroke=\"var(--glow)\"/>", "The colour “var(--glow)” is none of the theme’s")]
    [InlineData("<text fill=\"var(--line)\">x</text>", "Words in var(--line) are too faint to read")]
    [InlineData("<text font-size=\"11\">x</text>", "Words are at least 13 units high")]
    [InlineData("<g data-module=\"x\"/>", "data-module belongs on the svg element itself")]
    [InlineData("<text><![CDATA[x]]></text>", "holds something that is no shape and no word")]
    [InlineData("<g><g><g><g><g><g><g><g><g/></g></g></g></g></g></g></g></g>", "is nested too deep")]
    [InlineData("<?xml-stylesheet href=\"x.css\"?>", "holds something that is no shape and no word")]
    [InlineData("<title>Another one</title>", "needs one title")]
    [InlineData("<rect>", "The 'rect' start tag")]
    public void What_is_more_than_shapes_and_words_is_refused_with_its_line(string inside, string reason)
    {
        Assert.Null(Read(inside, out var faults));
        Assert.Contains(
            faults,
            fault => fault.Reason.Contains(reason, StringComparison.Ordinal)
                && fault is { File: "figures/square.svg", Line: >= 1 and <= 5 });
    }

    [Theory]
    [InlineData("0 0 680 100", "may not have viewBox")]
    [InlineData("0 0 328 900", "needs a viewBox")]
    [InlineData("0 0 328 20", "needs a viewBox")]
    public void A_drawing_is_as_wide_as_a_phone_and_not_higher(string box, string reason)
    {
        var reader = new FigureReader("figures/square.svg", "square");
        Assert.Null(reader.Read(Head.Replace("0 0 328 100", box, StringComparison.Ordinal) + "</svg>"));
        Assert.Contains(reader.Faults, fault => fault.Reason.Contains(reason, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<!DOCTYPE svg [<!ENTITY a \"b\">]><svg xmlns=\"http://www.w3.org/2000/svg\">&a;</svg>", "DTD")]
    [InlineData("<svg/>", "of the namespace http://www.w3.org/2000/svg")]
    [InlineData("", "Root element is missing")]
    public void What_is_no_drawing_at_all_is_refused(string text, string reason)
    {
        var reader = new FigureReader("figures/square.svg", "square");
        Assert.Null(reader.Read(text));
        Assert.Contains(reader.Faults, fault => fault.Reason.Contains(reason, StringComparison.Ordinal));
    }

    [Fact]
    public void A_drawing_too_large_to_parse_or_to_send_is_refused()
    {
        Assert.Null(Read(new string(' ', FigureReader.MaxLength), out var long_));
        Assert.Contains("more than 30,000 characters", Assert.Single(long_).Reason, StringComparison.Ordinal);

        // Squares modulo a prime: numbers that no compressor sees through.
        var path = string.Join(' ', Enumerable.Range(1, 5_000).Select(n => (long)n * n * n % 9_973));
        Assert.Null(Read($"<path d=\"M{path}\"/>", out var heavy));
        Assert.Contains("7168 bytes when compressed", Assert.Single(heavy).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void As_a_file_a_drawing_has_its_colours_in_it()
    {
        var file = Read("<text fill=\"var(--accent)\" font-family=\"var(--mono)\">x</text>", out _)!.ToFile();
        Assert.StartsWith("<svg xmlns=\"http://www.w3.org/2000/svg\" ", file, StringComparison.Ordinal);
        Assert.Contains("<text fill=\"#0b5a69\" font-family=\"monospace\">x</text>", file, StringComparison.Ordinal);
        Assert.DoesNotContain("var(", file, StringComparison.Ordinal);
    }

    [Fact]
    public void The_colours_of_drawings_are_those_of_the_theme()
    {
        var root = Path.Combine(GuideDatabase.SeedFolder, "..", "..");
        var css = File.ReadAllText(Path.Combine(root, "src", "LlmGuide.Web", "wwwroot", "css", "guide.css"));
        var theme = Token().Matches(css).Select(token => (token.Groups["name"].Value, token.Groups["light"].Value));
        Assert.Equal(theme.Order(), FigureVocabulary.Colours.Select(token => (token.Key, token.Value)).Order());
    }

    [GeneratedRegex("--(?<name>[a-z0-9-]+):light-dark\\((?<light>#[0-9a-f]{6}),", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();

    private static Figure? Read(string inside, out IReadOnlyList<FigureFault> faults)
    {
        var reader = new FigureReader("figures/square.svg", "square");
        var figure = reader.Read($"{Head}{inside}</svg>");
        faults = reader.Faults;
        return figure;
    }
}

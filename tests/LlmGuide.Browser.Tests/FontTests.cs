using System.Globalization;

using LlmGuide.Browser.Tests.Pages;

using Microsoft.Playwright;

namespace LlmGuide.Browser.Tests;

/// <summary>Words are drawn in one font, whatever letters they have, and nobody fetches letters that a page has not.</summary>
public sealed class FontTests(Browser browser)
{
    [Fact]
    public async Task A_letter_with_a_mark_is_drawn_in_the_font_of_the_letters_beside_it()
    {
        string[] words = ["Łukasz", "naïve", "Čeština", "İstanbul", "Ünsal", "x\u0304", "GPT\u20112", "“±½”", "5 €", "… – 3 ₿"];
        var page = await browser.OpenAsync("/about");
        var html = string.Concat(words.Select(word => $"<p>{word}</p><em>{word}</em><strong>{word}</strong>"));
        var drawn = await new DrawnText(page).FontsAsync($"<div id=pieces class=prose>{html}</div>");
        Assert.Equal(words.Length * 3, drawn.Count);
        Assert.All(drawn.Chunk(3), word =>
        {
            Assert.Equal("LlmGuide Serif*", word[0].Fonts);
            Assert.Equal("LlmGuide Serif Italic*", word[1].Fonts);
            Assert.Equal("LlmGuide Serif*", word[2].Fonts);
        });
    }

    [Fact]
    public async Task A_font_has_every_sign_that_its_face_promises()
    {
        var page = await browser.OpenAsync("/about");
        const string Faces = """
            [...document.fonts].filter(face => !/fit|Display/.test(face.family))
              .map(face => (face.family.includes('Math') ? 'math' : face.style) + ': ' + face.unicodeRange)
            """;
        var faces = (await page.EvaluateAsync<string[]>(Faces)).Select(face => face.Split(": ")).ToList();
        Assert.Equal(["italic", "math", "normal"], faces.Select(face => face[0]).Distinct().Order(StringComparer.Ordinal));
        var pieces = faces.Select(face => Piece(face[0], string.Concat(Signs(face[1]).Select(char.ConvertFromUtf32))));
        var drawn = await new DrawnText(page).FontsAsync($"<div id=pieces class=prose>{string.Concat(pieces)}</div>");
        Assert.Equal(faces.Select(face => FontOf(face[0])), drawn.Select(piece => piece.Fonts));
    }

    [Theory]
    [InlineData("/", true)]
    [InlineData("/topics/transformer", false)]
    [InlineData("/resources/attention-is-all-you-need", false)]
    public async Task A_page_of_English_fetches_the_letters_of_English_and_home_its_large_ones(string path, bool display)
    {
        var page = await browser.OpenAsync("/error");
        var asked = new List<string>();
        page.Request += (_, request) => asked.AddRange(request.Url.Contains("llmguide-serif") ? [request.Url] : []);
        await page.GotoAsync(path, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
        Assert.NotEmpty(asked);
        Assert.All(asked, url => Assert.EndsWith("-basic.woff2", url));
        Assert.Equal(display, asked.Any(url => url.Contains("display")));
    }

    private static string Piece(string face, string signs) => face switch
    {
        "math" => $"<math><mtext>{signs}</mtext></math>",
        "italic" => $"<em>{signs}</em>",
        _ => $"<p>{signs}</p>",
    };

    private static string FontOf(string face) => face switch
    {
        "math" => "LlmGuide Math*",
        "italic" => "LlmGuide Serif Italic*",
        _ => "LlmGuide Serif*",
    };

    /// <summary>The numbers of <c>U+20-7e, U+a0</c>, without those that are markup.</summary>
    private static IEnumerable<int> Signs(string range) => range.Split(", ").Select(part => part[2..].Split('-')).SelectMany(ends =>
    {
        var (first, last) = (Number(ends[0]), Number(ends[^1]));
        return Enumerable.Range(first, last - first + 1).Where(sign => sign is not ('<' or '&'));
    });

    private static int Number(string hexadecimal) => int.Parse(hexadecimal, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}

using System.Collections.Concurrent;
using System.IO.Compression;

using LlmGuide.Browser.Tests.Pages;
using LlmGuide.Core.Figures;
using LlmGuide.Web.Tests;

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace LlmGuide.Browser.Tests;

/// <summary>Somebody looks at the figures, and touches those that can be touched.</summary>
public sealed class FigureTests(Browser browser)
{
    /// <summary>Of everything that a first visit of a topic fetches.</summary>
    private const int MaxKilobytes = 100;

    /// <summary>How hard Brotli works on a file when the site is published.</summary>
    private const int Built = 11;

    /// <summary>And on a page when it is kept.</summary>
    private const int Kept = 5;

    private IReadOnlyList<Figure> Touchable =>
        [.. browser.Host.Services.GetRequiredService<FigureLibrary>().Figures.Where(figure => figure.Module is not null)];

    [Fact]
    public async Task A_figure_is_touched_with_the_keyboard_keeps_its_state_in_the_address_and_goes_back()
    {
        var page = await browser.OpenAsync("/figures");
        foreach (var figure in Touchable)
        {
            var touched = await FigurePage.OpenAsync(page, figure);

            // What stood there without a script is what the script begins with.
            Assert.Equal(await touched.SentDrawingAsync(), await touched.DrawingAsync());

            await touched.PressAsync();
            await Following.ArrivesAsync(page, $"#{figure.Anchor}=.");
            await Assertions.Expect(touched.Sentence).Not.ToBeEmptyAsync();
            var (sentence, drawing) = (await touched.Sentence.TextContentAsync(), await touched.DrawingAsync());
            Assert.NotEqual(await touched.SentDrawingAsync(), drawing);

            // The address alone brings it back, in a page that is opened anew.
            await page.ReloadAsync();
            await Assertions.Expect(touched.Sentence).ToHaveTextAsync(sentence!);
            Assert.Equal(drawing, await touched.DrawingAsync());

            await touched.ResetAsync();
            await Assertions.Expect(touched.Sentence).Not.ToHaveTextAsync(sentence!);
            Assert.Equal(await touched.SentDrawingAsync(), await touched.DrawingAsync());
        }
    }

    [Fact]
    public async Task Without_a_script_and_in_print_a_figure_is_whole_and_has_no_controls()
    {
        var page = await browser.OpenAsync("/topics/efficient-inference", scripts: false);
        await Assertions.Expect(page.Locator("figure.fig svg")).ToHaveCountAsync(2);
        await Assertions.Expect(page.Locator(".knobs")).ToHaveCountAsync(0);
        var printed = await browser.OpenAsync("/topics/efficient-inference?print=1");
        await Assertions.Expect(printed.Locator(".knobs")).ToHaveCountAsync(2);
        await printed.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        await Assertions.Expect(printed.Locator(".knobs").First).ToBeHiddenAsync();
        await Assertions.Expect(printed.Locator("figure.fig svg").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_readers_own_text_is_cut_into_tokens()
    {
        var page = await browser.OpenAsync("/topics/tokenization");
        var figure = page.Locator("#fig-byte-pairs");
        await figure.Locator("input[type=text]").FillAsync("<b>हि & the tokens</b>");
        await Assertions.Expect(figure.Locator("output")).ToContainTextAsync("bytes are");
        await Assertions.Expect(figure.Locator("svg b")).ToHaveCountAsync(0);
        await Assertions.Expect(figure.Locator("svg")).ToContainTextAsync("␣tokens");
    }

    [Theory]
    [InlineData("/topics/transformer")]
    [InlineData("/topics/efficient-inference")]
    [InlineData("/topics/quantization")]
    [InlineData("/topics/tokenization")]
    public async Task A_first_visit_of_a_topic_with_its_figures_weighs_little(string path)
    {
        var asked = new ConcurrentBag<string>();
        var page = await browser.OpenAsync("/error");
        page.Request += (_, request) => asked.Add(request.Url);
        await page.GotoAsync(path, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
        var sizes = await Task.WhenAll(asked.Distinct(StringComparer.Ordinal).Select(SizeAsync));
        Assert.InRange(sizes.Sum() / 1024d, 30, MaxKilobytes);
    }

    /// <summary>As the published site sends it: files are compressed when it is built, pages when they are kept.</summary>
    private async Task<long> SizeAsync(string address)
    {
        var content = await browser.Host.Client.GetByteArrayAsync(address, GuideHost.Cancelled);
        if (address.EndsWith(".woff2", StringComparison.Ordinal))
        {
            return content.Length;
        }

        using var compressed = new MemoryStream();
        var quality = address.Contains("/css/", StringComparison.Ordinal) || address.Contains("/js/", StringComparison.Ordinal)
            ? Built : Kept;
        await using (var brotli = new BrotliStream(compressed, new BrotliCompressionOptions { Quality = quality }, leaveOpen: true))
        {
            await brotli.WriteAsync(content, GuideHost.Cancelled);
        }

        return compressed.Length;
    }
}

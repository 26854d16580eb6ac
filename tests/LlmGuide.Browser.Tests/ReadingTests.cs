using System.Text.Json;

using LlmGuide.Browser.Tests.Pages;

using Microsoft.Playwright;

namespace LlmGuide.Browser.Tests;

/// <summary>Somebody reads the guide.</summary>
public sealed class ReadingTests(Browser browser)
{
    public static readonly TheoryData<string> Pages =
    [
        "/", "/topics/transformer", "/topics/nlp-tasks", "/topics/quantization", "/resources",
        "/resources/attention-is-all-you-need", "/tasks", "/tasks/translation", "/benchmarks/tau-bench-retail",
        "/models", "/models/claude-opus-5", "/figures", "/metrics", "/about", "/api",
        "/search?q=attention", "/search?q=zzzzzz", "/search/help", "/nowhere", "/error",
    ];

    [Fact]
    public async Task The_path_leads_from_home_to_a_work()
    {
        var page = await browser.OpenAsync();
        var topic = await new PathPage(page).OpenTopicAsync("The Transformer");
        Assert.Equal("The Transformer", await topic.TitleAsync());
        await topic.OpenFirstEssentialAsync();
        Assert.Equal("https://arxiv.org/abs/1706.03762", await page.Locator("a.btn.go").GetAttributeAsync("href"));
    }

    [Fact]
    public async Task The_path_is_walked_with_the_keyboard_alone()
    {
        var page = await browser.OpenAsync();
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("Skip to content", await page.Locator(":focus").InnerTextAsync());
        await page.Keyboard.PressAsync("Enter");
        await PathPage.OpenWithKeyboardAsync(page, "Tokenization");
        Assert.Equal("Tokenization", await page.Locator("h1").InnerTextAsync());
        await PathPage.OpenWithKeyboardAsync(page, "Neural Machine Translation of Rare Words with Subword Units");
        await page.WaitForSelectorAsync("a.btn.go");
    }

    [Fact]
    public async Task Everything_works_without_JavaScript()
    {
        var page = await browser.OpenAsync("/resources", scripts: false);
        await page.CheckAsync("input[name=kind][value=video]");
        await page.ClickAsync("form.facets button");
        using var videos = JsonDocument.Parse(await browser.Host.TextAsync("/api/v1/resources?kind=video"));
        await Assertions.Expect(page.Locator("ul.res > li")).ToHaveCountAsync(videos.RootElement.GetProperty("total").GetInt32());
        await page.FillAsync(".find input", "T5");
        await page.PressAsync(".find input", "Enter");
        await Assertions.Expect(page.Locator("ul.res .title").First).ToContainTextAsync("Text-to-Text Transformer");
        await page.ClickAsync("label:has(#theme-dark)");
        await page.ClickAsync("footer .linkbtn");
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_has_no_accessibility_fault_in_either_theme_and_fits_360_pixels(string path) =>
        await Axe.FindsNothingAsync(await browser.OpenAsync(path));

    [Theory]
    [InlineData(ColorScheme.Light, "rgb(252, 253, 253)")]
    [InlineData(ColorScheme.Dark, "rgb(18, 23, 22)")]
    public async Task The_page_follows_the_theme_of_the_system(ColorScheme scheme, string background)
    {
        var page = await browser.OpenAsync(scheme: scheme);
        Assert.Equal(background, await page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor"));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_asks_this_host_alone_and_complains_of_nothing(string path)
    {
        var page = await browser.OpenAsync("/about");
        var host = new Uri(page.Url).Authority;
        var faults = new List<string>();
        page.Console += (_, message) => faults.AddRange(
            message.Type == "error" && !message.Text.Contains("404") && !message.Text.Contains("500") ? [message.Text] : []);
        page.PageError += (_, error) => faults.Add(error);
        page.Request += (_, request) => faults.AddRange(
            new Uri(request.Url).Authority == host && (request.ResourceType != "script" || IsComfort(request)) ? [] : [request.Url]);
        await page.GotoAsync(path);
        Assert.Empty(faults);
    }

    /// <summary>A module of ours, which adds comfort: a page is whole without.</summary>
    private static bool IsComfort(IRequest request) =>
        new Uri(request.Url).AbsolutePath.StartsWith("/js/", StringComparison.Ordinal);

    [Theory]
    [InlineData("/")]
    [InlineData("/topics/transformer")]
    [InlineData("/resources/attention-is-all-you-need")]
    public async Task A_page_does_not_shift_when_its_font_arrives_late(string path)
    {
        var page = await browser.OpenAsync("/about");
        var arrived = new TaskCompletionSource();
        await page.RouteAsync("**/*.woff2", async route =>
        {
            await arrived.Task;
            await route.ContinueAsync();
        });
        await page.AddInitScriptAsync(
            "window.shift = 0; new PerformanceObserver(l => { for (const e of l.getEntries()) window.shift += e.value; "
            + "}).observe({ type: 'layout-shift', buffered: true })");
        await page.GotoAsync(path, new PageGotoOptions { WaitUntil = WaitUntilState.DOMContentLoaded });
        await page.EvaluateAsync("new Promise(r => requestAnimationFrame(() => requestAnimationFrame(r)))");
        arrived.SetResult();
        await page.EvaluateAsync("document.fonts.ready");
        await page.EvaluateAsync("new Promise(r => requestAnimationFrame(() => requestAnimationFrame(r)))");
        Assert.InRange(await page.EvaluateAsync<double>("window.shift"), 0, 0.02);
    }

    [Fact]
    public async Task A_print_is_light_whole_and_without_controls()
    {
        var page = await browser.OpenAsync("/topics/transformer?print=1", scheme: ColorScheme.Dark);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        Assert.False(await page.Locator("header.bar").IsVisibleAsync());
        Assert.False(await page.Locator("footer.foot").IsVisibleAsync());
        Assert.True(await page.Locator(".check-box details.disc > div > p").First.IsVisibleAsync());
        Assert.True(await page.Locator("[data-answer] label.check").First.IsVisibleAsync());
        Assert.Equal(0, await page.Locator("button:visible").CountAsync());
    }
}

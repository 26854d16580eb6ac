using LlmGuide.Core.Members;

using Microsoft.Playwright;

namespace LlmGuide.Browser.Tests;

/// <summary>A curator puts the path in order.</summary>
public sealed class PathCurationTests(Browser browser)
{
    public static readonly TheoryData<string> Pages =
    [
        "/curate/topics", "/curate/topics/transformer", "/curate/topics/new",
        "/curate/topics/transformer/merge", "/curate/stages/data", "/curate/release", "/releases",
    ];

    [Fact]
    public async Task A_topic_is_moved_with_the_keyboard_and_the_focus_stays()
    {
        var page = await CuratorAsync("/curate/topics");
        var before = await OrderAsync(page, "alignment");
        var button = page.Locator($"#t-{before[^1]}").GetByRole(AriaRole.Button).First;
        var title = (await button.GetAttributeAsync("aria-label"))!["Move ".Length..^" up".Length];
        await button.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Status).GetByText("is now topic").WaitForAsync();
        Assert.NotEqual(before, await OrderAsync(page, "alignment"));
        Assert.StartsWith(
            $"Move {title}", await page.EvaluateAsync<string>("document.activeElement.getAttribute('aria-label') ?? ''"),
            StringComparison.Ordinal);
        await page.GotoAsync("/history/path/path");
        await page.GetByText($"Moved “{title}").First.WaitForAsync();
    }

    [Fact]
    public async Task A_topic_is_dragged_to_another_place()
    {
        var page = await CuratorAsync("/curate/topics");
        var before = await OrderAsync(page, "llm-internals");
        var (last, first) = (before[^1], before[^2]);
        await page.Locator($"#t-{last} .grip")
            .DragToAsync(page.Locator($"#t-{first}"), new LocatorDragToOptions { TargetPosition = new TargetPosition { X = 40, Y = 3 } });
        await page.GetByRole(AriaRole.Status).GetByText("is now topic").WaitForAsync();
        Assert.Equal([.. before[..^2], last, first], await OrderAsync(page, "llm-internals"));
    }

    [Fact]
    public async Task Rows_of_a_form_move_in_place_and_are_saved_in_that_order()
    {
        var page = await CuratorAsync("/curate/topics/quantization");
        var before = await TermsAsync(page);
        await page.GetByLabel("Move concept 1 down").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#moved")).ToContainTextAsync("Now 2 of");
        Assert.Equal([before[1], before[0], .. before[2..]], await TermsAsync(page));
        await page.GetByLabel("What you changed and why").FillAsync("A better order.");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Save", Exact = true }).Last.ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync("/topics/quantization");
        Assert.Equal([before[1], before[0]], (await page.Locator(".terms dt").AllTextContentsAsync()).Take(2));
    }

    [Fact]
    public async Task The_preview_stands_beside_the_form_in_the_readers_measure_and_follows_what_is_typed()
    {
        var page = await CuratorAsync("/curate/topics/quantization");
        var (form, pane) = (page.Locator("form.form"), page.Locator("[data-preview]"));
        await Assertions.Expect(pane.Locator(".prose").First).ToBeVisibleAsync();
        var (left, right) = ((await form.BoundingBoxAsync())!, (await pane.BoundingBoxAsync())!);
        Assert.True(left.X + left.Width <= right.X, $"The form ends at {left.X + left.Width}, the preview begins at {right.X}.");
        await Assertions.Expect(page.Locator(".savebar").GetByRole(AriaRole.Button, new() { Name = "Save" })).ToBeInViewportAsync();
        await page.GetByLabel("The idea").FillAsync("Typed **just now**.");
        await Assertions.Expect(pane.Locator("strong").Filter(new() { HasText = "just now" })).ToBeVisibleAsync();
        await page.SetViewportSizeAsync(390, 844);
        Assert.True((await pane.BoundingBoxAsync())!.Y >= (await form.BoundingBoxAsync())!.Y + (await form.BoundingBoxAsync())!.Height);
    }

    [Fact]
    public async Task Concepts_are_folded_under_their_terms_until_one_is_opened()
    {
        var page = await CuratorAsync("/curate/topics/quantization");
        await Assertions.Expect(page.Locator("#term-0")).ToBeHiddenAsync();
        await page.Locator("[data-rows=concepts] summary").First.ClickAsync();
        await Assertions.Expect(page.Locator("#term-0")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_work_is_found_by_a_part_of_its_title_with_the_keyboard()
    {
        var page = await CuratorAsync("/curate/resources/switch-transformers/merge");
        var combo = page.GetByRole(AriaRole.Combobox, new() { Name = "Find a work for: Address of the one to keep" });
        await combo.PressSequentiallyAsync("attention is all");
        await Assertions.Expect(page.GetByRole(AriaRole.Option).First).ToBeVisibleAsync();
        await Assertions.Expect(combo).ToHaveAttributeAsync("aria-expanded", "true");
        await combo.PressAsync("ArrowDown");
        await Assertions.Expect(page.GetByRole(AriaRole.Option).First).ToHaveAttributeAsync("aria-selected", "true");
        await combo.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#into")).ToHaveValueAsync("attention-is-all-you-need");
        await Assertions.Expect(page.GetByRole(AriaRole.Listbox)).ToBeHiddenAsync();
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_has_no_accessibility_fault_in_either_theme_and_fits_360_pixels(string path) =>
        await Axe.FindsNothingAsync(await CuratorAsync(path));

    private Task<IPage> CuratorAsync(string path) =>
        browser.OpenAsync(path, member: "cora", roles: Role.Curator);

    private static async Task<List<string>> OrderAsync(IPage page, string stage) =>
    [
        .. await page.EvaluateAsync<string[]>(
            "stage => [...document.querySelectorAll(`ol[data-stage=${stage}] > li`)].map(row => row.dataset.topic)", stage),
    ];

    private static async Task<List<string>> TermsAsync(IPage page) =>
        [.. await page.EvaluateAsync<string[]>("[...document.querySelectorAll('[name=\"Concept.Term\"]')].map(field => field.value)")];
}

using LlmGuide.Browser.Tests.Pages;

using Microsoft.Playwright;

namespace LlmGuide.Browser.Tests;

/// <summary>The box that comments are written in.</summary>
public sealed class ComposerTests(Browser browser)
{
    [Theory]
    [InlineData("Bold", "a **word** here")]
    [InlineData("Italic", "a *word* here")]
    [InlineData("Code", "a `word` here")]
    [InlineData("Formula", "a $word$ here")]
    [InlineData("Link", "a [word](https://) here")]
    [InlineData("Quotation", "> a word here")]
    [InlineData("List", "- a word here")]
    public async Task A_button_of_the_toolbar_marks_what_is_selected_and_can_be_undone(string button, string text)
    {
        var page = await browser.OpenAsync("/topics/pre-training-data", member: "cleo");
        var box = new TalkPage(page).Box;
        await box.FillAsync("a word here");
        await box.EvaluateAsync("box => box.setSelectionRange(2, 6)");
        await page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        await Assertions.Expect(box).ToHaveValueAsync(text);
        await Assertions.Expect(box).ToBeFocusedAsync();
        await box.PressAsync("Control+z");
        await Assertions.Expect(box).ToHaveValueAsync("a word here");
    }

    [Fact]
    public async Task The_toolbar_is_one_stop_with_arrows_and_has_keys()
    {
        var page = await browser.OpenAsync("/topics/pre-training-data", member: "cleo");
        var box = new TalkPage(page).Box;
        await page.GetByRole(AriaRole.Button, new() { Name = "Bold", Exact = true }).FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Italic", Exact = true })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(box).ToBeFocusedAsync();
        await box.FillAsync("x");
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.PressAsync("Control+e");
        await Assertions.Expect(box).ToHaveValueAsync("`x`");
    }

    [Fact]
    public async Task A_name_after_an_at_sign_is_completed_from_who_speaks_here()
    {
        foreach (var name in (string[])["cyd", "cyrus"])
        {
            var theirs = await browser.OpenAsync("/topics/retrieval-augmented-generation", member: name);
            await new TalkPage(theirs).PostAsync($"I am {name}.");
            await new TalkPage(theirs).SeeAsync($"I am {name}.");
        }

        var page = await browser.OpenAsync("/topics/retrieval-augmented-generation", member: "cleo");
        var box = new TalkPage(page).Box;
        await box.PressSequentiallyAsync("Thanks @cy");
        await Assertions.Expect(page.Locator(".names [role=option]")).ToHaveTextAsync((string[])["cyrus", "cyd"]);
        await Axe.FindsNothingAsync(page);
        await box.PressAsync("ArrowDown");
        await Assertions.Expect(page.Locator(".names [aria-selected=true]")).ToHaveTextAsync("cyd");
        await box.PressAsync("Enter");
        await Assertions.Expect(box).ToHaveValueAsync("Thanks @cyd ");
        await box.PressSequentiallyAsync("and mail a@cy");
        await Assertions.Expect(page.GetByRole(AriaRole.Listbox)).ToHaveCountAsync(0);
        await box.PressSequentiallyAsync(" @CYR");
        await Assertions.Expect(page.Locator(".names [role=option]")).ToHaveTextAsync((string[])["cyrus"]);
        await box.PressAsync("Escape");
        await Assertions.Expect(page.GetByRole(AriaRole.Listbox)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_box_grows_with_its_text_and_forgets_that_it_was_a_question()
    {
        var page = await browser.OpenAsync("/topics/training-at-scale", member: "cleo");
        var talk = new TalkPage(page);
        var before = (await talk.Box.BoundingBoxAsync())!.Height;
        await talk.Box.FillAsync(string.Join('\n', Enumerable.Range(0, 15)));
        Assert.True((await talk.Box.BoundingBoxAsync())!.Height > before + 100);
        await page.GetByLabel("This is a question").CheckAsync();
        await page.ClickAsync("#talk > .compose button.go");
        await Assertions.Expect(page.Locator("li.c .op").First).ToHaveTextAsync("question");
        await Assertions.Expect(page.GetByLabel("This is a question")).Not.ToBeCheckedAsync();
        await Assertions.Expect(talk.Status).ToHaveTextAsync("Posted.");
    }

    [Fact]
    public async Task Without_a_script_there_is_no_toolbar()
    {
        var page = await browser.OpenAsync("/topics/training-at-scale", scripts: false, member: "cleo");
        await Assertions.Expect(page.GetByRole(AriaRole.Toolbar)).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("#say")).ToBeVisibleAsync();
    }
}

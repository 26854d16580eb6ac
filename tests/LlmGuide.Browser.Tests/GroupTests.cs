using System.Text.RegularExpressions;

using LlmGuide.Browser.Tests.Pages;

using Microsoft.Playwright;

using static Microsoft.Playwright.Assertions;

namespace LlmGuide.Browser.Tests;

/// <summary>What members keep for themselves and for their group, with the keyboard alone.</summary>
public sealed partial class GroupTests(Browser browser)
{
    [Fact]
    public async Task A_group_is_opened_talked_in_and_edited()
    {
        var page = await browser.OpenAsync("/groups/new", member: "gina");
        await page.TypeAsync(page.GetByLabel("Name"), "Tuesday readers");
        await page.EnterAsync(page.GetByRole(AriaRole.Button, new() { Name = "Open the group" }));
        await Expect(page).ToHaveURLAsync(Group());
        await page.TypeAsync(new TalkPage(page).Box, "Shall we meet at **six**?");
        await page.Keyboard.PressAsync("ControlOrMeta+Enter");
        await Expect(new TalkPage(page).Comment("Shall we meet at six?")).ToBeVisibleAsync();
        await Expect(page.GetByText("Only members of this group can read and write here.")).ToBeVisibleAsync();
        await Axe.FindsNothingAsync(page);

        await page.EnterAsync(page.GetByRole(AriaRole.Link, new() { Name = "Edit name, reading and pace" }));
        await Expect(page.GetByLabel("Name")).ToHaveValueAsync("Tuesday readers");
        await Axe.FindsNothingAsync(page);
        await page.TypeAsync(page.GetByLabel("Topics a week"), "3");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByText("3 topics a week")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_note_on_a_topic_is_written_previewed_and_found_again()
    {
        var page = await browser.OpenAsync("/topics/parameter-efficient-fine-tuning", member: "nora");
        await page.EnterAsync(page.GetByText("Write a note"));
        await page.TypeAsync(page.GetByLabel("Note", new() { Exact = true }), "Rank **eight** was enough.");
        await Expect(page.Locator("#note .preview strong")).ToHaveTextAsync("eight");
        await Axe.FindsNothingAsync(page);
        await page.Keyboard.PressAsync("ControlOrMeta+Enter");
        await Expect(page.Locator("#note > .prose")).ToHaveTextAsync("Rank eight was enough.");
        await Expect(page.GetByText("Edit the note")).ToBeFocusedAsync();
        await page.GotoAsync("/me/notes");
        await Expect(page.GetByText("was enough.")).ToBeVisibleAsync();
        await Axe.FindsNothingAsync(page);
    }

    [GeneratedRegex("/groups/tuesday-readers-[a-z]+$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Group();
}

using LlmGuide.Core.Members;

using Microsoft.Playwright;

namespace LlmGuide.Browser.Tests;

/// <summary>The menu of the bar that leads to the pages of who is signed in.</summary>
public sealed class MenuTests(Browser browser)
{
    private static readonly string[] Settings = ["Settings", "Sign out"];

    [Theory]
    [InlineData(390, Role.None, "")]
    [InlineData(1280, Role.None, "")]
    [InlineData(1280, Role.Curator, "Curation")]
    [InlineData(1280, Role.Moderator, "Moderation")]
    [InlineData(390, Role.Admin, "Curation,Moderation,Administration")]
    [InlineData(1280, Role.Admin, "Curation,Moderation,Administration")]
    public async Task It_has_what_its_member_may_see_and_so_has_the_account_page(int width, Role roles, string offices)
    {
        var member = $"menu-{roles}".ToLowerInvariant();
        var page = await browser.OpenAsync("/about", width, scripts: false, member: member, roles: roles);
        await page.ClickAsync(".account summary");
        var links = await page.Locator(".account .sheet a:visible").AllInnerTextsAsync();
        string[] expected =
            [member, "Progress", "Notes", "Your suggestions", .. offices.Split(',', StringSplitOptions.RemoveEmptyEntries), .. Settings];
        Assert.Equal(expected, links.Select(link => link.Split(" (")[0]));
        await page.ClickAsync(".account .sheet >> text=Settings");
        Assert.Equal(links, await page.Locator(".doors a:visible").AllInnerTextsAsync());
    }

    [Fact]
    public async Task It_closes_with_Escape_and_when_one_goes_on_elsewhere()
    {
        var page = await browser.OpenAsync("/about", member: "vera");
        var (summary, sheet) = (page.Locator(".account summary"), page.Locator(".account .sheet"));
        await summary.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(sheet.GetByText("vera")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(sheet).ToBeHiddenAsync();
        await Assertions.Expect(summary).ToBeFocusedAsync();
        await summary.ClickAsync();
        await Assertions.Expect(sheet).ToBeVisibleAsync();
        await page.ClickAsync("h1");
        await Assertions.Expect(sheet).ToBeHiddenAsync();
    }

    [Fact]
    public async Task It_has_no_accessibility_fault_open_in_either_theme_and_fits_360_pixels()
    {
        var page = await browser.OpenAsync("/about", member: "rita", roles: Role.Admin);
        await page.ClickAsync(".account summary");
        await Axe.FindsNothingAsync(page);
    }
}

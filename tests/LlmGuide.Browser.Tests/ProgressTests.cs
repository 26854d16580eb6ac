using LlmGuide.Browser.Tests.Pages;
using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Catalogue.Resources.Edits;
using LlmGuide.Core.Members;
using LlmGuide.Core.Merging;
using LlmGuide.Core.Revisions;
using LlmGuide.Web.Tests;

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace LlmGuide.Browser.Tests;

/// <summary>What somebody has read, with an account and without one.</summary>
public sealed class ProgressTests(Browser browser)
{
    private const string Topic = "/topics/transformer";
    private const string Kept = "llmguide-progress";

    [Fact]
    public async Task Without_an_account_a_mark_is_kept_and_painted_over_the_pages_of_everybody()
    {
        var page = await browser.OpenAsync(Topic);
        var reading = new ReadingPage(page);
        await reading.MarkAsync(ReadingPage.Attention);
        await Assertions.Expect(page.Locator("#progress strong")).ToHaveTextAsync("1 of 2");
        await page.GotoAsync("/");
        await Assertions.Expect(page.Locator(".next h2")).ToHaveTextAsync("Continue: The Transformer");
        await Assertions.Expect(page.Locator(".stop .ring")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("[aria-current=step] .here")).ToHaveTextAsync("You are here");
        await page.GotoAsync($"/resources/{ReadingPage.Attention}");
        await reading.ShowsAsync(ReadingPage.Attention);
        await reading.MarkAsync(ReadingPage.Attention, pressed: false);
        await page.GotoAsync(Topic);
        await reading.ShowsAsync(ReadingPage.Attention, pressed: false);
    }

    [Fact]
    public async Task A_member_marks_in_place_and_sees_it_on_another_device()
    {
        var page = await browser.OpenAsync(Topic, member: "devices");
        var reading = new ReadingPage(page);
        await page.EvaluateAsync("() => { window.stayed = true }");
        await reading.MarkAsync(ReadingPage.Attention, "skipped");
        await Assertions.Expect(page.Locator("#progress strong")).ToHaveTextAsync("1 of 2");
        await Assertions.Expect(reading.Button(ReadingPage.Attention, "skipped")).ToBeFocusedAsync();
        Assert.True(await page.EvaluateAsync<bool>("() => window.stayed === true"));

        var other = await browser.OpenAsync(Topic, member: "devices");
        await new ReadingPage(other).ShowsAsync(ReadingPage.Attention, "skipped");
        await new ReadingPage(other).MarkAsync(ReadingPage.Attention, "skipped", pressed: false);
    }

    [Fact]
    public async Task What_was_marked_before_signing_in_is_added_and_said_once_and_the_map_stays_the_same()
    {
        var page = await browser.OpenAsync(Topic);
        var reading = new ReadingPage(page);
        await reading.MarkAsync(ReadingPage.Attention);
        await reading.MarkAsync(ReadingPage.Gpt);
        await page.GotoAsync("/topics/tokenization");
        await page.Locator("[data-essential] [data-state=reading]").First.ClickAsync();
        await page.GotoAsync("/");
        await Assertions.Expect(page.Locator(".halo")).ToHaveCountAsync(1);
        var painted = await reading.MapAsync();

        await SignInAsync(page, "merges");
        await page.GotoAsync("/");
        await Assertions.Expect(reading.Note).ToHaveTextAsync("3 works that you had marked on this device were added.");
        Assert.Equal(painted, await reading.MapAsync());
        await page.ReloadAsync();
        await Assertions.Expect(reading.Note).ToBeHiddenAsync();
    }

    [Fact]
    public async Task What_the_account_says_later_stays_when_a_device_signs_in()
    {
        var device = await browser.OpenAsync(Topic);
        await new ReadingPage(device).MarkAsync(ReadingPage.Attention, "reading");
        var account = await browser.OpenAsync(Topic, member: "later");
        await new ReadingPage(account).MarkAsync(ReadingPage.Attention);
        await Assertions.Expect(account.Locator("#progress strong")).ToHaveTextAsync("1 of 2");

        await SignInAsync(device, "later");
        await device.ReloadAsync();
        await Assertions.Expect(new ReadingPage(device).Note).ToContainTextAsync("your account had a newer state");
        await new ReadingPage(device).ShowsAsync(ReadingPage.Attention);
    }

    [Fact]
    public async Task Two_works_become_one_while_they_are_read_and_the_better_state_stays_with_an_account_and_without()
    {
        foreach (var slug in (string[])["read-and-merged", "read-and-staying"])
        {
            var added = await Get<Editing>().SaveAsync(
                Get<ResourceSubject>(), Actor.Operator, Edit.New(Work(slug), "Another.") with { Confirmed = true }, GuideHost.Cancelled);
            Assert.Null(added.Refusal?.Why);
        }

        var device = await browser.OpenAsync("/resources/read-and-merged");
        await new ReadingPage(device).MarkAsync("read-and-merged");
        var account = await browser.OpenAsync("/resources/read-and-staying", member: "merging");
        await new ReadingPage(account).MarkAsync("read-and-staying", "reading");
        await account.GotoAsync("/resources/read-and-merged");
        await new ReadingPage(account).MarkAsync("read-and-merged");
        var merged = await Get<MergeResources>().RunAsync(
            Actor.Operator, "read-and-merged", "read-and-staying", "The same work.", GuideHost.Cancelled);
        Assert.Null(merged.Refusal?.Why);

        foreach (var page in (IPage[])[device, account])
        {
            await page.GotoAsync("/resources/read-and-staying");
            await new ReadingPage(page).ShowsAsync("read-and-staying");
        }
    }

    [Fact]
    public async Task Two_tabs_show_the_same_and_lose_nothing_of_each_other()
    {
        var one = await browser.OpenAsync(Topic);
        var two = await one.RunAndWaitForPopupAsync(() => one.EvaluateAsync("address => { window.open(address) }", Topic));
        await new ReadingPage(one).MarkAsync(ReadingPage.Attention);
        await new ReadingPage(two).ShowsAsync(ReadingPage.Attention);
        await new ReadingPage(two).MarkAsync(ReadingPage.Gpt, "skipped");
        await new ReadingPage(one).ShowsAsync(ReadingPage.Gpt, "skipped");
        await new ReadingPage(one).ShowsAsync(ReadingPage.Attention);
    }

    [Fact]
    public async Task Without_a_connection_a_members_mark_is_kept_and_sent_later()
    {
        var page = await browser.OpenAsync(Topic, member: "offline");
        var reading = new ReadingPage(page);
        await page.Context.SetOfflineAsync(true);
        await reading.MarkAsync(ReadingPage.Attention);
        await Assertions.Expect(reading.Note).ToContainTextAsync("No connection.");
        await page.Context.SetOfflineAsync(false);
        await reading.SentAsync();
        var other = await browser.OpenAsync(Topic, member: "offline");
        await new ReadingPage(other).ShowsAsync(ReadingPage.Attention);
    }

    [Theory]
    [InlineData("{ broken")]
    [InlineData("""{"version":0,"marks":{}}""")]
    [InlineData("""{"version":9,"marks":{"lora":{"state":"mastered"}}}""")]
    [InlineData("""{"version":1,"marks":[]}""")]
    public async Task A_document_that_cannot_be_read_is_kept_aside_and_never_thrown_away(string document)
    {
        var page = await browser.OpenAsync("/about");
        await page.EvaluateAsync($"text => localStorage.setItem('{Kept}', text)", document);
        await page.GotoAsync(Topic);
        await new ReadingPage(page).MarkAsync(ReadingPage.Attention);
        Assert.Equal([document], await page.EvaluateAsync<string[]>(
            $"() => Object.keys(localStorage).filter(key => key.startsWith('{Kept}-aside-')).map(key => localStorage[key])"));
        await page.GotoAsync("/progress");
        await Assertions.Expect(page.Locator("#aside")).ToBeVisibleAsync();
        await new ReadingPage(await ReopenAsync(page)).ShowsAsync(ReadingPage.Attention);
    }

    [Fact]
    public async Task A_mark_under_a_former_address_of_its_work_moves_along()
    {
        var page = await browser.OpenAsync("/about");
        var moved = await page.EvaluateAsync<string[]>(
            "async () => Object.entries((await (await fetch('/path.json')).json()).moved)[0] ?? []");
        Assert.SkipWhen(moved.Length == 0, "No work of the seed was ever renamed.");
        await page.EvaluateAsync(
            """
            ([key, old]) => {
              const marks = { [old]: { state: 'read', since: '2026-01-01T00:00:00Z' } }
              localStorage.setItem(key, JSON.stringify({ version: 1, marks }))
            }
            """,
            new[] { Kept, moved[0] });
        await page.GotoAsync($"/resources/{moved[1]}");
        await new ReadingPage(page).ShowsAsync(moved[1]);
    }

    [Fact]
    public async Task A_file_takes_the_marks_to_another_device()
    {
        var page = await browser.OpenAsync(Topic);
        await new ReadingPage(page).MarkAsync(ReadingPage.Attention);
        await page.GotoAsync("/progress");
        var file = await page.RunAndWaitForDownloadAsync(() => page.Locator("#save").ClickAsync());
        var other = await browser.OpenAsync("/progress");
        await other.Locator("#open").SetInputFilesAsync(await file.PathAsync());
        await Assertions.Expect(other.Locator("#device-note")).ToContainTextAsync("The file was added");
        await Assertions.Expect(other.Locator("[data-overall]")).ToContainTextAsync("1 of");
        await new ReadingPage(await ReopenAsync(other)).ShowsAsync(ReadingPage.Attention);
    }

    [Fact]
    public async Task The_keyboard_alone_marks_and_takes_back()
    {
        var page = await browser.OpenAsync(Topic);
        var reading = new ReadingPage(page);
        await Assertions.Expect(reading.Button(ReadingPage.Attention)).ToBeVisibleAsync();
        await reading.Button(ReadingPage.Attention).FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await reading.ShowsAsync(ReadingPage.Attention);
        await page.Keyboard.PressAsync("Enter");
        await reading.ShowsAsync(ReadingPage.Attention, pressed: false);
    }

    [Fact]
    public async Task Without_a_script_a_member_marks_by_a_form_and_a_printer_shows_the_ticks()
    {
        var page = await browser.OpenAsync(Topic, member: "scriptless", scripts: false);
        await new ReadingPage(page).MarkAsync(ReadingPage.Attention);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        await Assertions.Expect(new ReadingPage(page).Button(ReadingPage.Attention)).ToBeVisibleAsync();
        await Assertions.Expect(new ReadingPage(page).Button(ReadingPage.Gpt)).ToBeHiddenAsync();
    }

    private static ResourceDraft Work(string slug) => new()
    {
        Slug = slug,
        Title = $"A work that is {slug}",
        Kind = ResourceKind.Article,
        Url = $"https://example.org/{slug}",
        Authors = ["Ada Lovelace"],
        Year = 2020,
        Minutes = 10,
        Summary = "A work.",
    };

    private T Get<T>()
        where T : notnull => browser.Host.Services.GetRequiredService<T>();

    private static async Task<IPage> ReopenAsync(IPage page)
    {
        await page.GotoAsync(Topic);
        return page;
    }

    private async Task SignInAsync(IPage page, string member)
    {
        var cookie = (await browser.Host.SignInAsync(member)).Split('=', 2);
        await page.Context.AddCookiesAsync(
            [new Cookie { Name = cookie[0], Value = cookie[1], Url = browser.Host.Client.BaseAddress!.ToString() }]);
    }
}

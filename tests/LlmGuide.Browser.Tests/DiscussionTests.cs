using LlmGuide.Browser.Tests.Pages;
using LlmGuide.Core.Members;

using Microsoft.Playwright;

namespace LlmGuide.Browser.Tests;

/// <summary>Somebody asks, and somebody answers.</summary>
public sealed class DiscussionTests(Browser browser)
{
    [Fact]
    public async Task Two_browsers_see_each_others_comments_while_one_is_typing()
    {
        var hers = await browser.OpenAsync("/topics/tokenization", member: "ada");
        var his = await browser.OpenAsync("/topics/tokenization", member: "ben");
        var (ada, ben) = (new TalkPage(hers), new TalkPage(his));
        await his.WaitForLoadStateAsync(LoadState.NetworkIdle, new PageWaitForLoadStateOptions { Timeout = 1_000 })
            .ContinueWith(_ => { }, TaskScheduler.Default);
        await ben.Box.FillAsync("I am still writing");
        await ada.PostAsync("Why are merges greedy?");
        await ada.SeeAsync("Why are merges greedy?");
        await ben.SeeAsync("Why are merges greedy?");

        Assert.Equal("I am still writing", await ben.Box.InputValueAsync());
        Assert.Equal("say", await his.EvaluateAsync<string>("document.activeElement.id"));
        await ben.PostAsync("Because the best merge of all is hard to find.");
        await ada.SeeAsync("Because the best merge of all is hard to find.");
    }

    [Fact]
    public async Task A_reply_is_written_in_place_and_quotes_what_is_selected()
    {
        var hers = await browser.OpenAsync("/topics/decoding-strategies", member: "ada");
        await new TalkPage(hers).PostAsync("Nucleus sampling cuts the tail.");
        await new TalkPage(hers).SeeAsync("Nucleus sampling cuts the tail.");
        var his = await browser.OpenAsync("/topics/decoding-strategies", member: "ben");
        await his.Locator("li.c .c-b p").First.SelectTextAsync();
        await his.ClickAsync("li.c a.reply");
        Assert.StartsWith(
            "> Nucleus sampling cuts the tail.", await his.Locator("form.inline textarea").InputValueAsync(), StringComparison.Ordinal);
        await his.Locator("form.inline textarea").PressAsync("Control+End");
        await his.Locator("form.inline textarea").PressSequentiallyAsync("And top-k?");
        await his.ClickAsync("form.inline button.go");
        await his.Locator("li.c li.c").Filter(new LocatorFilterOptions { HasText = "And top-k?" }).WaitForAsync();
        await Assertions.Expect(his.Locator("form.inline")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_reply_in_place_is_the_box_that_its_label_names()
    {
        var page = await OpenReplyAsync("/topics/in-context-learning", "How many examples?");
        Assert.Equal(
            "say-" + await page.Locator("li.c").First.GetAttributeAsync("id"), await page.GetByLabel("Your reply").GetAttributeAsync("id"));
        Assert.Equal("say", await page.GetByLabel("Add to the discussion").GetAttributeAsync("id"));
        await Axe.FindsNothingAsync(page);
    }

    [Theory]
    [InlineData("Escape")]
    [InlineData("Cancel")]
    public async Task A_reply_that_is_left_is_a_draft_and_leads_back_to_its_link(string how)
    {
        var page = await OpenReplyAsync($"/topics/{(how == "Escape" ? "instruction-tuning" : "reasoning-models")}", "Which one?");
        await page.GetByLabel("Your reply").FillAsync("The second");
        await (how == "Escape"
            ? page.Keyboard.PressAsync("Escape")
            : page.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync());
        await Assertions.Expect(page.Locator("form.inline")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("a.reply")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByLabel("Your reply")).ToHaveValueAsync("The second");
        await page.Keyboard.PressAsync("Control+Enter");
        await new TalkPage(page).SeeAsync("The second");
        await Assertions.Expect(page.Locator("form.inline")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("a.reply").First).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_formula_is_quoted_as_it_was_written()
    {
        var page = await browser.OpenAsync("/topics/preference-optimization", member: "ada");
        var talk = new TalkPage(page);
        await talk.PostAsync(@"Why divide by $\sqrt{d_k}$ here?");
        await talk.SeeAsync("Why divide by");
        await page.Locator("li.c .c-b p").First.SelectTextAsync();
        await page.ClickAsync("li.c a.reply");
        Assert.StartsWith(
            @"> Why divide by $\sqrt{d_k}$ here?", await page.GetByLabel("Your reply").InputValueAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_of_a_comment_is_left_or_saved_and_leads_back_to_it()
    {
        var page = await browser.OpenAsync("/topics/open-weight-models", member: "ada");
        await new TalkPage(page).PostAsync("Which licence?");
        await new TalkPage(page).SeeAsync("Which licence?");
        var comment = await page.Locator("li.c").First.GetAttributeAsync("id");
        await page.ClickAsync("li.c .rowmenu summary");
        await page.ClickAsync("li.c .c-f >> text=Edit");
        await page.ClickAsync(".compose >> text=Cancel");
        await Assertions.Expect(page).ToHaveURLAsync($"/topics/open-weight-models#{comment}");
        await page.ClickAsync("li.c .rowmenu summary");
        await page.ClickAsync("li.c .c-f >> text=Edit");
        await page.GetByLabel("Your comment").FillAsync("Which licence, and for what?");
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page).ToHaveURLAsync($"/topics/open-weight-models#{comment}");
        await new TalkPage(page).SeeAsync("Which licence, and for what?");
    }

    [Fact]
    public async Task What_is_typed_survives_a_dead_line_and_a_reload()
    {
        var page = await browser.OpenAsync("/topics/quantization", member: "ada");
        var talk = new TalkPage(page);
        await page.Context.SetOfflineAsync(true);
        await talk.PostAsync("Not lost.");
        await Assertions.Expect(talk.Status).ToContainTextAsync("was not posted");
        Assert.Equal("Not lost.", await talk.Box.InputValueAsync());
        await page.Context.SetOfflineAsync(false);
        await page.ReloadAsync();
        Assert.Equal("Not lost.", await talk.Box.InputValueAsync());
        await page.ClickAsync("#talk > .compose button.go");
        await talk.SeeAsync("Not lost.");
        await page.ReloadAsync();
        Assert.Equal("", await talk.Box.InputValueAsync());
        await Assertions.Expect(page.Locator("li.c")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task What_is_typed_survives_an_expired_sign_in()
    {
        var page = await browser.OpenAsync("/topics/safety", member: "eva");
        var talk = new TalkPage(page);
        await talk.Box.FillAsync("Kept.");
        await browser.EndSessionsAsync("eva");
        await page.ClickAsync("#talk > .compose button.go");
        await Assertions.Expect(talk.Status).ToContainTextAsync("signed out");
        Assert.Equal("Kept.", await talk.Box.InputValueAsync());
        var again = (await browser.OpenAsync("/about", member: "eva")).Context;
        await page.Context.ClearCookiesAsync();
        await page.Context.AddCookiesAsync(
            (await again.CookiesAsync()).Select(c => new Cookie { Name = c.Name, Value = c.Value, Domain = c.Domain, Path = c.Path }));
        await page.GotoAsync("/topics/safety");
        Assert.Equal("Kept.", await talk.Box.InputValueAsync());
        await page.ClickAsync("#talk > .compose button.go");
        await talk.SeeAsync("Kept.");
    }

    [Fact]
    public async Task The_preview_is_what_is_posted()
    {
        var page = await browser.OpenAsync("/topics/efficient-inference", member: "ada");
        var talk = new TalkPage(page);
        const string Text = "A **bold** claim: $O(n^2)$ and `code`.";
        await talk.Box.FillAsync(Text);
        await page.ClickAsync("#talk > .compose button.bare");
        await page.Locator("#talk > .compose .preview").WaitForAsync();
        var preview = await page.Locator("#talk > .compose .preview").InnerHTMLAsync();
        await page.ClickAsync("#talk > .compose button.go");
        await talk.SeeAsync("A bold claim");
        Assert.Equal(preview.Trim(), (await talk.Comment("A bold claim").Locator(".c-b").First.InnerHTMLAsync()).Trim());
    }

    [Fact]
    public async Task Everything_is_done_without_JavaScript()
    {
        var hers = await browser.OpenAsync("/topics/agents-and-tools", scripts: false, member: "ada");
        await hers.FillAsync("#say", "What is an agent?");
        await hers.CheckAsync("#talk .check input");
        await hers.ClickAsync("#talk > .compose button.go");
        await Following.ArrivesAsync(hers, "/topics/agents-and-tools#c\\d+$");
        var his = await browser.OpenAsync("/topics/agents-and-tools", scripts: false, member: "ben");
        await his.ClickAsync(".vote[aria-label^='Helpful']");
        await Assertions.Expect(his.Locator(".vote[aria-label^='Helpful']")).ToHaveAttributeAsync("aria-pressed", "true");
        await his.ClickAsync("a.reply");
        await his.FillAsync("#say", "A loop with tools.");
        await his.ClickAsync(".compose button.bare");
        await Assertions.Expect(his.Locator("section:has(#preview)")).ToContainTextAsync("A loop with tools.");
        await his.ClickAsync(".compose button.go");
        await hers.ReloadAsync();
        await hers.ClickAsync("text=Mark as answer");
        await Assertions.Expect(hers.Locator(".op.ok")).ToHaveCountAsync(1);
        await hers.ClickAsync("li.c .rowmenu summary");
        await hers.ClickAsync("text=Delete");
        await Assertions.Expect(hers.Locator("#talk")).ToContainTextAsync("Removed by its author.");
        await hers.ClickAsync("text=Undo");
        await Assertions.Expect(hers.Locator("#talk")).ToContainTextAsync("What is an agent?");
        await hers.Locator("li.c summary").First.PressAsync("Enter");
        await Assertions.Expect(hers.Locator("li.c .c-b").First).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_discussion_is_accessible_and_fits()
    {
        var page = await browser.OpenAsync("/topics/interpretability", member: "ada");
        var talk = new TalkPage(page);
        await talk.PostAsync("```python\nprint(1)\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nA note.[^1]\n\n[^1]: Here.");
        await talk.SeeAsync("print(1)");
        await Axe.FindsNothingAsync(await browser.OpenAsync("/topics/interpretability", member: "ben", roles: Role.Curator));
    }

    /// <summary>One comment, and a reply to it begun.</summary>
    private async Task<IPage> OpenReplyAsync(string path, string comment)
    {
        var page = await browser.OpenAsync(path, member: "ada");
        await new TalkPage(page).PostAsync(comment);
        await new TalkPage(page).SeeAsync(comment);
        await page.ClickAsync("a.reply");
        return page;
    }
}

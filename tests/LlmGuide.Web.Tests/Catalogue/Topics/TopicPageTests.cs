using System.Net;

using LlmGuide.Core.Members;
using LlmGuide.Web.Tests.Accounts;
using LlmGuide.Web.Tests.Revisions;

namespace LlmGuide.Web.Tests.Catalogue.Topics;

/// <summary>The pages on which the path is edited, as forms without a script.</summary>
public sealed class TopicPageTests
{
    [Fact]
    public async Task A_topic_is_edited_and_its_page_and_history_show_it_at_once()
    {
        await using var site = await PathSite.StartAsync();
        Assert.DoesNotContain("Pieces of text", await site.Host.TextAsync("/topics/tokenization"), StringComparison.Ordinal);
        using var ada = await site.BrowserAsync();
        await PathSite.EditAsync(ada, "tokenization", ("Title", "Pieces of text"), ("Reason", "It says more."));
        Assert.Equal((HttpStatusCode.Found, "/topics/tokenization"), (ada.Status, ada.Location));
        foreach (var page in (string[])["/topics/tokenization", "/", "/llms.txt",
            "/api/v1/topics", "/changes", "/changes.atom", "/topics/tokenization/history"])
        {
            Assert.Contains("Pieces of text", await site.Host.TextAsync(page), StringComparison.Ordinal);
        }

        Assert.Contains("It says more.", await site.Host.TextAsync("/topics/tokenization/history"), StringComparison.Ordinal);
        Assert.DoesNotContain("/curate/", await site.Host.TextAsync("/topics/tokenization"), StringComparison.Ordinal);
        await ada.OpenAsync("/topics/tokenization");
        Assert.NotNull(ada.Page.QuerySelector("a[href='/curate/topics/tokenization']"));
    }

    [Fact]
    public async Task Saving_without_a_change_keeps_every_row_of_every_topic()
    {
        await using var site = await PathSite.StartAsync();
        using var ada = await site.BrowserAsync();
        foreach (var slug in (string[])["transformer", "tokenization", "pre-training-and-fine-tuning"])
        {
            await PathSite.EditAsync(ada, slug);
            Assert.Equal($"/topics/{slug}", ada.Location);
        }

        Assert.Contains("\"total\":0", await site.Host.TextAsync("/api/v1/changes"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_come_go_and_move_without_a_script_and_nothing_typed_is_lost()
    {
        await using var site = await PathSite.StartAsync();
        using var ada = await site.BrowserAsync();
        await ada.OpenAsync("/curate/topics/tokenization");
        var terms = Values(ada, "Concept.Term");
        await ada.SendRowsAsync("topic", ("do", "down:concepts:0"), ("Title", "Typed"));
        Assert.Equal([terms[1], terms[0], .. terms[2..]], Values(ada, "Concept.Term"));
        await ada.SendRowsAsync("topic", ("do", "drop:concepts:0"));
        await ada.SendRowsAsync("topic", ("do", "add:concepts"));
        Assert.Equal([terms[0], .. terms[2..], ""], Values(ada, "Concept.Term"));
        Assert.Equal("Typed", Values(ada, "Title")[0]);
        await ada.SendRowsAsync("topic", ("do", "save"));
        Assert.Equal("/topics/tokenization", ada.Location);
        await ada.OpenAsync("/curate/topics/tokenization");
        Assert.Equal([terms[0], .. terms[2..]], Values(ada, "Concept.Term"));
    }

    [Fact]
    public async Task A_preview_renders_formulas_and_saves_nothing()
    {
        await using var site = await PathSite.StartAsync();
        using var ada = await site.BrowserAsync();
        await PathSite.EditAsync(ada, "tokenization", ("do", "preview"), ("Introduction", "So $e^{i\\pi}$ **is**."));
        Assert.NotNull(ada.Page.QuerySelector("section[aria-labelledby=preview] math"));
        Assert.DoesNotContain("e^{i", await site.Host.TextAsync("/api/v1/topics/tokenization"), StringComparison.Ordinal);
        await PathSite.EditAsync(ada, "tokenization", ("do", "preview"), ("Introduction", "$\\nope$"));
        Assert.NotNull(ada.Page.QuerySelector("#introduction[aria-invalid=true]"));
    }

    [Fact]
    public async Task The_second_of_two_sees_both_versions_and_can_save_then()
    {
        await using var site = await PathSite.StartAsync();
        using var ada = await site.BrowserAsync();
        using var ben = await site.BrowserAsync("ben");
        await ben.OpenAsync("/curate/topics/tokenization");
        await PathSite.EditAsync(ada, "tokenization", ("Title", "Ada's"), ("Summary", "Ada's line."));
        await ben.SendRowsAsync("topic", ("do", "save"), ("Title", "Ben's"));
        Assert.Contains("Edit conflict", ben.Text, StringComparison.Ordinal);
        Assert.Contains("Ada's", ben.Page.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(("Ben's", "Ada's line."), (Values(ben, "Title")[0], Values(ben, "Summary")[0]));
        Assert.Contains("Ada", await site.Host.TextAsync("/topics/tokenization"), StringComparison.Ordinal);
        await ben.SendRowsAsync("topic", ("do", "save"));
        Assert.Contains("Ben", await site.Host.TextAsync("/topics/tokenization"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_sent_after_the_session_ended_is_kept_and_can_be_sent_after_signing_in()
    {
        await using var site = await PathSite.StartAsync();
        using var ada = await site.BrowserAsync();
        await ada.OpenAsync("/curate/topics/tokenization");
        await site.Host.EndSessionsAsync("ada");
        await ada.SendRowsAsync("topic", ("do", "save"), ("Title", "Not lost"));
        Assert.Contains("You are signed out", ada.Text, StringComparison.Ordinal);
        Assert.Equal("Not lost", Values(ada, "Title")[0]);
        var page = ada.Page;
        await ada.SignInAsync("ada");
        ada.Return(page, "/curate/topics/tokenization");
        await ada.SendRowsAsync("topic", ("do", "save"));
        Assert.Contains("please save again", ada.Text, StringComparison.Ordinal);
        await ada.SendRowsAsync("topic", ("do", "save"));
        Assert.Equal("/topics/tokenization", ada.Location);
        Assert.Contains("Not lost", await site.Host.TextAsync("/topics/tokenization"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_hostile_comes_back_with_a_sentence()
    {
        await using var site = await PathSite.StartAsync();
        using var ada = await site.BrowserAsync();
        await RefusesAsync("Title", "\u202Egnihtemos", "cannot be seen (U+202E)");
        await RefusesAsync("Title", "a\u200Bb", "cannot be seen (U+200B)");
        await RefusesAsync("Title", new string('x', 5_000), "At most 120 characters");
        await RefusesAsync("Slug", "to\u200Bken", "lower-case letters");
        await RefusesAsync("Slug", "\u202Etoken", "lower-case letters");
        foreach (var title in (string[])["\u202Egnihtemos", "a\u200Bb", new string('x', 5_000)])
        {
            await ada.OpenAsync("/curate/stages/new");
            await ada.SendAsync("stage", ("Title", title), ("Summary", "A stage."));
            Assert.Equal(HttpStatusCode.OK, ada.Status);
            Assert.Contains(title.Length == 5_000 ? "At most 80 characters" : "cannot be seen", ada.Text, StringComparison.Ordinal);
        }

        async Task RefusesAsync(string field, string value, string why)
        {
            await PathSite.EditAsync(ada, "tokenization", (field, value));
            Assert.Equal(HttpStatusCode.OK, ada.Status);
            Assert.Contains(why, ada.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_renamed_topic_answers_301_for_ever()
    {
        await using var site = await PathSite.StartAsync();
        using var ada = await site.BrowserAsync();
        await PathSite.EditAsync(ada, "tokenization", ("Slug", "pieces"));
        using var moved = await site.Host.GetAsync("/topics/tokenization");
        Assert.Equal((HttpStatusCode.MovedPermanently, "/topics/pieces"), (moved.StatusCode, moved.Headers.Location!.ToString()));
        Assert.Contains("/topics/pieces", await site.Host.TextAsync("/sitemap.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_topic_is_moved_taken_off_and_put_back_with_plain_forms()
    {
        await using var site = await PathSite.StartAsync();
        using var ada = await site.BrowserAsync();
        await ada.OpenAsync("/curate/topics");
        var last = ada.Page.QuerySelectorAll("li[data-topic]")[^1].GetAttribute("data-topic")!;
        await ada.SendRowsAsync("move", ("do", $"earlier:{last}"));
        var refused = ada.Status == HttpStatusCode.OK;
        Assert.True(refused
            ? ada.Text.Contains("which it needs", StringComparison.Ordinal)
            : ada.Location!.Contains($"moved={last}", StringComparison.Ordinal));
        await ada.OpenAsync($"/curate/topics/{last}/remove");
        await ada.SendAsync("off", ("reason", "Out of scope."));
        Assert.Equal("/curate/topics", ada.Location);
        using (var gone = await site.Host.GetAsync($"/topics/{last}"))
        {
            Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
            Assert.Contains("Out of scope.", await gone.Content.ReadAsStringAsync(GuideHost.Cancelled), StringComparison.Ordinal);
        }

        foreach (var page in (string[])["/", "/sitemap.xml", "/llms.txt", "/api/v1/topics?limit=200"])
        {
            Assert.DoesNotContain($"/topics/{last}\"", await site.Host.TextAsync(page), StringComparison.Ordinal);
            Assert.DoesNotContain($"\"{last}\"", await site.Host.TextAsync(page), StringComparison.Ordinal);
        }

        await ada.OpenAsync($"/curate/topics/{last}/restore");
        await ada.SendAsync("off", ("reason", "In scope."));
        using var back = await site.Host.GetAsync($"/topics/{last}");
        Assert.Equal(HttpStatusCode.OK, back.StatusCode);
    }

    [Fact]
    public async Task A_stage_is_added_and_renamed_and_the_home_page_shows_it()
    {
        await using var site = await PathSite.StartAsync();
        await site.Host.TextAsync("/");
        using var ada = await site.BrowserAsync();
        await ada.OpenAsync("/curate/stages/new");
        await ada.SendAsync("stage", ("Title", "Beyond text"), ("Summary", "Pictures and sound."));
        Assert.Equal("/curate/topics", ada.Location);
        Assert.Contains("Beyond text", await site.Host.TextAsync("/"), StringComparison.Ordinal);
        await ada.OpenAsync("/curate/stages/beyond-text");
        await ada.SendAsync("stage", ("Title", "Beyond words"));
        Assert.Contains("Beyond words", await site.Host.TextAsync("/api/v1/stages"), StringComparison.Ordinal);
        Assert.Contains("Beyond words", await site.Host.TextAsync("/history/stage/beyond-text"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_topics_become_one_and_old_addresses_lead_to_it()
    {
        const string From = "agents-and-tools";
        const string Into = "retrieval-augmented-generation";
        await using var site = await PathSite.StartAsync();
        using var ada = await site.BrowserAsync();
        await ada.OpenAsync($"/topics/{From}");
        await ada.SendAsync("write", ("Draft.Text", "It stays."));
        var comment = ada.Location!;
        await ada.OpenAsync($"/curate/topics/{From}/merge");
        await ada.SendRowsAsync("merge", ("into", Into), ("reason", "The same."));
        Assert.Equal($"/topics/{Into}", ada.Location ?? ada.Text);
        using var moved = await site.Host.GetAsync($"/topics/{From}");
        Assert.Equal((HttpStatusCode.MovedPermanently, $"/topics/{Into}"), (moved.StatusCode, moved.Headers.Location!.ToString()));
        await ada.OpenAsync(comment);
        Assert.StartsWith($"/topics/{Into}", ada.Location, StringComparison.Ordinal);
        Assert.Contains("It stays.", await site.Host.TextAsync($"/topics/{Into}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_no_curator_is_refused()
    {
        await using var site = await PathSite.StartAsync();
        using var reader = await site.BrowserAsync("reader", Role.None);
        using var nobody = new Browser(site.Host);
        foreach (var page in (string[])["/curate/topics", "/curate/topics/new", "/curate/topics/transformer",
            "/curate/topics/transformer/merge", "/curate/topics/transformer/remove",
            "/curate/stages/new", "/curate/stages/data", "/curate/release"])
        {
            await reader.OpenAsync(page);
            Assert.Equal((page, HttpStatusCode.Forbidden), (page, reader.Status));
            await nobody.OpenAsync(page);
            Assert.StartsWith("/account/sign-in", nobody.Location, StringComparison.Ordinal);
        }
    }

    private static List<string> Values(Browser browser, string name) =>
    [
        .. browser.Page.QuerySelectorAll($"form [name='{name}']")
            .Select(e => e is AngleSharp.Html.Dom.IHtmlTextAreaElement area ? area.Value : e.GetAttribute("value") ?? ""),
    ];
}

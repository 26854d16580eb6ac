using System.Net;

namespace LlmGuide.Web.Tests.Revisions;

/// <summary>
/// Tasks, benchmarks and metrics are taken out and brought back in the browser, and renamed ones are found by programs too.
/// </summary>
public sealed class RemovedBoardPageTests
{
    private const string Board = "/benchmarks/conll-2003";

    [Fact]
    public async Task A_removed_benchmark_says_that_it_is_gone_and_why_and_comes_back()
    {
        await using var site = await PathSite.StartAsync();
        using var ada = await site.BrowserAsync();
        await ada.OpenAsync("/curate/benchmarks/conll-2003");
        await ada.SendAsync("benchmark", ("Removed", "true"), ("Reason", "Its licence forbids it."));
        Assert.Equal((HttpStatusCode.Found, Board), (ada.Status, ada.Location));
        await ada.OpenAsync(Board);
        Assert.Equal(HttpStatusCode.Gone, ada.Status);
        Assert.Contains("Its licence forbids it.", ada.Text, StringComparison.Ordinal);
        Assert.NotNull(ada.Page.QuerySelector("a[href='/curate/benchmarks/conll-2003']"));
        foreach (var api in (string[])["/api/v1/benchmarks/conll-2003", "/api/v1/benchmarks/conll-2003/results", $"{Board}.csv"])
        {
            using var gone = await site.Host.GetAsync(api);
            Assert.Equal((api, HttpStatusCode.NotFound), (api, gone.StatusCode));
        }

        foreach (var page in (string[])["/sitemap.xml", "/tasks/token-classification", "/tasks", "/api/v1/tasks", "/search?q=conll"])
        {
            Assert.DoesNotContain("benchmarks/conll-2003", await site.Host.TextAsync(page), StringComparison.Ordinal);
        }

        await ada.OpenAsync("/curate/benchmarks");
        await ada.OpenAsync(ada.Page.QuerySelector("section[aria-labelledby=removed] a")!.GetAttribute("href")!);
        await ada.SendAsync("benchmark", ("Removed", "false"));
        await ada.OpenAsync(Board);
        Assert.Equal(HttpStatusCode.OK, ada.Status);
        Assert.Contains("Its licence forbids it.", await site.Host.TextAsync("/changes"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_still_measured_stays_and_the_form_says_what_to_do()
    {
        await using var site = await PathSite.StartAsync();
        using var ada = await site.BrowserAsync();
        await ada.OpenAsync("/curate/tasks/translation");
        await ada.SendAsync("task", ("Removed", "true"));
        Assert.Contains(
            "Give that another task first, or remove it.", ada.Page.QuerySelector("#removed-err")!.TextContent, StringComparison.Ordinal);
        await ada.OpenAsync("/curate/metrics/bleu");
        await ada.SendAsync("metric", ("Removed", "true"));
        Assert.Contains("uses it. Choose another metric", ada.Page.QuerySelector("#removed-err")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_removed_task_keeps_its_discussion_at_its_address()
    {
        await using var site = await PathSite.StartAsync();
        using var ada = await site.BrowserAsync();
        await ada.OpenAsync("/curate/tasks/new");
        await ada.SendAsync("task", ("Name", "Parsing"), ("Type", "Other"), ("Objective", "Words go in, trees come out."));
        Assert.Equal("/tasks/parsing", ada.Location ?? ada.Text);
        await ada.OpenAsync("/curate/tasks/parsing");
        await ada.SendAsync("task", ("Removed", "true"), ("Reason", "Nobody does it any more."));
        using var gone = await site.Host.GetAsync("/tasks/parsing");
        var text = await gone.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
        Assert.Contains("Nobody does it any more.", text, StringComparison.Ordinal);
        Assert.Contains("id=\"talk\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Parsing", await site.Host.TextAsync("/tasks"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_renamed_slug_answers_programs_with_301()
    {
        await using var site = await PathSite.StartAsync();
        using var ada = await site.BrowserAsync();
        await ada.OpenAsync("/curate/tasks/translation");
        await ada.SendAsync("task", ("Slug", "machine-translation"));
        await ada.OpenAsync("/curate/benchmarks/conll-2003");
        await ada.SendAsync("benchmark", ("Slug", "conll"));
        await PathSite.EditAsync(ada, "transformer", ("Slug", "the-transformer"));
        await ada.OpenAsync("/curate/resources/attention-is-all-you-need");
        await ada.SendAsync("resource", ("Slug", "attention"));
        foreach (var (old, now) in ((string, string)[])[
            ("/tasks/translation", "/tasks/machine-translation"),
            ("/tasks/translation/comments?limit=5", "/tasks/machine-translation/comments?limit=5"),
            ("/benchmarks/conll-2003", "/benchmarks/conll"),
            ("/benchmarks/conll-2003/results?limit=2", "/benchmarks/conll/results?limit=2"),
            ("/topics/transformer", "/topics/the-transformer"),
            ("/resources/attention-is-all-you-need", "/resources/attention")])
        {
            using var moved = await site.Host.GetAsync($"/api/v1{old}");
            Assert.Equal((HttpStatusCode.MovedPermanently, $"/api/v1{now}"), (moved.StatusCode, moved.Headers.Location?.ToString()));
        }

        using var unknown = await site.Host.GetAsync("/api/v1/topics/nothing-of-the-kind");
        Assert.Equal(
            (HttpStatusCode.NotFound, "application/problem+json"), (unknown.StatusCode, unknown.Content.Headers.ContentType?.MediaType));
    }
}

using System.Net;

using LlmGuide.Core.Members;
using LlmGuide.Web.Tests.Accounts;

namespace LlmGuide.Web.Tests.Revisions;

/// <summary>The pages on which tasks, benchmarks, metrics and results are edited, as forms without a script.</summary>
public sealed class BoardPageTests
{
    private const string Board = "/benchmarks/conll-2003";

    [Fact]
    public async Task A_benchmark_is_edited_and_every_page_that_shows_it_shows_that_at_once()
    {
        await using var site = await PathSite.StartAsync();
        foreach (var page in (string[])[Board, "/tasks/token-classification"])
        {
            Assert.DoesNotContain("CoNLL, English", await site.Host.TextAsync(page), StringComparison.Ordinal);
        }

        using var ada = await site.BrowserAsync();
        await ada.OpenAsync("/curate/benchmarks/conll-2003");
        await ada.SendAsync(
            "benchmark", ("Name", "CoNLL, English"), ("Lifecycle", "saturated"), ("Since", "2020"),
            ("StateReason", "The last points are faults of the labels."), ("Reason", "It says more."));
        Assert.Equal((HttpStatusCode.Found, Board), (ada.Status, ada.Location));
        foreach (var page in (string[])[Board, "/tasks/token-classification",
            "/api/v1/benchmarks/conll-2003", "/changes", $"{Board}/history"])
        {
            Assert.Contains("CoNLL, English", await site.Host.TextAsync(page), StringComparison.Ordinal);
        }

        Assert.Contains("The last points are faults of the labels.", await site.Host.TextAsync(Board), StringComparison.Ordinal);
        Assert.DoesNotContain("/curate/", await site.Host.TextAsync(Board), StringComparison.Ordinal);
        await ada.OpenAsync(Board);
        Assert.NotNull(ada.Page.QuerySelector("a[href='/curate/benchmarks/conll-2003']"));
    }

    [Theory]
    [InlineData("/curate/benchmarks/squad-2-0", "benchmark")]
    [InlineData("/curate/tasks/translation", "task")]
    [InlineData("/curate/metrics/bleu", "metric")]
    [InlineData("/curate/results/1", "result")]
    public async Task Saving_without_a_change_changes_nothing(string form, string name)
    {
        await using var site = await PathSite.StartAsync();
        using var ada = await site.BrowserAsync();
        await ada.OpenAsync(form);
        await ada.SendAsync(name);
        Assert.Equal((HttpStatusCode.Found, ""), (ada.Status, ada.Status == HttpStatusCode.Found ? "" : ada.Text));
        Assert.Contains("\"total\":0", await site.Host.TextAsync("/api/v1/changes"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_result_without_a_source_is_refused_and_comes_back_as_it_was_typed()
    {
        await using var site = await PathSite.StartAsync();
        using var ada = await site.BrowserAsync();
        await ada.OpenAsync("/curate/benchmarks/conll-2003/results/new");
        await ada.SendAsync("result", ("Model", "A new model"), ("Score.Value", "95.1 ± 0.2"), ("Source", ""), ("SourceUrl", ""));
        Assert.Contains("A result needs a source", ada.Text, StringComparison.Ordinal);
        Assert.Equal("A new model", ada.Page.QuerySelector("[name=Model]")!.GetAttribute("value"));
        Assert.DoesNotContain("A new model", await site.Host.TextAsync(Board), StringComparison.Ordinal);
        await ada.SendAsync(
            "result", ("MeasuredBy", "vendor"), ("MeasuredByName", ""), ("SourceName", "A paper"),
            ("SourceHome", "https://example.org"), ("SourceUrl", "https://example.org/table-3"));
        Assert.Contains("Say who measured it", ada.Text, StringComparison.Ordinal);
        Assert.NotNull(ada.Page.QuerySelector("[name=MeasuredBy] option[value=vendor][selected]"));
        await ada.SendAsync("result", ("MeasuredByName", "Example AI"));
        Assert.Equal((Board, "#r"), ada.Location is null ? (ada.Text, "") : (ada.Location, ada.WholeLocation.Fragment[..2]));
        var page = WebUtility.HtmlDecode(await site.Host.TextAsync(Board));
        Assert.Contains("A new model", page, StringComparison.Ordinal);
        Assert.Contains("95.1 ± 0.2", page, StringComparison.Ordinal);
        Assert.Contains("https://example.org/table-3", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tool-calling/bfcl", "Accuracy")]
    [InlineData("agentic-tasks/terminal-bench", "Task success")]
    [InlineData("code-generation/swe-bench-pro", "Resolved rate")]
    public async Task A_result_is_added_to_a_benchmark_that_has_none(string which, string metric)
    {
        var benchmark = which.Split('/')[1];
        await using var site = await PathSite.StartAsync();
        using var ada = await site.BrowserAsync();
        await ada.OpenAsync($"/curate/benchmarks/{benchmark}/results/new");
        Assert.Equal(metric, ada.Page.QuerySelector("[name='Score.Metric']")!.GetAttribute("value"));
        await ada.SendAsync(
            "result", ("Model", "A new model"), ("Score.Value", "71.5"), ("MeasuredBy", "owner"), ("MeasuredByName", "Example"),
            ("NewMetric.Name", "Seconds"), ("NewMetric.Better", "lower"),
            ("NewMetric.Value", "12"), ("SourceUrl", "https://example.org/t"));
        Assert.Equal($"/benchmarks/{benchmark}", ada.Location ?? ada.Text);
        var json = await site.Host.TextAsync($"/api/v1/benchmarks/{benchmark}/results");
        Assert.Contains("\"measuredBy\":\"owner (Example)\"", json, StringComparison.Ordinal);
        Assert.Contains("\"metric\":\"Seconds\",\"value\":12", json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_of_two_sees_both_versions_and_can_save_then()
    {
        await using var site = await PathSite.StartAsync();
        using var ada = await site.BrowserAsync();
        using var ben = await site.BrowserAsync("ben");
        await ben.OpenAsync("/curate/tasks/translation");
        await ada.OpenAsync("/curate/tasks/translation");
        await ada.SendAsync("task", ("Name", "Ada's"), ("Objective", "Ada's line."));
        await ben.SendAsync("task", ("Name", "Ben's"));
        Assert.Contains("Edit conflict", ben.Text, StringComparison.Ordinal);
        Assert.Contains("Ada's", ben.Page.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Ben's", ben.Page.QuerySelector("[name=Name]")!.GetAttribute("value"));
        await ben.SendAsync("task");
        var page = await site.Host.TextAsync("/tasks/translation");
        Assert.Contains("Ben&#x27;s", page, StringComparison.Ordinal);
        Assert.Contains("Ada&#x27;s line.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_renamed_task_or_benchmark_answers_301_for_ever()
    {
        await using var site = await PathSite.StartAsync();
        using var ada = await site.BrowserAsync();
        await ada.OpenAsync("/curate/tasks/translation");
        await ada.SendAsync("task", ("Slug", "machine-translation"));
        await ada.OpenAsync("/curate/benchmarks/conll-2003");
        await ada.SendAsync("benchmark", ("Slug", "conll"));
        foreach (var (old, now) in ((string, string)[])[("/tasks/translation", "/tasks/machine-translation"),
            (Board, "/benchmarks/conll"), ($"{Board}/history", "/benchmarks/conll/history"), ($"{Board}.csv", "/benchmarks/conll.csv")])
        {
            using var moved = await site.Host.GetAsync(old);
            Assert.Equal((HttpStatusCode.MovedPermanently, now), (moved.StatusCode, moved.Headers.Location?.ToString()));
        }
    }

    [Fact]
    public async Task A_form_sent_after_the_session_ended_is_kept()
    {
        await using var site = await PathSite.StartAsync();
        using var ada = await site.BrowserAsync();
        await ada.OpenAsync("/curate/metrics/bleu");
        await site.Host.EndSessionsAsync("ada");
        await ada.SendAsync("metric", ("Name", "Not lost"));
        Assert.Contains("You are signed out", ada.Text, StringComparison.Ordinal);
        Assert.Equal("Not lost", ada.Page.QuerySelector("[name=Name]")!.TextContent);
    }

    [Fact]
    public async Task A_column_is_added_as_a_row_without_a_script()
    {
        await using var site = await PathSite.StartAsync();
        using var ada = await site.BrowserAsync();
        await ada.OpenAsync("/curate/benchmarks/conll-2003");
        await ada.SendAsync("benchmark", ("do", "add:metrics"), ("Split", "typed"));
        Assert.Equal("typed", ada.Page.QuerySelector("[name=Split]")!.GetAttribute("value"));
        var names = ada.Page.QuerySelectorAll("[name='Column.Name']");
        Assert.Equal("", names[^1].GetAttribute("value") ?? "");
        var (first, rest) = (names[0].GetAttribute("value")!, names.Length);
        await ada.SendAsync(
            "benchmark", [.. names.Take(rest - 1).Select(n => ("Column.Name", n.GetAttribute("value")!)), ("Column.Name", "Precision")]);
        Assert.Equal(Board, ada.Location ?? ada.Text);
        var api = await site.Host.TextAsync("/api/v1/benchmarks/conll-2003");
        Assert.Contains("\"Precision\"", api, StringComparison.Ordinal);
        Assert.Contains($"\"{first}\"", api, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_metric_is_added_and_stands_on_the_page_of_metrics()
    {
        await using var site = await PathSite.StartAsync();
        Assert.DoesNotContain("Brier score", await site.Host.TextAsync("/metrics"), StringComparison.Ordinal);
        using var ada = await site.BrowserAsync();
        await ada.OpenAsync("/curate/metrics/new");
        await ada.SendAsync("metric", ("Name", "Brier score"), ("Definition", "the mean square of what was promised too much"), ("Formula",
            "$\\frac{1}{n}\\sum (p-o)^2$"), ("HigherIsBetter", "lower"), ("Least", "zero"), ("Source", "https://example.org/brier"));
        Assert.Contains("Write a number", ada.Text, StringComparison.Ordinal);
        Assert.Equal("zero", ada.Page.QuerySelector("[name=Least]")!.GetAttribute("value"));
        await ada.SendAsync("metric", ("Least", "0"));
        Assert.Equal("/metrics", ada.Location ?? ada.Text);
        var page = await site.Host.TextAsync("/metrics");
        Assert.Contains("Brier score", page, StringComparison.Ordinal);
        Assert.Contains("<math", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_reports_a_wrong_number_from_the_leaderboard_and_it_is_mended_there()
    {
        await using var site = await PathSite.StartAsync();
        Assert.Contains("href=\"/suggest?result=", await site.Host.TextAsync(Board), StringComparison.Ordinal);
        using var reader = await site.BrowserAsync("reader", Role.None);
        await reader.OpenAsync(Board);
        await reader.OpenAsync(reader.Page.QuerySelector("a[href^='/suggest?result=']")!.GetAttribute("href")!);
        var model = reader.Page.QuerySelector("ol.crumbs a")!.TextContent;
        await reader.SendAsync("suggest", ("Draft.Field", "score|F1"), ("Draft.Value", "12.34"), ("Draft.Why", "Table 3."));
        Assert.StartsWith("/me/suggestions", reader.Location ?? reader.Text, StringComparison.Ordinal);
        using var ada = await site.BrowserAsync();
        await ada.OpenAsync("/curate/suggestions/1");
        Assert.Contains(model, ada.Text, StringComparison.Ordinal);
        await ada.SendAsync("decide", ("decision", "approve"));
        Assert.StartsWith("/curate?done=approve", ada.Location ?? ada.Text, StringComparison.Ordinal);
        Assert.Contains(">12.34<", await site.Host.TextAsync(Board), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_list_of_what_is_measured_is_one_table_whose_address_says_what_is_shown()
    {
        await using var site = await PathSite.StartAsync();
        using var ada = await site.BrowserAsync();
        foreach (var (list, text, found) in ((string, string, string)[])
            [("tasks", "translation", "translation"), ("benchmarks", "conll", "conll-2003"), ("metrics", "bleu", "bleu")])
        {
            await ada.OpenAsync($"/curate/{list}?q={text}");
            Assert.Contains(
                ada.Page.QuerySelectorAll("[data-table] a[data-open]"), row => row.GetAttribute("href") == $"/curate/{list}/{found}");
            Assert.Equal($"/curate/{list}", ada.Page.QuerySelector("a.chip")!.GetAttribute("href"));
            await ada.OpenAsync($"/curate/{list}?q=no-such-thing");
            Assert.Contains("Nothing matches", ada.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Who_is_no_curator_is_refused()
    {
        await using var site = await PathSite.StartAsync();
        using var reader = await site.BrowserAsync("reader", Role.None);
        using var nobody = new Browser(site.Host);
        foreach (var page in (string[])["/curate/tasks", "/curate/tasks/new", "/curate/tasks/translation",
            "/curate/benchmarks", "/curate/benchmarks/conll-2003", "/curate/benchmarks/conll-2003/results",
            "/curate/benchmarks/conll-2003/results/new", "/curate/results/1", "/curate/metrics", "/curate/metrics/bleu"])
        {
            await reader.OpenAsync(page);
            Assert.Equal((page, HttpStatusCode.Forbidden), (page, reader.Status));
            await nobody.OpenAsync(page);
            Assert.StartsWith("/account/sign-in", nobody.Location, StringComparison.Ordinal);
        }
    }
}

using System.Globalization;

using LlmGuide.Core.Data;
using LlmGuide.Core.Discussion.Comments;
using LlmGuide.Core.Discussion.Moderation;
using LlmGuide.Core.Leaderboards.Results;
using LlmGuide.Core.Members;
using LlmGuide.Web.Tests.Accounts;
using LlmGuide.Web.Tests.Discussion;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LlmGuide.Web.Tests.Revisions;

/// <summary>What is done with the rows that are selected in a table for work, as its form sends it without a script.</summary>
public sealed class BulkPageTests(ModerationFixture court) : IClassFixture<ModerationFixture>
{
    [Fact]
    public async Task Results_are_removed_together_with_a_reason_each_with_a_row_in_the_log()
    {
        using var curator = await OpenAsync(Role.Curator, "/curate/benchmarks/squad-1-1/results");
        var ids = curator.Page.QuerySelectorAll("input[name=id]").Take(2).Select(box => box.GetAttribute("value")!).ToList();
        await SendAsync(curator, ids, "remove", "");
        Assert.Contains("Enter a reason: it is shown in the change log.", curator.Text, StringComparison.Ordinal);
        Assert.Equal(ids, curator.Page.QuerySelectorAll("input[name=id]").Select(box => box.GetAttribute("value")!));
        await SendAsync(curator, ids, "remove", "Measured on the wrong split.");
        Assert.Equal("/curate/benchmarks/squad-1-1/results?done=2", curator.Location);
        var numbers = ids.Select(id => int.Parse(id, CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(2, await court.Host.AskAsync(db => db.Set<BenchmarkResult>().IgnoreQueryFilters()
            .CountAsync(result => numbers.Contains(result.Id) && result.RemovedAt != null, GuideHost.Cancelled)));
        Assert.Equal(2, await court.Host.AskAsync(
            db => db.Log.CountAsync(entry => entry.Reason == "Measured on the wrong split.", GuideHost.Cancelled)));
        await curator.OpenAsync("/curate/benchmarks/squad-1-1/results?status=removed");
        Assert.Equal(2, curator.Page.QuerySelectorAll("[data-table] tbody tr").Length);
    }

    [Fact]
    public async Task What_cannot_be_done_with_one_row_leaves_it_selected_and_is_done_with_the_others()
    {
        var (author, other, reader) = (await court.MemberAsync(), await court.MemberAsync(), await court.MemberAsync());
        var (first, second) = (await court.CommentAsync(author, "tokenization"), await court.CommentAsync(other, "tokenization"));
        foreach (var comment in (int[])[first, second])
        {
            Assert.Null((await court.Host.Services.GetRequiredService<FlagComment>()
                .RunAsync(reader.Actor, comment, FlagReason.OffTopic, null, GuideHost.Cancelled)).Refusal);
        }

        using var moderator = await OpenAsync(Role.Moderator, "/moderate");
        string[] selected = [Number(first), Number(second)];
        var elsewhere = await court.MemberAsync(Role.Moderator);
        Assert.Null((await court.Host.Services.GetRequiredService<RemoveComment>()
            .RunAsync(elsewhere.Actor, first, "Off topic.", GuideHost.Cancelled)).Refusal);
        await SendAsync(moderator, selected, "remove", "Off topic.");
        Assert.Contains("Done, with 1 comment.", moderator.Text, StringComparison.Ordinal);
        Assert.Contains("This comment has already been removed.", moderator.Text, StringComparison.Ordinal);
        Assert.Equal([Number(first)], moderator.Page.QuerySelectorAll("input[name=id]").Select(row => row.GetAttribute("value")));
        Assert.Equal(CommentState.Removed, await court.StateOfAsync(second));
    }

    [Theory]
    [InlineData("/curate", "claim", "1")]
    [InlineData("/curate", "no-such-act", "1:1")]
    [InlineData("/curate/links?state=all", "follow", "work")]
    [InlineData("/curate/links?state=all", "confirm", "no-such-work")]
    [InlineData("/moderate", "restore", "1")]
    [InlineData("/moderate", "remove", "comment")]
    public async Task What_no_table_offers_is_refused_with_a_sentence(string path, string act, string row)
    {
        using var worker = await OpenAsync(Role.Curator | Role.Moderator, path);
        await SendAsync(worker, [row], act, "Because.");
        Assert.Null(worker.Location);
        Assert.NotNull(worker.Page.QuerySelector(".note.bad"));
    }

    [Fact]
    public async Task Nothing_selected_is_said()
    {
        using var curator = await OpenAsync(Role.Curator, "/curate/links?state=all");
        await SendAsync(curator, [], "confirm", null);
        Assert.Contains("Select at least one row.", curator.Text, StringComparison.Ordinal);
    }

    private async Task<Browser> OpenAsync(Role roles, string path)
    {
        var browser = new Browser(court.Host, (await court.MemberAsync(roles)).Cookie);
        return await browser.OpenAsync(path);
    }

    private static Task<Browser> SendAsync(Browser browser, IEnumerable<string> rows, string act, string? reason) => browser.SendAsync(
        "bulk", [.. rows.Select(row => ("id", row)), ("do", act), .. reason is null ? [] : ((string, string)[])[("reason", reason)]]);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

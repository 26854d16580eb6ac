using System.Net;

using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Catalogue.Resources.Edits;
using LlmGuide.Core.Data;
using LlmGuide.Core.Members;
using LlmGuide.Core.Revisions;
using LlmGuide.Core.Revisions.History;
using LlmGuide.Core.Suggestions;
using LlmGuide.Core.Suggestions.Making;
using LlmGuide.Web.Tests.Accounts;
using LlmGuide.Web.Tests.Discussion;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LlmGuide.Web.Tests.Revisions;

/// <summary>
/// Forms of curation that are sent after the session ended: they come back as they were sent, and go through after signing in.
/// </summary>
public sealed class LateFormTests(ModerationFixture court) : IClassFixture<ModerationFixture>
{
    private const string Reason = "What was typed.";

    [Fact]
    public async Task A_merge_of_resources_is_kept() =>
        await KeptAsync($"/curate/resources/{await LoneAsync()}/merge", "merge", ("into", "attention-is-all-you-need"), ("reason", Reason));

    [Fact]
    public Task A_merge_of_topics_is_kept() =>
        KeptAsync("/curate/topics/agents-and-tools/merge", "merge", ("into", "retrieval-augmented-generation"), ("reason", Reason));

    [Fact]
    public Task A_topic_that_is_taken_off_the_path_is_kept() => KeptAsync("/curate/topics/safety/remove", "off", ("reason", Reason));

    [Fact]
    public Task A_new_address_is_kept() => KeptAsync("/curate/links/switch-transformers", "replace", ("to", "https://example.org/typed"));

    [Fact]
    public Task A_task_is_kept() => KeptAsync("/curate/tasks/translation", "task", ("Reason", Reason), ("Lookout", "A line."));

    [Fact]
    public async Task A_way_back_is_kept()
    {
        var (works, curator) = (court.Host.Services.GetRequiredService<ResourceSubject>(), await court.MemberAsync(Role.Curator));
        var work = await court.Host.Services.GetRequiredService<DraftQuery>().RunAsync(works, "bert", GuideHost.Cancelled);
        var edit = new Edit<ResourceDraft>(work!.Id, work.Version, work.Draft with { Venue = "Elsewhere" }, "To go back from.");
        Assert.Null(
            (await court.Host.Services.GetRequiredService<Editing>().SaveAsync(works, curator.Actor, edit, GuideHost.Cancelled)).Refusal);
        var entry = await court.Host.AskAsync(db => db.Revisions.Where(r => r.Kind == LogKind.Resource && r.SubjectId == work.Id)
            .MaxAsync(r => r.EntryId, GuideHost.Cancelled));
        await KeptAsync($"/changes/{entry}/revert?before", "revert", ("reason", Reason));
    }

    [Fact]
    public async Task A_decision_is_kept_and_shows_nothing_but_what_was_sent()
    {
        var member = await court.MemberAsync();
        var sent = await court.Host.Services.GetRequiredService<SubmitSuggestion>().RunAsync(
            member.Actor, new SuggestionDraft
            {
                Kind = SuggestionKind.Correction,
                Resource = "attention-is-all-you-need",
                Field = "venue",
                Value = "Unread words",
                Why = "Why.",
            }, from: null, GuideHost.Cancelled);
        Assert.Null(sent.Refusal);
        var path = $"/curate/suggestions/{sent.Value!.Id}";
        await KeptAsync(path, "decide", ("decision", "reject"), ("Draft.Value", "Mended words"), ("reason", Reason));
        var second = await court.Host.Services.GetRequiredService<SubmitSuggestion>().RunAsync(
            member.Actor, new SuggestionDraft
            {
                Kind = SuggestionKind.Correction,
                Resource = "attention-is-all-you-need",
                Field = "venue",
                Value = "Other words",
                Why = "Why.",
            }, from: null, GuideHost.Cancelled);
        using var answer = await court.PostAsync(
            "", $"/curate/suggestions/{second.Value!.Id}", ("_handler", "decide"), ("decision", "reject"), ("reason", Reason));
        var shown = await answer.Content.ReadAsStringAsync(GuideHost.Cancelled);
        Assert.Contains(Reason, shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Other words", shown, StringComparison.Ordinal);
    }

    private async Task KeptAsync(string path, string form, params (string Name, string Value)[] fields)
    {
        var curator = await court.MemberAsync(Role.Curator);
        using var browser = new Browser(court.Host, curator.Cookie);
        await browser.OpenAsync(path);
        await court.Host.EndSessionsAsync(curator.Actor.Name);
        await browser.SendAsync(form, fields);
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.Contains("You are signed out. What you typed is still here", browser.Text, StringComparison.Ordinal);
        var page = browser.Page;
        await browser.SignInAsync(curator.Actor.Name);
        browser.Return(page, path);
        var pressed = fields.Where(field => field.Name == "decision").ToArray();
        await browser.SendAsync(form, pressed);
        Assert.Contains("Your sign-in has changed since this form was opened.", browser.Text, StringComparison.Ordinal);
        await browser.SendAsync(form, pressed);
        Assert.True(browser.Location is not null, browser.Text);
        var kept = fields.Single(field => field.Name is "reason" or "Reason" or "to").Value;
        Assert.Contains(
            fields.Any(f => f.Name == "to") ? "switch-transformers" : kept,
            await court.Host.TextAsync("/changes"), StringComparison.Ordinal);
    }

    /// <summary>A work that no other explains.</summary>
    private Task<string> LoneAsync() => court.Host.AskAsync(db =>
    {
        var places = db.Placements;
        return db.Resources.Where(r => !places.Any(p => p.CompanionOfId == r.Id))
            .OrderByDescending(r => r.Id).Select(r => r.Slug).FirstAsync(GuideHost.Cancelled);
    });
}

using System.Net;

using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Catalogue.Path.Edits;
using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Catalogue.Resources.Edits;
using LlmGuide.Core.Catalogue.Topics;
using LlmGuide.Core.Members;
using LlmGuide.Core.Merging;
using LlmGuide.Core.Revisions;
using LlmGuide.Core.Revisions.History;
using LlmGuide.Web.Tests.Discussion;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LlmGuide.Web.Tests.Revisions;

/// <summary>
/// Pages that readers were given before a write show it at once after it: the kinds of write that no other test here reads both ways.
/// </summary>
public sealed class FreshPageTests(ModerationFixture court) : IClassFixture<ModerationFixture>
{
    private GuideHost Host => court.Host;

    [Fact]
    public async Task A_resource_that_goes_to_another_topic_is_there_and_no_longer_here()
    {
        var (slug, topic) = await PlacedAsync(0);
        Assert.DoesNotContain("It went here.", await Host.TextAsync("/topics/tokenization"), StringComparison.Ordinal);
        Assert.Contains($"/resources/{slug}\"", await Host.TextAsync($"/topics/{topic}"), StringComparison.Ordinal);
        Assert.DoesNotContain("It went here.", await Host.TextAsync($"/resources/{slug}"), StringComparison.Ordinal);
        await EditAsync(
            slug, draft => draft with { Placements = [new PlacementDraft("tokenization", PlacementRole.Further, "It went here.")] });
        Assert.Contains("It went here.", await Host.TextAsync("/topics/tokenization"), StringComparison.Ordinal);
        Assert.DoesNotContain($"/resources/{slug}\"", await Host.TextAsync($"/topics/{topic}"), StringComparison.Ordinal);
        Assert.Contains("It went here.", await Host.TextAsync($"/resources/{slug}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_resources_that_became_one_every_page_shows_the_one()
    {
        const string Into = "attention-is-all-you-need";
        var (slug, topic) = await PlacedAsync(1);
        Assert.Contains($"/resources/{slug}\"", await Host.TextAsync($"/topics/{topic}"), StringComparison.Ordinal);
        Assert.DoesNotContain($"/topics/{topic}\"", await Host.TextAsync($"/resources/{Into}"), StringComparison.Ordinal);
        await Host.TextAsync($"/resources/{slug}");
        Assert.Null((await Get<MergeResources>().RunAsync(Actor.Operator, slug, Into, "The same work.", GuideHost.Cancelled)).Refusal);
        Assert.DoesNotContain($"/resources/{slug}\"", await Host.TextAsync($"/topics/{topic}"), StringComparison.Ordinal);
        Assert.Contains($"/topics/{topic}\"", await Host.TextAsync($"/resources/{Into}"), StringComparison.Ordinal);
        using var moved = await Host.GetAsync($"/resources/{slug}");
        Assert.Equal((HttpStatusCode.MovedPermanently, $"/resources/{Into}"), (moved.StatusCode, moved.Headers.Location!.ToString()));
    }

    [Fact]
    public async Task Several_resources_that_are_changed_together_are_all_shown_so()
    {
        var works = await Host.AskAsync(db => db.Resources.Where(r => r.Level == ResourceLevel.Introductory)
            .OrderBy(r => r.Id).Take(2).Select(r => new { r.Id, r.Slug }).ToListAsync(GuideHost.Cancelled));
        foreach (var work in works)
        {
            Assert.DoesNotContain("<dd>Advanced</dd>", await Host.TextAsync($"/resources/{work.Slug}"), StringComparison.Ordinal);
        }

        Assert.Null((await Get<ChangeResources>().RunAsync(
            Actor.Operator, [.. works.Select(w => w.Id)],
            new BulkChange(Level: ResourceLevel.Advanced), "Hard.", GuideHost.Cancelled)).Refusal);
        foreach (var work in works)
        {
            Assert.Contains("<dd>Advanced</dd>", await Host.TextAsync($"/resources/{work.Slug}"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_somebody_has_looked_at_is_in_the_log()
    {
        var id = await Host.AskAsync(db => db.Resources.OrderBy(r => r.Id).Select(r => r.Id).LastAsync(GuideHost.Cancelled));
        var before = await Host.TextAsync("/changes");
        Assert.Equal(before, await Host.TextAsync("/changes"));
        Assert.Null((await Get<ConfirmResources>().RunAsync(Actor.Operator, [id], GuideHost.Cancelled)).Refusal);
        Assert.NotEqual(before, await Host.TextAsync("/changes"));
    }

    [Fact]
    public async Task A_topic_that_moved_stands_at_its_new_place_on_the_home_page()
    {
        var (before, listed) = (
            await PlaceAsync("/", "/topics/safety\""), await PlaceAsync("/api/v1/topics?limit=200", "\"slug\":\"safety\",\"title\""));
        Assert.Null(
            (await Get<MoveOnPath>().RunAsync(Actor.Operator, new PathMove("safety", MoveTo.Earlier), null, GuideHost.Cancelled)).Refusal);
        Assert.True(await PlaceAsync("/", "/topics/safety\"") < before);
        Assert.True(await PlaceAsync("/api/v1/topics?limit=200", "\"slug\":\"safety\",\"title\"") < listed);
    }

    [Fact]
    public async Task Of_two_topics_that_became_one_the_home_page_shows_the_one()
    {
        Assert.Contains("/topics/agents-and-tools\"", await Host.TextAsync("/"), StringComparison.Ordinal);
        var needs = await Host.AskAsync(
            db => db.Topics.Where(t => t.Slug == "retrieval-augmented-generation").Select(t => t.Title).SingleAsync(GuideHost.Cancelled));
        Assert.Null((await Get<MergeTopics>()
            .RunAsync(Actor.Operator, "agents-and-tools", "retrieval-augmented-generation", "The same.", GuideHost.Cancelled)).Refusal);
        Assert.DoesNotContain("/topics/agents-and-tools\"", await Host.TextAsync("/"), StringComparison.Ordinal);
        Assert.Contains(WebUtility.HtmlEncode(needs), await Host.TextAsync("/"), StringComparison.Ordinal);
    }

    private T Get<T>()
        where T : notnull => Host.Services.GetRequiredService<T>();

    private async Task<int> PlaceAsync(string page, string words)
    {
        var place = (await Host.TextAsync(page)).IndexOf(words, StringComparison.Ordinal);
        Assert.True(place > 0, $"{page} does not hold {words}.");
        return place;
    }

    private async Task EditAsync(string slug, Func<ResourceDraft, ResourceDraft> change)
    {
        var from = (await Get<DraftQuery>().RunAsync(Get<ResourceSubject>(), slug, GuideHost.Cancelled))!;
        Assert.Null((await Get<Editing>()
            .SaveAsync(Get<ResourceSubject>(), Actor.Operator, from.To(change(from.Draft), "Moved."), GuideHost.Cancelled)).Refusal);
    }

    /// <summary>A work that stands in one topic, where the work that it could become does not, and that no other explains.</summary>
    private async Task<(string Slug, string Topic)> PlacedAsync(int number)
    {
        var found = await Host.AskAsync(db =>
        {
            var places = db.Placements;
            return places.Where(p => p.Role == PlacementRole.Further && p.Topic.Slug != "tokenization"
                    && p.Topic.Slug != "agents-and-tools" && p.Resource.Placements.Count == 1
                    && !places.Any(other => other.CompanionOfId == p.ResourceId)
                    && !places.Any(other => other.TopicId == p.TopicId && other.Resource.Slug == "attention-is-all-you-need"))
                .OrderBy(p => p.ResourceId).Skip(number)
                .Select(p => new { p.Resource.Slug, Topic = p.Topic.Slug }).FirstAsync(GuideHost.Cancelled);
        });
        return (found.Slug, found.Topic);
    }
}

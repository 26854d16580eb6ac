using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Catalogue.Resources.Edits;
using LlmGuide.Core.Catalogue.Topics;
using LlmGuide.Core.Data;
using LlmGuide.Core.Leaderboards;
using LlmGuide.Core.Revisions;
using LlmGuide.Core.Revisions.History;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Merging;

/// <summary>What goes from one resource to another when they are merged.</summary>
internal sealed record MergedResource(Editable<ResourceDraft> From, Editable<ResourceDraft> Into)
{
    /// <summary>The one that stays gets the places and foundations that only the other had.</summary>
    public Edit<ResourceDraft> Stays(string why) =>
        Into.To(Union(), ReasonText.Shorten($"Merged “{From.Subject.Title}” into it: {why}"), EditActs.Merged);

    /// <summary>The other is removed.</summary>
    public Edit<ResourceDraft> Goes(string why) => From.To(
        From.Draft with { Removed = true }, ReasonText.Shorten($"Merged into “{Into.Subject.Title}”: {why}"), EditActs.Merged);

    private ResourceDraft Union()
    {
        var (from, into) = (From.Draft, Into.Draft);
        return into with
        {
            Essential = into.Essential || from.Essential,
            InOriginalGuide = into.InOriginalGuide || from.InOriginalGuide,
            Placements = [.. into.Placements.Select(Freed), .. from.Placements.Where(
                p => p.CompanionOf != into.Slug && !into.Placements.Any(own => own.Topic == p.Topic))],
            BuildsOn = [.. into.BuildsOn.Where(slug => slug != from.Slug), .. from.BuildsOn.Where(
                slug => slug != into.Slug && !into.BuildsOn.Contains(slug))],
        };
    }

    /// <summary>Where it explained the one that goes, it stands in its place.</summary>
    private PlacementDraft Freed(PlacementDraft place) => place.CompanionOf == From.Draft.Slug
        ? place with
        {
            CompanionOf = null,
            Role = From.Draft.Placements.FirstOrDefault(p => p.Topic == place.Topic)?.Role ?? PlacementRole.Further,
        }
        : place;

    /// <summary>Moves what no draft holds: what builds on it and explains it, what was said, who follows, and its addresses.</summary>
    /// <returns>The conversation of the one that stays.</returns>
    public async Task<int> MoveAsync(GuideDb db, CancellationToken cancellationToken)
    {
        var (from, into) = (From.Id, Into.Id);
        var relations = db.BuildsOn.IgnoreQueryFilters([CatalogueTables.Listed]);
        await relations.Where(b => b.FoundationId == from
            && (b.ResourceId == into || relations.Any(own => own.ResourceId == b.ResourceId && own.FoundationId == into)))
            .ExecuteDeleteAsync(cancellationToken);
        await relations.Where(b => b.FoundationId == from)
            .ExecuteUpdateAsync(set => set.SetProperty(b => b.FoundationId, into), cancellationToken);
        var places = db.Placements.IgnoreQueryFilters([CatalogueTables.Listed]);
        await places.Where(p => p.CompanionOfId == from && p.ResourceId != into
            && places.Any(own => own.TopicId == p.TopicId && own.ResourceId == into && own.Role != PlacementRole.Companion))
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.CompanionOfId, into), cancellationToken);
        await db.Benchmarks.Where(b => b.ResourceId == from)
            .ExecuteUpdateAsync(set => set.SetProperty(b => b.ResourceId, into), cancellationToken);
        await MovedMarks.OfResourceAsync(db, from, into, cancellationToken);
        await MovedAnnotations.OfResourceAsync(db, from, into, cancellationToken);
        await MoveAddressesAsync(db, cancellationToken);
        return await MoveConversationAsync(db, cancellationToken);
    }

    private async Task MoveAddressesAsync(GuideDb db, CancellationToken cancellationToken)
    {
        var (old, current) = (From.Draft.Slug, Into.Draft.Slug);
        await db.FormerSlugs.Where(f => f.Owner == SlugOwner.Resource && f.Current == old)
            .ExecuteUpdateAsync(set => set.SetProperty(f => f.Current, current), cancellationToken);
        await db.FormerSlugs.Where(f => f.Owner == SlugOwner.Resource && f.Slug == old).ExecuteDeleteAsync(cancellationToken);
        db.FormerSlugs.Add(new FormerSlug(SlugOwner.Resource, old, current));
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Comments keep their numbers, so their permalinks lead to where they are now.</summary>
    private async Task<int> MoveConversationAsync(GuideDb db, CancellationToken cancellationToken)
    {
        var all = db.Resources.IgnoreQueryFilters([CatalogueTables.Listed]);
        var from = await all.Where(r => r.Id == From.Id).Select(r => r.ConversationId).FirstAsync(cancellationToken);
        var into = await all.Where(r => r.Id == Into.Id).Select(r => r.ConversationId).FirstAsync(cancellationToken);
        await MovedConversation.RunAsync(db, from, into, cancellationToken);
        return into;
    }
}

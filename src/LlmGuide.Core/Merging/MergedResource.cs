using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Catalogue.Resources.Edits;
using LlmGuide.Core.Catalogue.Topics;
using LlmGuide.Core.Data;
using LlmGuide.Core.Discussion;
using LlmGuide.Core.Discussion.Conversations;
using LlmGuide.Core.Leaderboards;
using LlmGuide.Core.Revisions.History;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Merging;

/// <summary>What goes from one resource to another when they are merged.</summary>
/// <param name="From">The one that goes.</param>
/// <param name="Into">The one that stays.</param>
internal sealed record MergedResource(Editable<ResourceDraft> From, Editable<ResourceDraft> Into)
{
    /// <summary>Known once it has moved.</summary>
    public int IntoConversation { get; private set; }

    /// <summary>The draft of the one that stays, with the places and foundations that only the other had.</summary>
    public ResourceDraft Union()
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
    public async Task MoveAsync(GuideDb db, CancellationToken cancellationToken)
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
        await MoveAddressesAsync(db, cancellationToken);
        await MoveConversationAsync(db, cancellationToken);
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
    private async Task MoveConversationAsync(GuideDb db, CancellationToken cancellationToken)
    {
        var all = db.Resources.IgnoreQueryFilters([CatalogueTables.Listed]);
        var from = await all.Where(r => r.Id == From.Id).Select(r => r.ConversationId).FirstAsync(cancellationToken);
        var into = await all.Where(r => r.Id == Into.Id).Select(r => r.ConversationId).FirstAsync(cancellationToken);
        await db.Comments.Where(c => c.ConversationId == from)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.ConversationId, into), cancellationToken);
        var followers = db.Subscriptions;
        await followers.Where(
            s => s.ConversationId == from && followers.Any(own => own.MemberId == s.MemberId && own.ConversationId == into))
            .ExecuteDeleteAsync(cancellationToken);
        await followers.Where(s => s.ConversationId == from)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.ConversationId, into), cancellationToken);
        await ConversationCounts.RecountAsync(db, from, cancellationToken);
        await ConversationCounts.RecountAsync(db, into, cancellationToken);
        IntoConversation = into;
    }
}

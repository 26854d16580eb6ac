using System.Net;

using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Catalogue.Addresses;
using LlmGuide.Core.Data;
using LlmGuide.Core.Discussion;
using LlmGuide.Core.Discussion.Comments;
using LlmGuide.Core.Members;
using LlmGuide.Core.Revisions;
using LlmGuide.Core.Suggestions.Decisions;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Suggestions.Making;

/// <summary>A member proposes something. What is proposed already is not proposed twice: who proposes the same seconds it.</summary>
public sealed class SubmitSuggestion(
    SuggestionWriting writing, SuggestionRules rules, SuggestionLimits limits, SuggestionOptions options, SecondSuggestion second)
{
    /// <param name="actor">A member in good standing.</param>
    /// <param name="typed">What they filled in.</param>
    /// <param name="from">
    /// Where on the network they are; <c>null</c> where that is not known. It is not kept (<see cref="NetworkMark"/>).
    /// </param>
    /// <param name="cancellationToken">Ends it before the commit.</param>
    /// <returns>An <see cref="AlreadyInGuide"/> as the refusal when the address is that of a work of the guide.</returns>
    public async Task<Outcome<Submitted>> RunAsync(Actor actor, SuggestionDraft typed, IPAddress? from, CancellationToken cancellationToken)
    {
        if (!actor.May(Permission.Suggest) || actor.MemberId is null)
        {
            return Refusal.NotAllowed("You may read, but not suggest, until your suspension ends.");
        }

        var read = await rules.ReadAsync(typed, cancellationToken);
        if (!read.TryGet(out var proposal, out var wrong))
        {
            return wrong;
        }

        var added = await writing.RunTakingAsync(
            db => AddAsync(db, actor, typed, proposal, from, cancellationToken), cancellationToken);
        return added.Value is { What: SubmittedAs.Same } same ? await second.RunAsync(actor, from, same.Id, cancellationToken) : added;
    }

    private async Task<Outcome<Submitted>> AddAsync(
        GuideDb db, Actor actor, SuggestionDraft typed, Proposal proposal, IPAddress? from, CancellationToken cancellationToken)
    {
        if (await db.Suggestions.Include(s => s.Seconds)
            .FirstOrDefaultAsync(s => s.PendingKey == proposal.Key, cancellationToken) is { } same)
        {
            return new Submitted(same.Id, same.SuggestedById == actor.Id
                || same.Seconds.Any(s => s.MemberId == actor.Id) ? SubmittedAs.Yours : SubmittedAs.Same);
        }

        // Since it was read, two others may have proposed the same, and the guide says it already.
        if (await db.Revisions.AnyAsync(
            r => r.Kind == proposal.SubjectKind && r.SubjectId == proposal.SubjectId && r.Number > proposal.SubjectVersion,
            cancellationToken) && (await rules.ReadAsync(typed, cancellationToken)).Refusal is { } late)
        {
            return late;
        }

        if (await AlreadyInGuide.FindAsync(db, proposal, cancellationToken) is { } known)
        {
            return known;
        }

        if (await limits.RefusedAsync(db, actor, writing.Now, cancellationToken) is { } tooMuch)
        {
            return tooMuch;
        }

        await ForgetNetworksAsync(db, writing.Now.AddDays(-options.NetworkDays), cancellationToken);
        var comment = typed.CommentId is { } asked
            && await db.Comments.AnyAsync(c => c.Id == asked && c.State == CommentState.Standing, cancellationToken)
            ? typed.CommentId : null;
        var suggestion = new Suggestion(proposal, actor, comment, NetworkMark.Make(from), writing.Now);
        db.Suggestions.Add(suggestion);
        await db.SaveChangesAsync(cancellationToken);
        SuggestionWriting.Log(db, actor, "suggested", suggestion, "", writing.Now);
        return new Submitted(suggestion.Id, SubmittedAs.New);
    }

    /// <summary>Takes the marks off what has waited since <paramref name="before"/> or longer.</summary>
    private static async Task ForgetNetworksAsync(GuideDb db, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var old = db.Suggestions.Where(s => s.State == SuggestionState.Pending && s.SuggestedAt <= before);
        await old.Where(s => s.Network != null)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.Network, (string?)null), cancellationToken);
        await db.SuggestionSeconds.Where(s => s.Network != null && s.At <= before)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.Network, (string?)null), cancellationToken);
    }
}

/// <param name="Id">The suggestion's number.</param>
/// <param name="What">Whether it is a new one.</param>
public sealed record Submitted(int Id, SubmittedAs What);

/// <summary>What became of something that a member proposed.</summary>
public enum SubmittedAs
{
    New,

    /// <summary>One has proposed that already.</summary>
    Yours,

    /// <summary>Somebody else has proposed that already; it waits for a curator.</summary>
    Same,

    /// <summary>Two people say the same: it is done.</summary>
    Applied,
}

/// <summary>The address that is proposed leads to a work that the guide has, or has had.</summary>
public sealed record AlreadyInGuide(string Slug, string Title, bool Removed, string? At)
    : Refusal(
        Cause.Rule,
        $"{(Removed ? "It was in the guide and was removed:" : "Already in the guide, as")} {Title}. "
        + "If you meant something else, change the link.",
        At)
{
    internal static async Task<AlreadyInGuide?> FindAsync(GuideDb db, Proposal proposal, CancellationToken cancellationToken)
    {
        if (proposal.UrlKey is not { } key)
        {
            return null;
        }

        var field = proposal.Kind == SuggestionKind.Resource ? nameof(SuggestionDraft.Url) : nameof(SuggestionDraft.Value);
        var known = await db.Resources.IgnoreQueryFilters([CatalogueTables.Listed]).AsNoTracking()
            .KnownBy([key]).OrderBy(r => r.RemovedAt != null).ThenBy(r => r.Id)
            .Select(r => new { r.Slug, r.Title, Removed = r.RemovedAt != null }).FirstOrDefaultAsync(cancellationToken);
        return known is null ? null : new AlreadyInGuide(known.Slug, known.Title, known.Removed, field);
    }
}

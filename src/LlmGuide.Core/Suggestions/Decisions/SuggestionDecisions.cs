using System.Globalization;

using LlmGuide.Core.Data;
using LlmGuide.Core.Discussion;
using LlmGuide.Core.Discussion.Comments;
using LlmGuide.Core.Discussion.Conversations;
using LlmGuide.Core.Discussion.Moderation;
using LlmGuide.Core.Members;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Suggestions.Decisions;

/// <summary>
/// What all decisions have in common: the suggestion is still pending, the decision is a row, those who proposed it are told, the
/// comment that it came from is answered, and all of that belongs to the transaction of the change.
/// </summary>
public sealed class SuggestionDecisions(CommentText text, CommentCreation admission, ConversationChange change, TimeProvider clock)
{
    /// <summary>Renders what the comment will be answered with: that takes time, and during the transaction others wait.</summary>
    internal async Task<Outcome<PreparedDecision>> PrepareAsync(Decision made, Suggestion suggestion, CancellationToken cancellationToken)
    {
        if (suggestion.CommentId is null)
        {
            return new PreparedDecision(made, suggestion.Id, null);
        }

        var said = string.Create(
            CultureInfo.InvariantCulture,
            $"This became [suggestion {suggestion.Id}](/suggestions/{suggestion.Id}), which was {Past(made.State)}. {made.Reason}")
            .TrimEnd();
        var rendered = await text.RenderAsync(said, cancellationToken);
        return rendered.Refusal is { } refusal ? refusal : new PreparedDecision(made, suggestion.Id, rendered.Value);
    }

    /// <param name="db">The transaction.</param>
    /// <param name="decision">What was decided.</param>
    /// <param name="entryId">The row of the log that says what was changed.</param>
    /// <param name="cancellationToken">Ends it before the commit.</param>
    /// <returns>Why not: somebody else was quicker.</returns>
    internal async Task<Refusal?> WriteAsync(GuideDb db, PreparedDecision decision, int? entryId, CancellationToken cancellationToken)
    {
        if (await SuggestionWriting.TakeAsync(db, decision.SuggestionId, cancellationToken) is not { } suggestion)
        {
            return Refusal.NotThere();
        }

        if (suggestion.State != SuggestionState.Pending)
        {
            return SuggestionWriting.Decided(suggestion);
        }

        var (made, now) = (decision.Decision, clock.GetUtcNow());
        if (made.Second is { } second)
        {
            suggestion.Second(second, network: null, now);
        }

        if (made.Amended is { } amended)
        {
            suggestion.Propose(amended);
        }

        suggestion.Decide(new SuggestionDecision(made.State, made.By.MemberId, now, made.Reason, entryId));
        SuggestionWriting.Log(db, made.By, Past(made.State), suggestion, made.Reason, now);
        await db.SaveChangesAsync(cancellationToken);
        await TellAsync(db, suggestion, made, now, cancellationToken);
        decision.AnsweredIn = await AnswerAsync(db, suggestion, decision, cancellationToken);
        return null;
    }

    /// <summary>To be called after the commit.</summary>
    internal Task FinishAsync(PreparedDecision decision) =>
        decision.AnsweredIn is { } conversation ? change.TellAsync(conversation, CancellationToken.None) : Task.CompletedTask;

    private static string Past(SuggestionState state) => state == SuggestionState.Approved ? "approved" : "declined";

    private static async Task TellAsync(
        GuideDb db, Suggestion suggestion, Decision made, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var what = $"{(made.State == SuggestionState.Approved ? "accepted" : "declined")}:{suggestion.Id.ToInvariantString()}";
        foreach (var member in suggestion.Seconds.Select(s => s.MemberId)
            .Append(suggestion.SuggestedById ?? 0).Where(id => id > 0 && id != made.By.MemberId))
        {
            await ModerationNotice.SendAsync(
                db, member, what, null, $"{suggestion.SubjectTitle}: {made.Reason}".TrimEnd(' ', ':'), made.By, now, cancellationToken);
        }
    }

    /// <returns>The conversation that was written in; <c>null</c> where nobody can write any more.</returns>
    private async Task<int?> AnswerAsync(GuideDb db, Suggestion suggestion, PreparedDecision decision, CancellationToken cancellationToken)
    {
        if (decision.Answer is not { } answer || suggestion.CommentId is not { } commentId)
        {
            return null;
        }

        var conversations = db.Conversations;
        var open = await db.Comments.AnyAsync(
            c => c.Id == commentId && c.State == CommentState.Standing && c.Depth < Comment.MaxDepth
                && conversations.Any(t => t.Id == c.ConversationId && t.LockReason == null), cancellationToken);
        if (!open)
        {
            return null;
        }

        var said = new NewComment(new CommentDraft { Key = Guid.NewGuid() }, answer);
        return (await admission.RunAsync(
            db, decision.Decision.By, ReplyTarget.Below(commentId), said, cancellationToken)).Value?.ConversationId;
    }
}

/// <param name="State">Approved or rejected.</param>
/// <param name="By">Who decides; the guide where two people agree.</param>
/// <param name="Reason">Why, for everybody to read; may be empty.</param>
internal sealed record Decision(SuggestionState State, Actor By, string Reason)
{
    /// <summary>What a curator made of it before approving.</summary>
    public Proposal? Amended { get; init; }

    /// <summary>The member whose word was the second.</summary>
    public Actor? Second { get; init; }
}

/// <param name="Decision">What was decided.</param>
/// <param name="SuggestionId">About which suggestion.</param>
/// <param name="Answer">What its comment is answered with.</param>
internal sealed record PreparedDecision(Decision Decision, int SuggestionId, RenderedComment? Answer)
{
    /// <summary>The conversation in which that was said.</summary>
    public int? AnsweredIn { get; set; }
}

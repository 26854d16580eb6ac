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
/// Ends a suggestion. The change, the decision, what those who proposed it are told and the answer to the comment that it came from
/// are one transaction.
/// </summary>
public sealed class SuggestionDecisions(
    Writing writing, CommentText text, CommentCreation comments, ConversationChange change, TimeProvider clock)
{
    internal async Task<Outcome<Done>> RunAsync(
        Suggestion suggestion, Decision made, SuggestedChange changes, CancellationToken cancellationToken)
    {
        var answer = await RenderAsync(suggestion, made, cancellationToken);
        if (answer.Refusal is { } unreadable)
        {
            return unreadable;
        }

        var answeredIn = await writing.RunTakingAsync<int?>(
            async db =>
            {
                var pending = await SuggestionWriting.TakePendingAsync(db, suggestion.Id, cancellationToken);
                var applied = pending.Refusal ?? await changes.ApplyAsync(db, cancellationToken);
                if (applied.Refusal is { } refusal)
                {
                    return refusal;
                }

                var now = clock.GetUtcNow();
                await RecordAsync(db, pending.Value!, made, applied.Value, now, cancellationToken);
                await NotifyAsync(db, pending.Value!, made, now, cancellationToken);
                return await ReplyAsync(db, pending.Value!, made, answer.Value, cancellationToken);
            },
            _ => [PageTags.Changes, .. changes.Tags],
            cancellationToken);
        if (answeredIn.Value is { } conversation)
        {
            await change.TellAsync(conversation, CancellationToken.None);
        }

        return answeredIn.Refusal is { } refused ? refused : default(Done);
    }

    /// <summary>Renders what the comment will be answered with: that takes time, and during the transaction others wait.</summary>
    private async Task<Outcome<RenderedComment?>> RenderAsync(Suggestion suggestion, Decision made, CancellationToken cancellationToken)
    {
        if (suggestion.CommentId is null)
        {
            return (RenderedComment?)null;
        }

        var said = string.Create(
            CultureInfo.InvariantCulture,
            $"This became [suggestion {suggestion.Id}](/suggestions/{suggestion.Id}), which was {made.Past}. {made.Reason}").TrimEnd();
        var rendered = await text.RenderAsync(said, cancellationToken);
        return rendered.Refusal is { } refusal ? refusal : rendered.Value;
    }

    private static async Task RecordAsync(
        GuideDb db, Suggestion suggestion, Decision made, int? entryId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (made.Second is { } second)
        {
            suggestion.Second(second, network: null, now);
        }

        if (made.Amended is { } amended)
        {
            suggestion.Propose(amended);
        }

        suggestion.Decide(new SuggestionDecision(made.State, made.By.MemberId, now, made.Reason, entryId));
        db.Log.Add(new LogEntry(made.By, made.Past, suggestion.Subject, made.Reason, now));
        await db.SaveChangesAsync(cancellationToken);
    }

    private static async Task NotifyAsync(
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
    private async Task<int?> ReplyAsync(
        GuideDb db, Suggestion suggestion, Decision made, RenderedComment? answer, CancellationToken cancellationToken)
    {
        if (answer is null || suggestion.CommentId is not { } commentId)
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
        return (await comments.RunAsync(db, made.By, ReplyTarget.Below(commentId), said, cancellationToken)).Value?.ConversationId;
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

    /// <summary>What the log calls it.</summary>
    public string Past => State == SuggestionState.Approved ? "approved" : "declined";
}

using LlmGuide.Core.Data;
using LlmGuide.Core.Members;
using LlmGuide.Core.Revisions;
using LlmGuide.Core.Suggestions.Decisions;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Suggestions.Making;

/// <summary>
/// The guide proposes what its own content says otherwise than the catalogue. Of each subject one such suggestion is pending: a newer
/// one takes its place.
/// </summary>
public sealed class ProposeUpdate(SuggestionWriting writing)
{
    /// <param name="subject">What it is called; of something new its key and title.</param>
    /// <param name="now">How it is now; <c>null</c> for something new.</param>
    /// <param name="wanted">The draft that it should have, as JSON.</param>
    /// <param name="why">What speaks for it, in a sentence.</param>
    internal async Task RunAsync(LogSubject subject, SubjectState? now, string wanted, string why, CancellationToken cancellationToken)
    {
        var proposal = new Proposal(SuggestionKind.Update, wanted, why)
        {
            SubjectKind = subject.Kind,
            SubjectId = now?.Id,
            SubjectKey = subject.Key,
            Title = subject.Title,
            SubjectVersion = now?.Version ?? 0,
            Was = now?.Json,
        };
        await writing.RunTakingAsync<Done>(
            async db =>
            {
                var pending = await db.Suggestions.FirstOrDefaultAsync(s => s.PendingKey == proposal.Key, cancellationToken);
                if (pending is not null)
                {
                    pending.Submit(proposal, network: null, writing.Now);
                    return default(Done);
                }

                var suggestion = new Suggestion(proposal, Actor.Guide, commentId: null, network: null, writing.Now);
                db.Suggestions.Add(suggestion);
                await db.SaveChangesAsync(cancellationToken);
                SuggestionWriting.Log(db, Actor.Guide, "suggested", suggestion, "", writing.Now);
                return default(Done);
            },
            cancellationToken);
    }
}

using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Catalogue.Topics.Checks;
using LlmGuide.Core.Data;
using LlmGuide.Core.Learning.Marks;
using LlmGuide.Core.Members;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Learning.Reviews;

/// <summary>Answers a check for a member, and says when it comes back.</summary>
public sealed class AnswerCheck(Writing writing, TimeProvider clock)
{
    /// <param name="topic">The slug of the topic.</param>
    /// <param name="check">The slug of the check in it.</param>
    /// <param name="helped">Whether the hint was read before; such an answer is no first try.</param>
    /// <returns>What is said of it. What is no answer is refused, and is no try.</returns>
    public async Task<Outcome<AnsweredCheck>> RunAsync(
        Actor actor, string topic, string check, CheckAnswer answer, bool helped, CancellationToken cancellationToken)
    {
        if (!actor.May(Permission.TrackReading))
        {
            return Refusal.NotAllowed("You may read, but not have answers kept, until your suspension ends.");
        }

        return await writing.RunShortAsync<AnsweredCheck>(
            async db =>
            {
                var asked = await db.Topics.AsNoTracking().Where(t => t.Slug == topic)
                    .Select(t => new { t.Id, t.Checks }).FirstOrDefaultAsync(cancellationToken);
                if (asked?.Checks.FirstOrDefault(one => one.Slug == check) is not { } found)
                {
                    return Refusal.NotThere("This question no longer exists.");
                }

                if (!found.Mark(answer).TryGet(out var result, out var refusal))
                {
                    return refusal;
                }

                await Marking.HoldAsync(writing, db, actor.Id, cancellationToken);
                var card = await db.CheckCards.FirstOrDefaultAsync(
                    c => c.MemberId == actor.Id && c.TopicId == asked.Id && c.Check == check, cancellationToken);
                if (card is null)
                {
                    card = new CheckCard(actor.Id, asked.Id, check);
                    db.CheckCards.Add(card);
                }

                card.Answer(result.Verdict, helped, clock.GetUtcNow());
                return new AnsweredCheck(result, card.DueAt);
            },
            cancellationToken);
    }
}

/// <param name="Result">What is said of the answer.</param>
/// <param name="DueAt">When it comes back.</param>
public sealed record AnsweredCheck(CheckResult Result, DateTimeOffset DueAt);

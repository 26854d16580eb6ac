using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Data;
using LlmGuide.Core.Members;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Learning.Marks;

/// <summary>Says how long a work took somebody who has read it, or takes that back.</summary>
public sealed class ReportMinutes(Writing writing)
{
    /// <summary>A hundred hours: a course.</summary>
    public const int Longest = 6_000;

    /// <param name="slug">The work's, as it is now.</param>
    /// <param name="minutes">From 1 to <see cref="Longest"/>; <c>null</c> says nothing any more.</param>
    public async Task<Outcome<Done>> RunAsync(Actor actor, string slug, int? minutes, CancellationToken cancellationToken)
    {
        if (!actor.May(Permission.TrackReading))
        {
            return Refusal.NotAllowed("You may read, but not say how long it took, until your suspension ends.");
        }

        if (minutes is < 1 or > Longest)
        {
            return Refusal.Rule($"Give a number of minutes from 1 to {Longest.ToInvariantString()}.", "Minutes");
        }

        return await writing.RunAsync<Done>(
            async db =>
            {
                var works = db.Resources;
                await Marking.HoldAsync(writing, db, actor.Id, cancellationToken);
                var mark = await db.ReadingMarks.FirstOrDefaultAsync(
                    m => m.MemberId == actor.Id && works.Any(r => r.Id == m.ResourceId && r.Slug == slug), cancellationToken);
                if (mark is not { State: ReadingState.Read })
                {
                    return Refusal.Rule("Mark the work as read first.");
                }

                mark.Took(minutes);
                return default(Done);
            },
            _ => [PageTags.Resource(slug)],
            cancellationToken);
    }
}

using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Data;
using LlmGuide.Core.LinkChecks;
using LlmGuide.Core.Members;
using LlmGuide.Core.Suggestions.Decisions;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Suggestions.Making;

/// <summary>
/// Takes people's word that a link leads nowhere, as one failed look at it: it is suspect until a round, or a curator, has looked again.
/// </summary>
public sealed class ReportDeadLink(Writing writing, TimeProvider clock)
{
    internal async Task<Outcome<Done>> RunAsync(
        Proposal proposal, Actor by, string reason, Func<GuideDb, int?, Task<Refusal?>> also, CancellationToken cancellationToken)
    {
        Resource? work = null;
        return await writing.RunAsync<Done>(
            async db =>
            {
                work = await db.Resources.FirstOrDefaultAsync(r => r.Id == proposal.SubjectId, cancellationToken);
                if (work is null)
                {
                    return Refusal.Rule("What this is about is no longer in the guide.");
                }

                var check = await RecordLink.CheckAsync(db, work.Id, work.Url, cancellationToken);
                check.Note(new LinkCheckResult(LinkVerdict.Failed, "Readers report that it is broken."), clock.GetUtcNow(), null);
                var entry = new LogEntry(
                    by, "reported a broken link in", new LogSubject(LogKind.Resource, work.Slug, work.Title), reason, clock.GetUtcNow());
                db.Log.Add(entry);
                await db.SaveChangesAsync(cancellationToken);
                await RecordLink.ShowAsync(db, check, cancellationToken);
                return await also(db, entry.Id) is { } refusal ? refusal : default(Done);
            },
            _ => [PageTags.Changes, PageTags.Catalogue, PageTags.Resource(work!.Slug)],
            cancellationToken);
    }
}

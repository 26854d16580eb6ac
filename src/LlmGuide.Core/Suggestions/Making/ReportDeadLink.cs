using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Data;
using LlmGuide.Core.LinkChecks;
using LlmGuide.Core.Members;
using LlmGuide.Core.Suggestions.Decisions;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Suggestions.Making;

/// <summary>
/// Takes people's word that a link leads nowhere, as one failed look at it: it is suspect until a round, or a curator, has looked again.
/// </summary>
public sealed class ReportDeadLink(TimeProvider clock)
{
    internal SuggestedChange Prepare(Proposal proposal, Actor by, string reason) => new(
        [PageTags.Catalogue, PageTags.Resource(proposal.SubjectKey!)],
        (db, cancellationToken) => ApplyAsync(db, proposal, by, reason, cancellationToken));

    private async Task<Outcome<int?>> ApplyAsync(
        GuideDb db, Proposal proposal, Actor by, string reason, CancellationToken cancellationToken)
    {
        if (await db.Resources.FirstOrDefaultAsync(r => r.Id == proposal.SubjectId, cancellationToken) is not { } work)
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
        return entry.Id;
    }
}

using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Data;
using LlmGuide.Core.Members;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.LinkChecks;

/// <summary>Marks a link as fine: a person has opened it.</summary>
public sealed class ConfirmLink(Writing writing, TimeProvider clock)
{
    /// <param name="actor">Who may check links.</param>
    public async Task<Outcome<Done>> RunAsync(Actor actor, string slug, CancellationToken cancellationToken)
    {
        if (!actor.May(Permission.CheckLinks))
        {
            return Refusal.NotAllowed();
        }

        return await writing.RunTakingAsync<Done>(
            async db =>
            {
                if (await db.Resources.AsNoTracking().Where(r => r.Slug == slug)
                    .Select(r => new { r.Id, r.Title, r.Url }).FirstOrDefaultAsync(cancellationToken) is not { } work)
                {
                    return Refusal.NotThere();
                }

                var check = await RecordLink.CheckAsync(db, work.Id, work.Url, cancellationToken);
                check.Vouch(clock.GetUtcNow());
                await RecordLink.ShowAsync(db, check, cancellationToken);
                db.Log.Add(new LogEntry(
                    actor, "confirmed the link of", new LogSubject(LogKind.Resource, slug, work.Title), "", clock.GetUtcNow()));
                return default(Done);
            },
            _ => [PageTags.Resource(slug), PageTags.Catalogue, PageTags.Changes],
            cancellationToken);
    }
}

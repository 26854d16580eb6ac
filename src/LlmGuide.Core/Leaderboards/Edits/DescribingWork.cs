using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Leaderboards.Edits;

/// <summary>The work of the guide that describes a benchmark or a result.</summary>
internal static class DescribingWork
{
    /// <param name="db">In a transaction.</param>
    /// <param name="slug">As a draft names it; empty for none.</param>
    /// <param name="own">
    /// What describes it so far. That may be removed by now, and can come back: whoever changes something else need not mend that first.
    /// </param>
    public static async Task<(Resource? Work, Refusal? Refusal)> FindAsync(
        GuideDb db, string? slug, Resource? own, CancellationToken cancellationToken)
    {
        if (slug is not { Length: > 0 })
        {
            return default;
        }

        var work = own?.Slug == slug ? own : await db.Resources.FirstOrDefaultAsync(r => r.Slug == slug, cancellationToken);
        return work is null ? (null, Refusal.Rule($"There is no resource “{slug}”.", nameof(ResultDraft.Resource))) : (work, null);
    }
}

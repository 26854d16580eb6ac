using LlmGuide.Core.Data;
using LlmGuide.Core.Members;
using LlmGuide.Core.Revisions;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Catalogue.Resources.Edits;

/// <summary>Says of resources that somebody has looked at them and they are still good.</summary>
public sealed class ConfirmResources(Writing writing, TimeProvider clock)
{
    /// <param name="actor">A curator.</param>
    /// <param name="ids">Which; at most <see cref="Editing.MostAtOnce"/>. Those that are not in the guide are passed over.</param>
    /// <returns>How many there were.</returns>
    public async Task<Outcome<int>> RunAsync(Actor actor, IReadOnlyCollection<int> ids, CancellationToken cancellationToken)
    {
        if (!actor.May(Permission.EditCatalogue))
        {
            return Refusal.NotAllowed();
        }

        if (ids.Count is 0 or > Editing.MostAtOnce)
        {
            return Refusal.Rule(ids.Count == 0 ? "Select at least one resource." : $"At most {Editing.MostAtOnce} at once, please.");
        }

        return await writing.RunAsync<int>(
            async db =>
            {
                var now = clock.GetUtcNow();
                var found = await db.Resources.Where(r => ids.Contains(r.Id)).OrderBy(r => r.Id).ToListAsync(cancellationToken);
                foreach (var resource in found)
                {
                    resource.Confirm(now);
                    db.Log.Add(new LogEntry(actor, "confirmed", ((IRevised)resource).Subject, "", now));
                }

                return found.Count;
            },
            _ => [PageTags.Changes],
            cancellationToken);
    }
}

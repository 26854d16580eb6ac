using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Leaderboards.Models;

/// <summary>
/// Makes a model another name of one, or one of its own again. Who was merged into it goes along, and comes back with it: of each it is
/// kept what a curator said, and where that leads in the end is worked out anew.
/// </summary>
internal sealed class ModelMerge(GuideDb db, ScoredModel model)
{
    /// <returns>Why not.</returns>
    public async Task<Refusal?> ApplyAsync(string? into, CancellationToken cancellationToken)
    {
        if (into == model.MergedInto?.Slug)
        {
            return null;
        }

        var target = into is null ? null : await db.Models.FirstOrDefaultAsync(m => m.Slug == into, cancellationToken);
        if (into is not null && target is null)
        {
            return Refusal.Rule($"There is no model “{into}”.", nameof(ModelDraft.MergedInto));
        }

        // Not paged: the names of one model or two.
        var (root, targetRoot) = (model.ShownAsId ?? model.Id, target?.ShownAsId ?? target?.Id);
        var family = await db.Models.Where(m => m.Id == root || m.ShownAsId == root || m.Id == targetRoot || m.ShownAsId == targetRoot)
            .ToDictionaryAsync(m => m.Id, cancellationToken);
        for (var next = target; next is not null; next = next.MergedIntoId is { } further ? family[further] : null)
        {
            if (next == model)
            {
                return Refusal.Rule($"“{target!.Title}” is itself shown as “{model.Title}”.", nameof(ModelDraft.MergedInto));
            }
        }

        model.Merge(target);
        foreach (var one in family.Values)
        {
            one.Show(RootOf(one));
        }

        return null;
    }

    private static ScoredModel? RootOf(ScoredModel one)
    {
        var root = one;
        while (root.MergedInto is { } further)
        {
            root = further;
        }

        return root == one ? null : root;
    }
}

using System.Globalization;

using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Leaderboards.Models;

/// <summary>Gives every name that results use a model, and with it an address.</summary>
internal static class ModelNames
{
    /// <summary>Adds those that are missing; they are written with the rest of the transaction.</summary>
    /// <param name="names">As results have them; some thousands at most.</param>
    public static async Task EnsureAsync(GuideDb db, IReadOnlyCollection<string> names, CancellationToken cancellationToken)
    {
        var known = await db.Models.Where(m => names.Contains(m.Name)).Select(m => m.Name).ToListAsync(cancellationToken);
        var missing = names.Except(known, StringComparer.Ordinal)
            .Except(db.Models.Local.Select(m => m.Name), StringComparer.Ordinal).ToList();
        if (missing.Count == 0)
        {
            return;
        }

        var wanted = missing.ToDictionary(name => name, PlainSlug, StringComparer.Ordinal);
        var plain = wanted.Values.Distinct(StringComparer.Ordinal).ToList();
        var taken = new HashSet<string>(await TakenAsync(db, plain, cancellationToken), StringComparer.Ordinal);
        taken.UnionWith(db.Models.Local.Select(m => m.Slug));
        foreach (var name in missing)
        {
            db.Models.Add(new ScoredModel(await FreeAsync(db, wanted[name], taken, cancellationToken), name));
        }
    }

    /// <summary>A slug for a name, whether it is free or not.</summary>
    public static string PlainSlug(string name) => Slug.Of(name) is { Length: > 0 } slug && !Slug.IsReserved(slug) ? slug : "model";

    /// <summary>The nth slug that is tried for a name: with a number from the second on.</summary>
    public static string Numbered(string plain, int number)
    {
        var ending = number == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"-{number}");
        return plain[..Math.Min(plain.Length, Slug.MaxLength - ending.Length)].TrimEnd('-') + ending;
    }

    private static async Task<string> FreeAsync(GuideDb db, string plain, HashSet<string> taken, CancellationToken cancellationToken)
    {
        for (var number = 1; ; number++)
        {
            var slug = Numbered(plain, number);
            if (taken.Add(slug) && (number == 1 || (await TakenAsync(db, [slug], cancellationToken)).Count == 0))
            {
                return slug;
            }
        }
    }

    private static async Task<List<string>> TakenAsync(
        GuideDb db, IReadOnlyCollection<string> slugs, CancellationToken cancellationToken) =>
    [
        .. await db.Models.Where(m => slugs.Contains(m.Slug)).Select(m => m.Slug).ToListAsync(cancellationToken),
        .. await db.FormerSlugs.Where(f => f.Owner == SlugOwner.Model && slugs.Contains(f.Slug)).Select(f => f.Slug)
            .ToListAsync(cancellationToken),
    ];
}

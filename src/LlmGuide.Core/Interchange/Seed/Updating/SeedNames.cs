using LlmGuide.Core.Data;
using LlmGuide.Core.Interchange.Seed.Kept;
using LlmGuide.Core.Leaderboards.Models;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Interchange.Seed.Updating;

/// <summary>What each subject of the seed is called here, once the update is done.</summary>
internal sealed class SeedNames
{
    private readonly Dictionary<(LogKind Kind, string Key), string> _seed = [];
    private readonly Dictionary<(LogKind Kind, string Key), string> _here = [];

    /// <param name="was">What the last seed called it; <c>null</c> for what is new.</param>
    /// <param name="key">What the new seed calls it; <c>null</c> for what it has no longer.</param>
    /// <param name="here">What it is called here.</param>
    /// <returns>The slug that it is to get here; <c>null</c> where it keeps what it has.</returns>
    public string? Add(LogKind kind, string? was, string? key, string here)
    {
        var renamed = was is not null && key is not null && was != key && here == was;
        var name = renamed ? key! : here;
        foreach (var known in (string?[])[was, key])
        {
            if (known is not null)
            {
                _seed[(kind, known)] = name;
            }
        }

        _here[(kind, here)] = name;
        return renamed ? name : null;
    }

    /// <summary>Says what models are called here, which results name and the seed may say nothing else of.</summary>
    public async Task AddModelsAsync(GuideDb db, IEnumerable<SeededSubject> models, CancellationToken cancellationToken)
    {
        var names = models.Select(m => m.Read()["mergedInto"]?.GetValue<string>()).OfType<string>().Distinct().ToList();
        foreach (var model in await db.Models.AsNoTracking().Where(m => names.Contains(m.Name))
            .Select(m => new { m.Name, m.Slug }).ToListAsync(cancellationToken))
        {
            _seed[(LogKind.Model, model.Name)] = model.Slug;
        }
    }

    public string OfSeed(LogKind kind, string key) => _seed.GetValueOrDefault((kind, key), key);

    public string OfHere(LogKind kind, string key) => _here.GetValueOrDefault((kind, key), key);
}

using LlmGuide.Core.Leaderboards.Models;
using LlmGuide.Core.Leaderboards.Results;

namespace LlmGuide.Core.Interchange.Seed;

/// <summary>A model for each name that results use; those that mean the same one are merged, as the seed says.</summary>
internal sealed class SeedModels(IReadOnlyList<Located<SeedModel>> seed, IReadOnlyList<BenchmarkResult> results)
{
    private readonly HashSet<string> _slugs = new(StringComparer.Ordinal);

    public IReadOnlyList<ScoredModel> Build()
    {
        var models = new List<ScoredModel>();
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in seed.Select(at => at.Value))
        {
            var shown = Model(row.ResultsOf[0], row.Name!);
            shown.Describe(row.Vendor, row.Released);
            models.Add(shown);
            named.UnionWith(row.ResultsOf);
        }

        foreach (var (row, shown) in seed.Select(at => at.Value).Zip([.. models]))
        {
            foreach (var name in row.ResultsOf.Skip(1))
            {
                var other = Model(name, name);
                other.Merge(shown);
                other.Show(shown);
                models.Add(other);
            }
        }

        models.AddRange(results.Where(r => r.Reference is null).Select(r => r.Model).Distinct(StringComparer.Ordinal)
            .Where(name => !named.Contains(name)).Select(name => Model(name, name)));
        return models;
    }

    private ScoredModel Model(string name, string title)
    {
        var plain = ModelNames.PlainSlug(title);
        var slug = plain;
        for (var number = 2; !_slugs.Add(slug); number++)
        {
            slug = ModelNames.Numbered(plain, number);
        }

        var model = new ScoredModel(slug, name);
        model.Rename(slug, title);
        return model;
    }
}

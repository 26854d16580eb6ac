using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Leaderboards.Models;

/// <summary>All models that have results, the newest first: one page.</summary>
public sealed class ModelListQuery(IDbContextFactory<GuideDb> databases)
{
    public const int PageSize = 50;

    /// <summary>Filters offer no more than this many values.</summary>
    private const int MostChoices = 200;

    /// <param name="page">Counted from 1; what does not exist becomes the nearest that does.</param>
    public async Task<ModelListView> RunAsync(ModelFilter filter, long page, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        var all = Shown(db);
        var found = Filtered(db, all, filter);
        var total = await found.CountAsync(cancellationToken);
        var number = PageNumber.Clamp(page, total, PageSize);
        var rows = await found.OrderByDescending(m => m.Released).ThenByDescending(m => m.First).ThenBy(m => m.Title).ThenBy(m => m.Id)
            .Skip((number - 1) * PageSize).Take(PageSize).ToListAsync(cancellationToken);
        var vendors = await all.Where(m => m.Vendor != null).GroupBy(m => m.Vendor!).Select(g => new { g.Key, Count = g.Count() })
            .OrderByDescending(g => g.Count).ThenBy(g => g.Key).Take(MostChoices).Select(g => g.Key).ToListAsync(cancellationToken);
        var years = await all.Where(m => m.First != null).Select(m => m.First!.Value).Distinct()
            .OrderByDescending(year => year).Take(MostChoices).ToListAsync(cancellationToken);
        return new ModelListView(new Page<ModelRow>(rows, number, PageSize, total), vendors, years);
    }

    /// <summary>One row for each model that is shown, whatever its results call it.</summary>
    internal static IQueryable<ModelRow> Shown(GuideDb db) =>
        from m in db.Models.AsNoTracking()
        join counted in
            from r in db.Results
            where r.Reference == null
            join name in db.Models on r.Model equals name.Name
            group r by name.ShownAsId ?? name.Id into results
            select new
            {
                Id = results.Key,
                Results = results.Count(),
                Benchmarks = results.Select(r => r.BenchmarkId).Distinct().Count(),
                First = results.Min(r => r.Year),
            }
            on m.Id equals counted.Id
        select new ModelRow
        {
            Id = m.Id,
            Slug = m.Slug,
            Title = m.Title,
            Vendor = m.Vendor,
            Released = m.Released,
            First = counted.First,
            Results = counted.Results,
            Benchmarks = counted.Benchmarks,
        };

    private static IQueryable<ModelRow> Filtered(GuideDb db, IQueryable<ModelRow> models, ModelFilter filter)
    {
        if (filter.Text?.Trim().ToLowerInvariant() is { Length: > 0 } wanted)
        {
            var names = db.Models.Where(n => n.Name.ToLower().Contains(wanted) || n.Title.ToLower().Contains(wanted))
                .Select(n => n.ShownAsId ?? n.Id);
            models = models.Where(m => names.Contains(m.Id));
        }

        models = filter.Vendor is { Length: > 0 } vendor ? models.Where(m => m.Vendor == vendor) : models;
        return filter.Year is { } year ? models.Where(m => m.First == year) : models;
    }
}

/// <param name="Text">In its name, or in a name that a source gives it.</param>
/// <param name="Year">Of its first result.</param>
public sealed record ModelFilter(string? Text = null, string? Vendor = null, int? Year = null);

/// <param name="Vendors">Those with most models first.</param>
/// <param name="Years">Latest first.</param>
public sealed record ModelListView(Page<ModelRow> Models, IReadOnlyList<string> Vendors, IReadOnlyList<int> Years);

/// <summary>A model with how much is known of it.</summary>
public sealed record ModelRow
{
    public int Id { get; init; }

    public string Slug { get; init; } = "";

    public string Title { get; init; } = "";

    public string? Vendor { get; init; }

    public string? Released { get; init; }

    /// <summary>The year of its first result.</summary>
    public int? First { get; init; }

    public int Results { get; init; }

    public int Benchmarks { get; init; }

    /// <summary>When it came out, or the year of its first result.</summary>
    public string? Date => Released ?? First?.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

using System.Globalization;

using LlmGuide.Core.Leaderboards.Benchmarks;
using LlmGuide.Web.Shared;
using LlmGuide.Web.Shared.Display;

namespace LlmGuide.Web.Leaderboards.Benchmarks;

/// <summary>What the query string of a leaderboard asks for. What does not exist is left out, and the page says so.</summary>
internal sealed class BoardQuestion
{
    private readonly List<string> _complaints = [];
    private readonly string _slug;

    private BoardQuestion(string slug, BoardFilter filter, long page)
    {
        _slug = slug;
        Filter = filter;
        Page = page;
    }

    public BoardFilter Filter { get; private set; }

    public long Page { get; }

    /// <summary>What was left out, each in a sentence.</summary>
    public IReadOnlyList<string> Errors => _complaints;

    public bool IsFiltered => Filter is not { Setting: null, Year: null, Version: null, Measured: null };

    public static BoardQuestion Read(string slug, IQueryCollection query)
    {
        var (sort, year, page) = (query["sort"].ToString(), query["year"].ToString(), query["page"].ToString());
        var reversed = sort.StartsWith('-');
        var asked = new BoardQuestion(
            slug,
            new BoardFilter(
                Text(reversed ? sort[1..] : sort), reversed, Text(query["setting"].ToString()),
                int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null,
                Text(query["version"].ToString()), Text(query["measured"].ToString())),
            long.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) && wanted > 0 ? wanted : 1);
        if (year.Length > 0 && asked.Filter.Year is null)
        {
            asked._complaints.Add($"“{Labels.Excerpt(year, 40)}” is not a year; all are shown.");
        }

        if (page.Length > 0 && wanted < 1)
        {
            asked._complaints.Add($"There is no page “{Labels.Excerpt(page, 40)}”; this is the first.");
        }

        return asked;

        static string? Text(string value) => value.Length == 0 ? null : value;
    }

    /// <summary>Notes what only the answer could tell.</summary>
    public void CheckAgainst(BoardView answer)
    {
        if (Filter.Setting is { } setting && answer.Setting is null)
        {
            _complaints.Add($"There is no setting “{Labels.Excerpt(setting, 40)}” here; all are shown.");
            Filter = Filter with { Setting = null };
        }

        if (Filter.Version is { } version && answer.Version is null)
        {
            _complaints.Add($"There is no version “{Labels.Excerpt(version, 40)}” here; all are shown.");
            Filter = Filter with { Version = null };
        }

        if (Filter.Measured is { } measured && measured is not (BoardFilter.Independent or BoardFilter.SelfReported))
        {
            _complaints.Add(
                $"Results are {BoardFilter.Independent} or {BoardFilter.SelfReported}, "
                + $"not “{Labels.Excerpt(measured, 40)}”; all are shown.");
            Filter = Filter with { Measured = null };
        }

        var orders = answer.Columns.Select(c => c.Key).Concat([BoardFilter.ByModel, BoardFilter.ByDate, BoardFilter.BySource]).ToList();
        if (Filter.Sort is { } sort && !orders.Contains(sort, StringComparer.Ordinal))
        {
            _complaints.Add($"There is no order “{Labels.Excerpt(sort, 40)}”; it can be {string.Join(", ", orders)}.");
            Filter = Filter with { Sort = null };
        }

        if (Page > answer.Results.Last)
        {
            _complaints.Add(string.Create(CultureInfo.InvariantCulture, $"There is no page {Page}; this is the last."));
        }
    }

    public string Address(int page) => AddressOf(Filter, page);

    /// <summary>The same results in another order; asked twice for one order, the other way round.</summary>
    public string SortedBy(string key, bool isCurrent) =>
        AddressOf(Filter with { Sort = key, Reversed = isCurrent && !Filter.Reversed }, 1);

    private string AddressOf(BoardFilter filter, int page) => Links.With(
        Links.Benchmark(_slug),
        new("sort", filter.Sort is null ? null : (filter.Reversed ? "-" : "") + filter.Sort),
        new("setting", filter.Setting),
        new("version", filter.Version),
        new("measured", filter.Measured),
        new("year", filter.Year?.ToString(CultureInfo.InvariantCulture)),
        PageParameter.For(page));
}

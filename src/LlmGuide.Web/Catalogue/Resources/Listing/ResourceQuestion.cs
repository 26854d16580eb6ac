using System.Globalization;

using LlmGuide.Core;
using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Web.Shared;

namespace LlmGuide.Web.Catalogue.Resources.Listing;

/// <summary>
/// What the query string of the list asks for. A value that does not exist is not an error: it is left out, and the page
/// says so.
/// </summary>
internal sealed class ResourceQuestion
{
    public const int LongestText = 200;

    /// <summary>More values of one filter than anything has are not read.</summary>
    private const int MostValues = 50;

    private readonly List<string> _complaints = [];

    private ResourceQuestion(IQueryCollection query)
    {
        Filter = new ResourceFilter
        {
            Topics = [.. Values(query, "topic").Distinct(StringComparer.Ordinal)],
            Kinds = Read<ResourceKind>(query, "kind"),
            Levels = Read<ResourceLevel>(query, "level"),
            Years = Years(query),
            Statuses = Read<LinkStatus>(query, "status"),
            Text = Text(query),
            Sort = Read<ResourceSort>(query, "sort") is [var sort, ..] ? sort : ResourceSort.Path,
        };
        Page = PageNumber(query["page"].ToString());
    }

    public static ResourceQuestion Everything => new(QueryCollection.Empty);

    public ResourceFilter Filter { get; }

    public long Page { get; }

    /// <summary>What was left out, each in a sentence.</summary>
    public IReadOnlyList<string> Errors => _complaints;

    public bool IsFiltered => !Filter.IsEmpty;

    public static ResourceQuestion Read(IQueryCollection query) => new(query);

    /// <summary>Notes what only the answer could tell: a topic that does not exist, a page past the end.</summary>
    public void CheckAgainst(ResourceListView answer)
    {
        foreach (var topic in Filter.Topics.Where(topic => answer.Topics.All(t => t.Slug != topic)))
        {
            _complaints.Add($"There is no topic “{Shortened(topic)}”.");
        }

        if (Page > answer.Resources.Last)
        {
            _complaints.Add($"There is no page {Page}; this is the last.");
        }
    }

    /// <summary>The address of a page of the same list.</summary>
    public string Address(int page) => AddressOf(Filter, page);

    /// <summary>The address of the list with other filters.</summary>
    public static string AddressOf(ResourceFilter filter, int page = 1) => Links.With(
        Links.Resources,
        [
            .. filter.Topics.Select(topic => Part("topic", topic)),
            .. filter.Kinds.Select(kind => Part("kind", kind.ToSlug())),
            .. filter.Levels.Select(level => Part("level", level.ToSlug())),
            .. filter.Years.Select(year => Part("year", year.ToInvariantString())),
            .. filter.Statuses.Select(status => Part("status", status.ToSlug())),
            Part("q", filter.Text),
            Part("sort", filter.Sort == ResourceSort.Path ? null : filter.Sort.ToSlug()),
            PageParameter.For(page),
        ]);

    private static KeyValuePair<string, string?> Part(string key, string? value) => new(key, value);

    private static IEnumerable<string> Values(IQueryCollection query, string key) =>
        query[key].OfType<string>().Where(value => value.Length > 0).Take(MostValues);

    private IReadOnlyList<T> Read<T>(IQueryCollection query, string key)
        where T : struct, Enum
    {
        var known = new List<T>();
        foreach (var value in Values(query, key))
        {
            if (Names.Parse<T>(value) is { } one)
            {
                known.Add(one);
            }
            else
            {
                _complaints.Add(
                    $"There is no {key} “{Shortened(value)}”; it is left out. It can be {string.Join(", ", Names.All<T>())}.");
            }
        }

        return [.. known.Distinct()];
    }

    private IReadOnlyList<int> Years(IQueryCollection query)
    {
        var known = new List<int>();
        foreach (var value in Values(query, "year"))
        {
            if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var year))
            {
                known.Add(year);
            }
            else
            {
                _complaints.Add($"“{Shortened(value)}” is not a year; it is left out.");
            }
        }

        return [.. known.Distinct()];
    }

    private string? Text(IQueryCollection query)
    {
        var text = query["q"].ToString().Trim();
        if (text.Length > LongestText)
        {
            _complaints.Add($"The text to look for is longer than {LongestText} characters; only its beginning was used.");
            text = text[..LongestText];
        }

        return text.Length == 0 ? null : text;
    }

    private long PageNumber(string value)
    {
        if (value.Length == 0)
        {
            return 1;
        }

        if (long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var page) && page > 0)
        {
            return page;
        }

        _complaints.Add($"There is no page “{Shortened(value)}”; this is the first.");
        return 1;
    }

    private static string Shortened(string value) => value.Length > 40 ? value[..40] + "…" : value;
}

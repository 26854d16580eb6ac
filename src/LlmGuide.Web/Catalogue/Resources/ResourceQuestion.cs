using System.Globalization;

using LlmGuide.Core;
using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Web.Shared;

namespace LlmGuide.Web.Catalogue.Resources;

/// <summary>
/// What the query string of the list asks for. A value that does not exist is not an error: it is left out, and the page
/// says so.
/// </summary>
internal sealed class ResourceQuestion
{
    public const int LongestText = 200;

    private readonly List<string> _complaints = [];

    private ResourceQuestion(ResourceFilter filter, long page)
    {
        Filter = filter;
        Page = page;
    }

    public static ResourceQuestion Everything => new(new ResourceFilter(), 1);

    public ResourceFilter Filter { get; }

    public long Page { get; }

    /// <summary>What was left out, each in a sentence.</summary>
    public IReadOnlyList<string> Errors => _complaints;

    public bool IsFiltered => Filter with { Sort = ResourceSort.Path } != new ResourceFilter();

    public static ResourceQuestion Read(IQueryCollection query)
    {
        var complaints = new List<string>();
        var text = query["q"].ToString().Trim();
        if (text.Length > LongestText)
        {
            complaints.Add($"The text to look for is longer than {LongestText} characters; only its beginning was used.");
            text = text[..LongestText];
        }

        var filter = new ResourceFilter(
            query["topic"].ToString() is { Length: > 0 } topic ? topic : null,
            One<ResourceKind>("kind"),
            One<ResourceLevel>("level"),
            Year(),
            One<LinkStatus>("status"),
            text.Length == 0 ? null : text,
            One<ResourceSort>("sort") ?? ResourceSort.Path);
        var asked = new ResourceQuestion(filter, PageNumber());
        asked._complaints.AddRange(complaints);
        return asked;

        T? One<T>(string key)
            where T : struct, Enum
        {
            var value = query[key].ToString();
            var known = Names.Parse<T>(value);
            if (known is null && value.Length > 0)
            {
                complaints.Add($"There is no {key} “{Shortened(value)}”; all are shown. It can be {string.Join(", ", Names.All<T>())}.");
            }

            return known;
        }

        int? Year()
        {
            var value = query["year"].ToString();
            if (value.Length == 0)
            {
                return null;
            }

            if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var year))
            {
                return year;
            }

            complaints.Add($"“{Shortened(value)}” is not a year; all are shown.");
            return null;
        }

        long PageNumber()
        {
            var value = query["page"].ToString();
            if (value.Length == 0)
            {
                return 1;
            }

            if (long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var page) && page > 0)
            {
                return page;
            }

            complaints.Add($"There is no page “{Shortened(value)}”; this is the first.");
            return 1;
        }
    }

    /// <summary>Notes what only the answer could tell: a topic that does not exist, a page past the end.</summary>
    public void CheckAgainst(ResourceListView answer)
    {
        if (Filter.Topic is { } topic && answer.Topics.All(t => t.Slug != topic))
        {
            _complaints.Add($"There is no topic “{Shortened(topic)}”.");
        }

        if (Page > answer.Resources.Last)
        {
            _complaints.Add($"There is no page {Page}; this is the last.");
        }
    }

    /// <summary>The address of a page of the same list.</summary>
    public string Address(int page) => Links.With(
        Links.Resources,
        new("topic", Filter.Topic),
        new("kind", Filter.Kind is { } kind ? kind.ToSlug() : null),
        new("level", Filter.Level is { } level ? level.ToSlug() : null),
        new("year", Filter.Year?.ToString(CultureInfo.InvariantCulture)),
        new("status", Filter.Status is { } status ? status.ToSlug() : null),
        new("q", Filter.Text),
        new("sort", Filter.Sort == ResourceSort.Path ? null : Filter.Sort.ToSlug()),
        PageParameter.For(page));

    private static string Shortened(string value) => value.Length > 40 ? value[..40] + "…" : value;
}

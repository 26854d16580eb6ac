using System.Globalization;

using LlmGuide.Core;
using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Catalogue.Resources.Edits;
using LlmGuide.Web.Shared;
using LlmGuide.Web.Shared.Display;

namespace LlmGuide.Web.Catalogue.Resources.Edits;

/// <summary>
/// What the address of the table asks for. It goes to the browser and back as the parameter of an island, so it is plain text; a value
/// that does not exist is left out.
/// </summary>
public sealed record TableQuestion(
    string? Text = null, string? Topic = null, string? Kind = null, string? Level = null,
    string? Link = null, string? Status = null, string? Sort = null, bool Descending = false, int Page = 1)
{
    private const string Listed = "listed";
    private const string Removed = "removed";

    private const int LongestText = 200;

    public static readonly IReadOnlyList<(string Value, string Words)> Statuses = [(Listed, "In the guide"), (Removed, "Removed")];

    public static TableQuestion Read(IQueryCollection query)
    {
        string? One(string key) =>
            query[key].ToString().Trim() is { Length: > 0 } value ? value[..Math.Min(value.Length, LongestText)] : null;
        return new TableQuestion(
            One("q"), One("topic"), One("kind"), One("level"), One("link"), One("status"), One("sort"), One("dir") == "desc",
            int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : 1);
    }

    public CuratedFilter Filter => new(
        Text, Topic, Names.Parse<ResourceKind>(Kind), Names.Parse<ResourceLevel>(Level), Names.Parse<LinkStatus>(Link),
        Status switch { Listed => false, Removed => true, _ => null }, null,
        Names.Parse<CuratedSort>(Sort) ?? CuratedSort.Path, Descending);

    public string Address => Links.With(
        Links.CurateResources,
        [
            new("q", Text), new("topic", Topic), new("kind", Kind), new("level", Level),
            new("link", Link), new("status", Status), new("sort", Sort),
            new("dir", Descending ? "desc" : null), new("page", Page == 1 ? null : Page.ToString(CultureInfo.InvariantCulture)),
        ]);

    /// <summary>The same rows by a column; by the one that it is sorted by already, the other way round.</summary>
    public TableQuestion SortedBy(string column) => this with { Sort = column, Descending = Sort == column && !Descending, Page = 1 };

    /// <returns>Each filter in force, with what would be asked for without it.</returns>
    public IEnumerable<(string Words, TableQuestion Without)> Chips(IReadOnlyList<TopicLink> topics)
    {
        var all = this with { Page = 1 };
        (string? Words, TableQuestion Without)[] filters =
        [
            (Text is null ? null : $"“{Text}”", all with { Text = null }),
            (Topic is null ? null : topics.FirstOrDefault(topic => topic.Slug == Topic)?.Title ?? Topic, all with { Topic = null }),
            (Names.Parse<ResourceKind>(Kind) is { } kind ? Labels.Kind(kind) : null, all with { Kind = null }),
            (Names.Parse<ResourceLevel>(Level)?.ToString(), all with { Level = null }),
            (Names.Parse<LinkStatus>(Link) is { } link ? $"Link: {LinkBadges.Word(link)}" : null, all with { Link = null }),
            (Statuses.FirstOrDefault(status => status.Value == Status).Words, all with { Status = null }),
        ];
        return filters.Where(filter => filter.Words is not null).Select(filter => (filter.Words!, filter.Without));
    }
}

using System.Globalization;

using LlmGuide.Core;
using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Curation;
using LlmGuide.Web.Shared;

namespace LlmGuide.Web.Catalogue.Edits;

/// <summary>
/// What the address of the table asks for. It goes to the browser and back as the parameter of an island, so it is plain text; a value
/// that does not exist is left out.
/// </summary>
public sealed record TableQuestion(
    string? Text = null, string? Topic = null, string? Kind = null, string? Level = null, string? Link = null, string? Status = null, string? Sort = null, bool Descending = false, int Page = 1)
{
    private const string Listed = "listed";
    private const string Removed = "removed";

    private const int LongestText = 200;

    public static readonly IReadOnlyList<(string Value, string Words)> Statuses = [(Listed, "In the guide"), (Removed, "Removed")];

    public static TableQuestion Read(IQueryCollection query)
    {
        string? One(string key) => query[key].ToString().Trim() is { Length: > 0 } value ? value[..Math.Min(value.Length, LongestText)] : null;
        return new TableQuestion(
            One("q"), One("topic"), One("kind"), One("level"), One("link"), One("status"), One("sort"), One("dir") == "desc",
            int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : 1);
    }

    public CuratedFilter Filter => new(
        Text, Topic, Names.Parse<ResourceKind>(Kind), Names.Parse<ResourceLevel>(Level), Names.Parse<LinkStatus>(Link),
        Status switch { Listed => false, Removed => true, _ => null }, null, Names.Parse<CuratedSort>(Sort) ?? CuratedSort.Path, Descending);

    public bool IsFiltered => this with { Sort = null, Descending = false, Page = 1 } != new TableQuestion();

    public string Address => Links.With(
        Links.CurateResources,
        [
            new("q", Text), new("topic", Topic), new("kind", Kind), new("level", Level), new("link", Link), new("status", Status), new("sort", Sort),
            new("dir", Descending ? "desc" : null), new("page", Page == 1 ? null : Page.ToString(CultureInfo.InvariantCulture)),
        ]);

    /// <summary>The same rows by a column; by the one that it is sorted by already, the other way round.</summary>
    public TableQuestion SortedBy(CuratedSort column) => this with { Sort = Names.Of(column), Descending = Names.Is(Sort, column) && !Descending, Page = 1 };

    /// <summary>How a column is sorted, in the words of <c>aria-sort</c>.</summary>
    public string Sorted(CuratedSort column) => !Names.Is(Sort, column) ? "none" : Descending ? "descending" : "ascending";
}

namespace LlmGuide.Core.Search.Index;

/// <summary>
/// Something of the catalogue that can be found, with the texts by which it is found. The databases write it, from
/// <see cref="SearchSource"/>s; what was removed has none.
/// </summary>
public sealed class SearchEntry
{
    /// <summary>Stands between several names.</summary>
    public const string Separator = "; ";

    private SearchEntry()
    {
    }

    /// <summary>See <see cref="SearchSource.KeyOf"/>.</summary>
    public long Id { get; private set; }

    public SearchType Type { get; private set; }

    /// <summary>The id of the row that it was written from.</summary>
    public int ItemId { get; private set; }

    public string Slug { get; private set; } = "";

    public string Title { get; private set; } = "";

    /// <summary>Other names, joined by <see cref="Separator"/>.</summary>
    public string Names { get; private set; } = "";

    /// <summary>Other forms of its names, for the index alone: the initials of the title, and <see cref="NameForms"/>.</summary>
    public string Forms { get; private set; } = "";

    /// <summary>Who made it.</summary>
    public string Authors { get; private set; } = "";

    public string Summary { get; private set; } = "";

    /// <summary>Whatever else is said of it; Markdown, where that was written.</summary>
    public string Body { get; private set; } = "";

    /// <summary>Whether it is one of the works to read.</summary>
    public bool Essential { get; private set; }
}

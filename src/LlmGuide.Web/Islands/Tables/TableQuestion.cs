using System.Globalization;

using LlmGuide.Web.Shared;

namespace LlmGuide.Web.Islands.Tables;

/// <summary>
/// What the address of a table asks for. It goes to the browser and back as the parameter of an island, so it is plain text.
/// </summary>
/// <param name="Values">What is looked for, by the key that the address has for it; a key that is not there stands for "all".</param>
/// <param name="Sort">The column that the rows are sorted by, as <see cref="TableColumn{TRow}.Sort"/> has it.</param>
/// <param name="Descending">From the last to the first.</param>
/// <param name="Page">Counted from 1.</param>
public sealed record TableQuestion(
    string Path, IReadOnlyDictionary<string, string> Values, string? Sort = null, bool Descending = false, int Page = 1)
{
    /// <summary>The key of what is typed.</summary>
    public const string TextKey = "q";

    public const int MaxLength = 200;

    /// <param name="keys">Those of the filters of the table, beside the text.</param>
    public static TableQuestion Read(HttpRequest request, params IEnumerable<string> keys)
    {
        string? One(string key) =>
            request.Query[key].ToString().Trim() is { Length: > 0 } value ? value[..Math.Min(value.Length, MaxLength)] : null;
        return new TableQuestion(
            request.Path,
            keys.Append(TextKey).Select(key => (key, Value: One(key))).Where(asked => asked.Value is not null)
                .ToDictionary(asked => asked.key, asked => asked.Value!, StringComparer.Ordinal),
            One("sort"), One("dir") == "desc",
            int.TryParse(request.Query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : 1);
    }

    /// <returns>What is asked for by a key; <c>null</c> for all.</returns>
    public string? this[string key] => Values.GetValueOrDefault(key);

    public string Address() => Links.With(
        Path,
        [
            .. Values.OrderBy(value => value.Key, StringComparer.Ordinal)
                .Select(value => new KeyValuePair<string, string?>(value.Key, value.Value)),
            new("sort", Sort), new("dir", Descending ? "desc" : null),
            new("page", Page == 1 ? null : Page.ToString(CultureInfo.InvariantCulture)),
        ]);

    /// <summary>The first page of what is found with another value, or with none.</summary>
    public TableQuestion With(string key, string? value)
    {
        var values = Values.Where(known => known.Key != key).ToDictionary(StringComparer.Ordinal);
        if (value is { Length: > 0 })
        {
            values[key] = value;
        }

        return this with { Values = values, Page = 1 };
    }

    /// <summary>The same rows by a column; by the one that it is sorted by already, the other way round.</summary>
    public TableQuestion SortedBy(string column) => this with { Sort = column, Descending = Sort == column && !Descending, Page = 1 };

    /// <summary>Without what no filter has among its values.</summary>
    internal TableQuestion Only(IReadOnlyList<TableFilter> filters) => this with
    {
        Values = Values.Where(value => value.Key == TextKey
            || filters.Any(filter => filter.Key == value.Key && filter.WordsOf(value.Value) is not null))
            .ToDictionary(StringComparer.Ordinal),
    };

    /// <returns>Each value in force in words, with what would be asked for without it.</returns>
    internal IEnumerable<(string Words, TableQuestion Without)> Chips(IReadOnlyList<TableFilter> filters) =>
    [
        .. this[TextKey] is { } text ? [($"“{text}”", With(TextKey, null))] : ((string, TableQuestion)[])[],
        .. filters.Where(filter => this[filter.Key] is not null)
            .Select(filter => ($"{filter.Label}: {filter.WordsOf(this[filter.Key]!)}", With(filter.Key, null))),
    ];
}

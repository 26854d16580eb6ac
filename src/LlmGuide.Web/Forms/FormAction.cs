using System.Globalization;

namespace LlmGuide.Web.Forms;

/// <summary>What was pressed in a form with lists: <c>save</c>, <c>preview</c>, <c>add:concepts</c>, <c>up:concepts:2</c>.</summary>
/// <param name="Row">With which of its rows, from 0.</param>
internal sealed record FormAction(string Name, string? List = null, int Row = -1)
{
    public const string Save = "save";
    public const string Preview = "preview";

    public static FormAction Read(string? value) => (value ?? "").Split(':') switch
    {
        ["add", var list] => new FormAction("add", list),
        [("up" or "down" or "drop") and var name, var list, var row] when int.TryParse(
            row, NumberStyles.None, CultureInfo.InvariantCulture, out var number) =>
            new FormAction(name, list, number),
        [Preview] => new FormAction(Preview),
        _ => new FormAction(Save),
    };

    /// <summary>The list as it is then; an act on a row that is not there changes nothing.</summary>
    /// <param name="rows">The list as it was sent.</param>
    /// <param name="empty">What a new row holds; nothing where rows cannot be added.</param>
    public IReadOnlyList<T> Of<T>(IReadOnlyList<T> rows, T? empty)
        where T : class
    {
        if (Name == "add")
        {
            return empty is null ? rows : [.. rows, empty];
        }

        var to = Name switch { "up" => Row - 1, "down" => Row + 1, _ => Row };
        if (Row >= rows.Count || to < 0 || to >= rows.Count)
        {
            return rows;
        }

        var list = rows.ToList();
        var row = list[Row];
        list.RemoveAt(Row);
        if (Name != "drop")
        {
            list.Insert(to, row);
        }

        return list;
    }
}

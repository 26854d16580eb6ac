using LlmGuide.Core.Interchange.Lists.Parts;

namespace LlmGuide.Core.Interchange.Lists.Reading;

/// <summary>The work that a row of a table is about.</summary>
internal static class RowReading
{
    private static readonly string[] TitleColumns =
        ["title", "paper", "name", "model", "project", "notebook", "resource", "tool", "course", "book", "dataset", "work",
            "论文", "标题", "名称", "书名", "课程", "项目", "模型"];

    private static readonly string[] TellingColumns =
        ["description", "summary", "about", "comment", "note", "intro", "abstract", "简介", "描述", "介绍", "说明", "备注"];

    private static readonly string[] OtherColumns =
        ["licen", "venue", "date", "year", "author", "instit", "organi", "affiliation", "publish", "star", "conference", "journal", "size",
            "许可", "协议", "作者", "机构", "时间", "会议", "年份"];

    public static ItemReading Of(ListPart row)
    {
        var cells = row.Cells;
        var links = row.Runs.Where(run => run.Kind == RunKind.Link && LinkTarget.IsWork(run.Url!)).ToList();
        if (links.Count == 0)
        {
            return new ItemReading(null, "", Joined(cells, -1));
        }

        var named = TitleCell(row) ?? First(cells, cell => cell.Item.Any(IsNamed) && !IsCalled(row, cell.Index, OtherColumns))
            ?? First(cells, cell => Words.HasLetters(Plain(cell.Item)));
        if (named is not { } at)
        {
            return new ItemReading(links[0], links[0].Text.Length > 0 ? links[0].Text : links[0].Url!, "");
        }

        var inCell = ItemReading.Of(cells[at]);
        var link = inCell.Link ?? links[0];
        var title = inCell.Title.Length > 0 ? inCell.Title : Words.BeforeSeparators(Words.AfterMarks(Plain(cells[at])));
        return new ItemReading(link, title, Description(row, at, inCell));
    }

    private static int? First(IReadOnlyList<IReadOnlyList<Run>> cells, Func<(int Index, IReadOnlyList<Run> Item), bool> which) =>
        cells.Index().Where(which).Select(cell => (int?)cell.Index).FirstOrDefault();

    private static string Description(ListPart row, int title, ItemReading inCell)
    {
        var told = Column(row, TellingColumns, title) is { } at ? Plain(row.Cells[at]) : "";
        return told.Length > 0 ? told
            : inCell is { Link: not null, Description.Length: > 0 } ? inCell.Description
            : Joined(row.Cells, title);
    }

    // A column that is called so, where it says something: "Paper" may hold nothing but the word for a link.
    private static int? TitleCell(ListPart row) => Column(row, TitleColumns, -1);

    private static int? Column(ListPart row, string[] names, int except) => row.Columns.Index()
        .Where(column => column.Index != except && column.Index < row.Cells.Count
            && IsCalled(row, column.Index, names)
            && Says(row.Cells[column.Index]))
        .Select(column => (int?)column.Index).FirstOrDefault();

    private static bool IsCalled(ListPart row, int column, string[] names) =>
        column < row.Columns.Count && Array.Exists(names, name => row.Columns[column].Contains(name, StringComparison.Ordinal));

    private static bool Says(IReadOnlyList<Run> cell) =>
        cell.Any(IsNamed) || (Words.HasLetters(Plain(cell)) && !LinkWords.IsPurpose(Plain(cell)));

    private static bool IsNamed(Run run) => run.Kind == RunKind.Link && LinkTarget.IsWork(run.Url!) && !LinkWords.IsLabel(run);

    private static string Plain(IEnumerable<Run> cell) => Words.WithoutEmptyBrackets(
        Words.Of(cell.Where(run => run.Kind != RunKind.Link || !LinkWords.IsLabel(run))));

    private static string Joined(IReadOnlyList<IReadOnlyList<Run>> cells, int except) => string.Join(
        " · ", cells.Index().Where(cell => cell.Index != except).Select(cell => Words.BeforeSeparators(Plain(cell.Item), keepStop: true))
            .Where(words => words.Length > 0 && words.Any(char.IsLetterOrDigit)));
}

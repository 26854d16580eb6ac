using System.Globalization;
using System.Text.Json;

namespace LlmGuide.Core.Interchange.Sota;

/// <summary>
/// Reads the JSON that Papers with Code and NLP-progress share (https://github.com/paperswithcode/sota-extractor, "JSON format
/// description"): tasks with data sets with tables. Tables are handed on one by one; no more than one data set is held.
/// </summary>
/// <param name="stream">The file.</param>
/// <param name="found">Gets every table.</param>
internal sealed class SotaReader(Stream stream, Func<SotaBoard, Task> found)
{
    /// <summary>Each is some ten times what the largest file that is known has: Papers with Code, as it was in 2025.</summary>
    private const int MostTasks = 20_000;
    private const int MostRows = 1_000_000;
    private const int MostRowsOfDataset = 50_000;
    private const int MostTables = 5_000;
    private const int MostOfRow = 500;

    /// <summary>A longer one is refused with its row; here it is only kept from filling the memory.</summary>
    private const int LongestName = 1_000;

    private readonly JsonTokens _json = new(stream);
    private readonly List<SotaHeader> _headers = [];

    /// <summary>The tables of the data set that is being read, and its names as far as they are known.</summary>
    private readonly List<OpenTable> _open = [];

    public IReadOnlyList<SotaHeader> Headers => _headers;

    private int _rows;
    private int _rowsOfDataset;

    /// <summary>Why and where reading ended early; <c>null</c> for a whole file.</summary>
    public SotaBreak? Break { get; private set; }

    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (!await _json.NextAsync(cancellationToken))
            {
                Break = new SotaBreak(1, "The file is empty.");
                return;
            }

            await (_json.Type switch
            {
                JsonTokenType.StartArray => TasksAsync(cancellationToken),
                JsonTokenType.StartObject => TaskAsync(cancellationToken),
                _ => throw new JsonException("A list of tasks is expected."),
            });

            // Nothing may follow, and reading on is how that is found out.
            await _json.NextAsync(cancellationToken);
        }
        catch (JsonException broken)
        {
            Break = new SotaBreak(
                _json.Line, $"The file cannot be read from here on; what stands before was. {broken.Message.Split(" LineNumber:")[0]}");
            await HandOnAsync();
        }
    }

    private Task TasksAsync(CancellationToken cancellationToken) => EachAsync(TaskAsync, cancellationToken);

    private async Task TaskAsync(CancellationToken cancellationToken)
    {
        var task = _headers.Count;
        var header = new SotaHeader(_json.Line);
        _headers.Add(Within(header, _headers.Count, MostTasks, "tasks"));
        await FieldsAsync(async field =>
        {
            switch (field)
            {
                case "task":
                    header.Name = await NameAsync(cancellationToken);
                    break;
                case "description":
                    header.Description = await TextAsync(cancellationToken);
                    break;
                case "categories":
                    header.Category = await FirstTextAsync(cancellationToken);
                    break;
                case "source_link":
                    (header.SourceTitle, header.SourceUrl) = await LinkAsync(cancellationToken);
                    break;
                case "subtasks":
                    await EachAsync(TaskAsync, cancellationToken);
                    break;
                case "datasets":
                    await EachAsync(async token =>
                    {
                        await DatasetAsync(task, parent: null, token);
                        await HandOnAsync();
                    }, cancellationToken);
                    break;
                default:
                    await _json.SkipAsync(cancellationToken);
                    break;
            }
        }, cancellationToken);
    }

    private async Task DatasetAsync(int task, OpenTable? parent, CancellationToken cancellationToken)
    {
        var table = new OpenTable(task, parent);
        _open.Add(Within(table, _open.Count, MostTables, "tables for one data set"));
        await FieldsAsync(async field =>
        {
            switch (field)
            {
                case "dataset" or "subdataset":
                    table.Name = await NameAsync(cancellationToken);
                    break;
                case "dataset_links" or "dataset_citations":
                    var url = await FirstLinkAsync(cancellationToken);
                    table.Url = table.Url.Length > 0 && field == "dataset_citations" ? table.Url : url;
                    break;
                case "subdatasets":
                    await EachAsync(token => DatasetAsync(task, table, token), cancellationToken);
                    break;
                case "sota":
                    await TableAsync(table, cancellationToken);
                    break;
                default:
                    await _json.SkipAsync(cancellationToken);
                    break;
            }
        }, cancellationToken);
    }

    private Task TableAsync(OpenTable table, CancellationToken cancellationToken) => FieldsAsync(async field =>
    {
        switch (field)
        {
            case "metrics":
                await EachAsync(
                    async token => table.Metrics.Add(Within(await NameAsync(token), table.Metrics.Count, MostOfRow, "metrics")),
                    cancellationToken);
                break;
            case "rows":
                await EachAsync(token => RowAsync(table, token), cancellationToken);
                break;
            default:
                await _json.SkipAsync(cancellationToken);
                break;
        }
    }, cancellationToken);

    private async Task RowAsync(OpenTable table, CancellationToken cancellationToken)
    {
        var row = new SotaRow(_json.Line);
        await FieldsAsync(async field =>
        {
            switch (field)
            {
                case "model_name":
                    row.Model = await NameAsync(cancellationToken);
                    break;
                case "paper_title":
                    row.PaperTitle = (await TextAsync(cancellationToken)).Trim();
                    break;
                case "paper_url":
                    row.PaperUrl = (await TextAsync(cancellationToken)).Trim();
                    break;
                case "paper_date":
                    row.PaperDate = (await TextAsync(cancellationToken)).Trim();
                    break;
                case "code_links":
                    row.CodeUrl = await FirstLinkAsync(cancellationToken);
                    break;
                case "uses_additional_data":
                    row.ExtraData = _json.Type == JsonTokenType.True;
                    await _json.SkipAsync(cancellationToken);
                    break;
                case "metrics":
                    await FieldsAsync(
                        async metric =>
                        {
                            var score = (Cut(metric.Trim()), await TextAsync(cancellationToken));
                            row.Scores.Add(Within(score, row.Scores.Count, MostOfRow, "scores in one row"));
                        },
                        cancellationToken);
                    break;
                default:
                    await _json.SkipAsync(cancellationToken);
                    break;
            }
        }, cancellationToken);

        // Only a row that was read to its end counts; one that is cut says half of what it meant.
        table.Rows.Add(Within(Within(row, _rows++, MostRows, "rows"), _rowsOfDataset++, MostRowsOfDataset, "rows for one data set"));
    }

    private async Task HandOnAsync()
    {
        foreach (var table in _open.Where(t => t.Rows.Count > 0))
        {
            await found(new SotaBoard(table.Task, table.Root.Name, table.Part, table.Root.Url, table.Metrics, table.Rows));
        }

        _open.Clear();
        _rowsOfDataset = 0;
    }

    private async Task EachAsync(Func<CancellationToken, Task> item, CancellationToken cancellationToken)
    {
        if (_json.Type != JsonTokenType.StartArray)
        {
            await _json.SkipAsync(cancellationToken);
            return;
        }

        while (await _json.NextAsync(cancellationToken) && _json.Type != JsonTokenType.EndArray)
        {
            await item(cancellationToken);
        }
    }

    private async Task FieldsAsync(Func<string, Task> field, CancellationToken cancellationToken)
    {
        if (_json.Type != JsonTokenType.StartObject)
        {
            await _json.SkipAsync(cancellationToken);
            return;
        }

        while (await _json.NextAsync(cancellationToken) && _json.Type == JsonTokenType.PropertyName)
        {
            var name = _json.Text;
            await _json.NextAsync(cancellationToken);
            await field(name);
        }
    }

    // Numbers come as numbers or as text; lists and objects in the place of a text are no text.
    private async Task<string> TextAsync(CancellationToken cancellationToken)
    {
        var text = _json.Type is JsonTokenType.String or JsonTokenType.Number ? _json.Text : "";
        await _json.SkipAsync(cancellationToken);
        return text;
    }

    private async Task<string> NameAsync(CancellationToken cancellationToken) => Cut((await TextAsync(cancellationToken)).Trim());

    private static string Cut(string name) => name.Length <= LongestName ? name : name[..LongestName];

    /// <exception cref="JsonException">There are as many already as there may be.</exception>
    private static T Within<T>(T one, int already, int max, string what) =>
        already < max ? one : throw new JsonException(string.Create(CultureInfo.InvariantCulture, $"There are more than {max:N0} {what}."));

    private async Task<string?> FirstTextAsync(CancellationToken cancellationToken)
    {
        string? first = null;
        await EachAsync(async token => first = await TextAsync(token) is { Length: > 0 } text ? first ?? text : first, cancellationToken);
        return first;
    }

    private async Task<string> FirstLinkAsync(CancellationToken cancellationToken)
    {
        var first = "";
        await EachAsync(async token =>
        {
            var (_, url) = await LinkAsync(token);
            first = first.Length > 0 ? first : url;
        }, cancellationToken);
        return first;
    }

    private async Task<(string Title, string Url)> LinkAsync(CancellationToken cancellationToken)
    {
        var (title, url) = ("", "");
        await FieldsAsync(async field =>
        {
            var text = (await TextAsync(cancellationToken)).Trim();
            (title, url) = field switch { "title" => (text, url), "url" => (title, text), _ => (title, url) };
        }, cancellationToken);
        return (title, url);
    }

    private sealed class OpenTable(int task, OpenTable? parent)
    {
        public int Task { get; } = task;

        public OpenTable Root => parent?.Root ?? this;

        public string Name { get; set; } = "";

        public string Url { get; set; } = "";

        /// <summary>The names below the root: "Test set, hard part".</summary>
        public string Part => parent is null ? "" : parent.Part.Length == 0 ? Name : $"{parent.Part}, {Name}";

        public List<string> Metrics { get; } = [];

        public List<SotaRow> Rows { get; } = [];
    }
}

/// <param name="Line">Where.</param>
/// <param name="Reason">Why.</param>
internal sealed record SotaBreak(int Line, string Reason);

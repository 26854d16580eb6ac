using System.Text.Json;

namespace LlmGuide.Core.Interchange.Sota.Reading;

/// <summary>
/// Reads the JSON that Papers with Code and NLP-progress share (https://github.com/paperswithcode/sota-extractor, "JSON format
/// description"): tasks with data sets with tables. Tables are handed on one by one; no more than one data set is held.
/// </summary>
/// <param name="found">Gets every table.</param>
internal sealed class SotaReader(Stream stream, Func<SotaBoard, Task> found)
{
    /// <summary>Each is some ten times what the largest file that is known has: Papers with Code, as it was in 2025.</summary>
    private const int MostTasks = 20_000;
    private const int MostRows = 1_000_000;
    private const int MostRowsOfDataset = 50_000;
    private const int MostTables = 5_000;

    private readonly SotaValues _json = new(new JsonTokens(stream));
    private readonly List<SotaHeader> _headers = [];

    /// <summary>The tables of the data set that is being read, and its names as far as they are known.</summary>
    private readonly List<OpenSotaTable> _open = [];

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
                _json.Line, $"The file cannot be read from here on; what comes before was. {broken.Message.Split(" LineNumber:")[0]}");
            await HandOnAsync();
        }
    }

    private Task TasksAsync(CancellationToken cancellationToken) => _json.EachAsync(TaskAsync, cancellationToken);

    private async Task TaskAsync(CancellationToken cancellationToken)
    {
        var task = _headers.Count;
        var header = new SotaHeader(_json.Line);
        _headers.Add(SotaValues.Within(header, _headers.Count, MostTasks, "tasks"));
        await _json.FieldsAsync(async field =>
        {
            switch (field)
            {
                case "task":
                    header.Name = await _json.NameAsync(cancellationToken);
                    break;
                case "description":
                    header.Description = await _json.TextAsync(cancellationToken);
                    break;
                case "categories":
                    header.Category = await _json.FirstTextAsync(cancellationToken);
                    break;
                case "source_link":
                    (header.SourceTitle, header.SourceUrl) = await _json.LinkAsync(cancellationToken);
                    break;
                case "subtasks":
                    await _json.EachAsync(TaskAsync, cancellationToken);
                    break;
                case "datasets":
                    await _json.EachAsync(async token =>
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

    private async Task DatasetAsync(int task, OpenSotaTable? parent, CancellationToken cancellationToken)
    {
        var table = new OpenSotaTable(task, parent);
        _open.Add(SotaValues.Within(table, _open.Count, MostTables, "tables for one data set"));
        await _json.FieldsAsync(async field =>
        {
            switch (field)
            {
                case "dataset" or "subdataset":
                    table.Name = await _json.NameAsync(cancellationToken);
                    break;
                case "dataset_links" or "dataset_citations":
                    var url = await _json.FirstLinkAsync(cancellationToken);
                    table.Url = table.Url.Length > 0 && field == "dataset_citations" ? table.Url : url;
                    break;
                case "subdatasets":
                    await _json.EachAsync(token => DatasetAsync(task, table, token), cancellationToken);
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

    private Task TableAsync(OpenSotaTable table, CancellationToken cancellationToken) => _json.FieldsAsync(async field =>
    {
        switch (field)
        {
            case "metrics":
                await _json.EachAsync(
                    async token => table.Metrics.Add(
                        SotaValues.Within(await _json.NameAsync(token), table.Metrics.Count, SotaValues.MostOfRow, "metrics")),
                    cancellationToken);
                break;
            case "rows":
                await _json.EachAsync(token => RowAsync(table, token), cancellationToken);
                break;
            default:
                await _json.SkipAsync(cancellationToken);
                break;
        }
    }, cancellationToken);

    private async Task RowAsync(OpenSotaTable table, CancellationToken cancellationToken)
    {
        // Only a row that was read to its end counts; one that is cut says half of what it meant.
        var row = await _json.RowAsync(cancellationToken);
        SotaValues.Within(row, _rows++, MostRows, "rows");
        table.Rows.Add(SotaValues.Within(row, _rowsOfDataset++, MostRowsOfDataset, "rows for one data set"));
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
}

using System.Globalization;
using System.Text.Json;

namespace LlmGuide.Benchmarks;

/// <summary>A file of leaderboards as large as the dump of Papers with Code was, in its format.</summary>
internal static class GeneratedBoards
{
    private const int BoardsOfTask = 20;

    public static async Task WriteAsync(string file, int boards, int rowsOfBoard)
    {
        await using var output = File.Create(file);
        await using var json = new Utf8JsonWriter(output);
        json.WriteStartArray();
        for (var first = 0; first < boards; first += BoardsOfTask)
        {
            json.WriteStartObject();
            json.WriteStartArray("categories");
            json.WriteStringValue("Generated");
            json.WriteEndArray();
            json.WriteStartArray("datasets");
            for (var board = first; board < Math.Min(boards, first + BoardsOfTask); board++)
            {
                Board(json, board, rowsOfBoard);
            }

            json.WriteEndArray();
            json.WriteString("task", string.Create(CultureInfo.InvariantCulture, $"Generated task {first / BoardsOfTask}"));
            json.WriteEndObject();
            await json.FlushAsync();
        }

        json.WriteEndArray();
    }

    private static void Board(Utf8JsonWriter json, int board, int rows)
    {
        json.WriteStartObject();
        json.WriteString("dataset", string.Create(CultureInfo.InvariantCulture, $"Generated set {board}"));
        json.WriteStartObject("sota");
        json.WriteStartArray("metrics");
        json.WriteStringValue("Accuracy");
        json.WriteStringValue("F1");
        json.WriteEndArray();
        json.WriteStartArray("rows");
        for (var row = 0; row < rows; row++)
        {
            json.WriteStartObject();
            json.WriteStartObject("metrics");
            json.WriteString("Accuracy", (50 + (((row * 37) + board) % 450 / 10.0)).ToString("0.0", CultureInfo.InvariantCulture));
            json.WriteString("F1", (40 + (((row * 53) + board) % 550 / 10.0)).ToString("0.0", CultureInfo.InvariantCulture));
            json.WriteEndObject();
            json.WriteString(
                "model_name", string.Create(CultureInfo.InvariantCulture, $"Generated model {row} with a name of usual length"));
            json.WriteString("paper_date", string.Create(CultureInfo.InvariantCulture, $"{2012 + (row % 12)}-{1 + (row % 12):00}-15"));
            json.WriteString("paper_title", string.Create(CultureInfo.InvariantCulture, $"A generated paper about scale, number {row}"));
            json.WriteString("paper_url", string.Create(CultureInfo.InvariantCulture, $"https://example.org/{board}/{row}"));
            json.WriteBoolean("uses_additional_data", row % 7 == 0);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }
}

using System.Text;

using LlmGuide.Core.Interchange.Sota.Reading;

namespace LlmGuide.Core.Tests.Interchange.Sota;

/// <summary>
/// A file of leaderboards is read in time that goes with its length, and holds no more in memory than one data set may be.
/// </summary>
public sealed class HostileFileTests
{
    private const int Budget = 100;

    [Theory]
    [InlineData("[", "{},", "")]
    [InlineData("[", "{\"subtasks\":[", "")]
    [InlineData("[", "{\"datasets\":[", "")]
    [InlineData("[{\"datasets\":[{\"sota\":{\"rows\":[", "{},", "")]
    [InlineData("[{\"datasets\":[{\"sota\":{\"rows\":[", "{\"metrics\":{\"a\":1}},", "")]
    [InlineData("[{\"datasets\":[{\"sota\":{\"rows\":[{\"metrics\":{", "\"a\":1,", "")]
    [InlineData("[{\"datasets\":[{\"sota\":{\"metrics\":[", "\"a\",", "")]
    [InlineData("[{\"datasets\":[{\"subdatasets\":[", "{\"sota\":{\"rows\":[{}]}},", "")]
    [InlineData("[{\"datasets\":[", "{\"subdatasets\":[", "")]
    [InlineData("[{\"x\":", "[", "")]
    [InlineData("[{\"x\":[", "1,", "]}]")]
    [InlineData("[{\"description\":\"", "a", "\"}]")]
    [InlineData("[{\"description\":\"", "\\u0061", "\"}]")]
    [InlineData("", "/**/", "")]
    [InlineData("", "\n", "")]
    [InlineData("\"", "a", "")]
    public void A_file_of_one_pattern_costs_what_its_length_is(string start, string pattern, string end) =>
        Growth.IsLinear(times => start + string.Concat(Enumerable.Repeat(pattern, times)) + end, 200_000 / pattern.Length, Read, Budget);

    [Theory]
    [InlineData("[", "{},", 20_001, "There are more than 20,000 tasks.")]
    [InlineData("[{\"datasets\":[{\"sota\":{\"rows\":[", "{},", 50_001, "There are more than 50,000 rows for one data set.")]
    [InlineData("[{\"datasets\":[{\"sota\":{\"rows\":[{\"metrics\":{", "\"a\":1,", 501, "There are more than 500 scores in one row.")]
    [InlineData("[{\"datasets\":[{\"sota\":{\"metrics\":[", "\"a\",", 501, "There are more than 500 metrics.")]
    [InlineData("[{\"datasets\":[{\"subdatasets\":[", "{\"sota\":{}},", 5_001, "There are more than 5,000 tables for one data set.")]
    public async Task More_than_any_file_has_ends_the_reading_with_its_line_and_its_reason(
        string start, string pattern, int times, string reason)
    {
        var reader = Reader(start + string.Concat(Enumerable.Repeat(pattern, times)));
        await reader.ReadAsync(TestContext.Current.CancellationToken);
        Assert.Contains(reason, reader.Break?.Reason, StringComparison.Ordinal);
    }

    /// <summary>On this thread, where its cost is counted: a stream in memory never waits.</summary>
    private static void Read(string json) => Reader(json).ReadAsync(CancellationToken.None).GetAwaiter().GetResult();

    private static SotaReader Reader(string json) => new(new MemoryStream(Encoding.UTF8.GetBytes(json)), _ => Task.CompletedTask);
}

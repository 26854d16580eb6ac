using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

using Microsoft.Data.Sqlite;

namespace LlmGuide.Benchmarks;

/// <summary>
/// Eight members post as fast as they are answered, beside eight who write a row each to the same file past the guide,
/// both with synchronous FULL.
/// </summary>
internal static partial class PostBenchmark
{
    public const int Clients = 8;

    public static async Task RunAsync(
        ServerProcess site, string database, int conversation, string[] cookies, ConversationFixture scene, Settings settings)
    {
        using var http = new HttpClient(
            new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, MaxConnectionsPerServer = Clients + 1 })
        {
            BaseAddress = new UriBuilder("http", "127.0.0.1", site.Port).Uri,
        };
        var write = new Uri(string.Create(CultureInfo.InvariantCulture, $"/write/{conversation}"), UriKind.Relative);
        var members = await Task.WhenAll(cookies.Select(cookie => OpenAsync(http, site.Port, write, cookie)));
        var (bare, posts, cpu) = (new List<double>(), new List<double>(), new List<double>());
        var (acknowledged, slowest) = (0, 0.0);
        var before = await scene.CommentsAsync();
        acknowledged += await SettleAsync(site, members, settings.WarmUp);
        for (var round = 0; round < settings.Rounds; round++)
        {
            var rows = await BareAsync(database, settings.Measure);
            var used = site.CpuTime;
            var start = Stopwatch.GetTimestamp();
            var times = await PostAsync(members, start, settings.Measure);
            var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            acknowledged += times.Count;
            bare.Add(rows);
            posts.Add(times.Count / seconds);
            cpu.Add((site.CpuTime - used).TotalMilliseconds / times.Count);
            slowest = Math.Max(slowest, times.Max());
        }

        Report(Median.Of(bare), Median.Of(posts), Median.Of(cpu), slowest, acknowledged, await scene.CommentsAsync() - before);
        await NewsBenchmark.RunAsync(http, conversation, cookies[^1], () => Task.Run(members[0].Post));
        Array.ForEach(members, member => member.Dispose());
    }

    /// <summary>Posts until the runtime has compiled again what is hot, as before every other measurement.</summary>
    /// <returns>How many.</returns>
    private static async Task<int> SettleAsync(ServerProcess site, PostLine[] members, TimeSpan atLeast)
    {
        var posts = 0;
        await Load.SettleAsync(site, atLeast, async time => posts += (await PostAsync(members, Stopwatch.GetTimestamp(), time)).Count);
        return posts;
    }

    /// <summary>All of them at once, each in a thread of its own that waits for its answers.</summary>
    /// <returns>How long each post took, in milliseconds.</returns>
    private static async Task<List<double>> PostAsync(PostLine[] members, long start, TimeSpan time) =>
    [
        .. (await Task.WhenAll(members.Select(member => Task.Factory.StartNew(
            () => Post(member, start, time), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))))
            .SelectMany(t => t),
    ];

    private static List<double> Post(PostLine member, long start, TimeSpan time)
    {
        var times = new List<double>();
        while (Stopwatch.GetElapsedTime(start) < time)
        {
            var asked = Stopwatch.GetTimestamp();
            member.Post();
            times.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
        }

        return times;
    }

    /// <summary>As a browser with the form open has them: the member's cookies and the form's token.</summary>
    private static async Task<PostLine> OpenAsync(HttpClient http, int port, Uri write, string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, write) { Headers = { { "Cookie", cookie } } };
        using var page = await http.SendAsync(request);
        page.EnsureSuccessStatusCode();
        var token = TokenIn().Match(await page.Content.ReadAsStringAsync()).Groups["token"].Value;
        return new PostLine(
            port, write, string.Join("; ", page.Headers.GetValues("Set-Cookie").Select(set => set.Split(';')[0]).Prepend(cookie)), token);
    }

    private static void Report(double bare, double posts, double cpu, double slowest, int acknowledged, int kept)
    {
        Console.WriteLine("posts with eight clients, medians of rounds; one that is not answered with its comment ends the run");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  bare rows       {bare:N0} a second"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  posts           {posts:N0} a second, {cpu:0.00} ms of CPU each"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  posts / bare    {posts / bare:0.00} (target at least 0.5)"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  slowest post    {slowest:0} ms (target under 1,000)"));
        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"  acknowledged    {acknowledged:N0}, and {kept:N0} are in the database"));
    }

    /// <summary>In turn, as the guide does: left to the lock of SQLite they would be slower.</summary>
    private static async Task<double> BareAsync(string database, TimeSpan time)
    {
        using var turn = new SemaphoreSlim(1);
        var start = Stopwatch.GetTimestamp();
        var written = await Task.WhenAll(Enumerable.Range(0, Clients).Select(client => Task.Run(async () =>
        {
            using var connection = new SqliteConnection($"Data Source={database}");
            await connection.OpenAsync();
            Run(
                connection, "PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; "
                    + "CREATE TABLE IF NOT EXISTS \"Bare\" (\"Id\" INTEGER PRIMARY KEY, \"Text\" TEXT)");
            using var insert = connection.CreateCommand();
            insert.CommandText = "INSERT INTO \"Bare\" (\"Text\") VALUES ('a row like any other')";
            var rows = 0;
            for (; Stopwatch.GetElapsedTime(start) < time; rows++)
            {
                await turn.WaitAsync();
                await insert.ExecuteNonQueryAsync();
                turn.Release();
            }

            return rows;
        })));
        return written.Sum() / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // A constant of the only caller.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    [GeneratedRegex(
        "name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TokenIn();
}

using System.Diagnostics;

namespace LlmGuide.Benchmarks;

/// <summary>What a request looks like.</summary>
/// <param name="Path">The address.</param>
/// <param name="Encoding">What Accept-Encoding says.</param>
/// <param name="Anew">
/// Each time under another value of a key that the page knows, so that the page is not in the cache yet: it is made, sent and kept.
/// </param>
/// <param name="Cookie">Of somebody who is signed in.</param>
internal sealed record Request(string Path, string Encoding = "identity", bool Anew = false, string? Cookie = null);

/// <param name="RequestsPerCpuSecond">Requests answered for each second of CPU time that the server used.</param>
/// <param name="CpuMilliseconds">CPU time of the server for one request.</param>
/// <param name="MedianMilliseconds">Half of the requests took no longer than this.</param>
internal sealed record Measurement(double RequestsPerCpuSecond, double CpuMilliseconds, double MedianMilliseconds);

/// <summary>Eight clients that ask again as soon as they have their answer.</summary>
internal static class Load
{
    private const int Clients = 8;

    /// <summary>So small a share of the CPU time for compiling does not change what is measured.</summary>
    private const double Settled = 0.02;

    private static readonly TimeSpan Slice = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan AtMost = TimeSpan.FromMinutes(2);

    private static long _asked;

    public static async Task<Measurement> RunAsync(
        ServerProcess server, IReadOnlyList<Request> requests, TimeSpan time, int clients = Clients)
    {
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = clients, UseCookies = false })
        {
            BaseAddress = new UriBuilder("http", "127.0.0.1", server.Port).Uri,
        };
        var before = server.CpuTime;
        var start = Stopwatch.GetTimestamp();
        var times = await Task.WhenAll(
            Enumerable.Range(0, clients).Select(client => Task.Run(() => AskAsync(http, requests, client, start, time))));
        var cpu = (server.CpuTime - before).TotalSeconds;
        var all = times.SelectMany(t => t).Order().ToList();
        return new Measurement(all.Count / cpu, cpu / all.Count * 1000, all[all.Count / 2]);
    }

    /// <summary>
    /// Asks until the runtime has compiled again what is hot, which takes most of a process's time at first and some seconds on a quiet
    /// machine, and far longer on a busy one.
    /// </summary>
    public static Task SettleAsync(ServerProcess server, IReadOnlyList<Request> requests, TimeSpan atLeast, int clients = Clients) =>
        SettleAsync(server, atLeast, time => RunAsync(server, requests, time, clients));

    /// <summary>The same for any other kind of work, which is given the time that it may take.</summary>
    public static async Task SettleAsync(ServerProcess server, TimeSpan atLeast, Func<TimeSpan, Task> work)
    {
        var start = Stopwatch.GetTimestamp();
        double compiling;
        do
        {
            var (cpu, compile) = (server.CpuTime, server.CompileTime);
            await work(Slice);
            compiling = (server.CompileTime - compile) / (server.CpuTime - cpu);
        }
        while (Stopwatch.GetElapsedTime(start) < atLeast || (compiling > Settled && Stopwatch.GetElapsedTime(start) < AtMost));
    }

    private static async Task<List<double>> AskAsync(
        HttpClient http, IReadOnlyList<Request> requests, int client, long start, TimeSpan time)
    {
        var times = new List<double>();
        for (var i = client; Stopwatch.GetElapsedTime(start) < time; i++)
        {
            var request = requests[i % requests.Count];
            using var message = new HttpRequestMessage(
                HttpMethod.Get, request.Anew ? $"{request.Path}?print={Interlocked.Increment(ref _asked)}" : request.Path);
            message.Headers.TryAddWithoutValidation("Accept-Encoding", request.Encoding);
            if (request.Cookie is not null)
            {
                message.Headers.TryAddWithoutValidation("Cookie", request.Cookie);
            }

            var asked = Stopwatch.GetTimestamp();
            using var answer = await http.SendAsync(message, HttpCompletionOption.ResponseContentRead);
            answer.EnsureSuccessStatusCode();
            times.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
        }

        return times;
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace LlmGuide.Benchmarks;

/// <summary>A server in a process of its own, so that its CPU time is its own.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Process _process;

    private ServerProcess(Process process, int port)
    {
        _process = process;
        Port = port;
    }

    public int Port { get; }

    /// <summary>The CPU time that it has used so far, in all its threads.</summary>
    public TimeSpan CpuTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>The memory that it has at the moment.</summary>
    public double Megabytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / 1024.0 / 1024.0;
        }
    }

    /// <summary>
    /// The CPU time of the threads that compile hot methods again. Such a thread goes away when it has nothing to do, and its time with it.
    /// </summary>
    public TimeSpan CompileTime => TimeSpan.FromSeconds(Directory.EnumerateDirectories($"/proc/{_process.Id}/task").Sum(CompileSeconds));

    /// <summary>The published site on a SQLite file.</summary>
    public static Task<ServerProcess> SiteAsync(WorkFolder work, string database) =>
        SiteAsync(work, [$"--ConnectionStrings:Guide=Data Source={database}"]);

    /// <summary>The published site on the database that these settings name.</summary>
    public static async Task<ServerProcess> SiteAsync(WorkFolder work, string[] settings)
    {
        var program = await work.SiteAsync();
        var port = FreePort();
        return await StartAsync(port, [program, "--urls", Url(port), .. settings, "--Logging:LogLevel:Default=Warning",
            "--Logging:LogLevel:Microsoft.Hosting.Lifetime=Warning"], "/health/live");
    }

    /// <summary>The limit; see <see cref="RawServer"/>.</summary>
    public static Task<ServerProcess> RawAsync(string kind, string answer)
    {
        var port = FreePort();
        return StartAsync(
            port, [typeof(ServerProcess).Assembly.Location, "raw", kind, answer, port.ToString(CultureInfo.InvariantCulture)], "/");
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    /// <summary>
    /// See proc_pid_stat(5): the name in brackets, then the state, and eleven fields on the ticks in user and system mode.
    /// </summary>
    private static double CompileSeconds(string thread)
    {
        try
        {
            var stat = File.ReadAllText(Path.Combine(thread, "stat"));
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return stat.Contains("(.NET Tiered", StringComparison.Ordinal) ? (Number(11) + Number(12)) / 100 : 0;

            double Number(int field) => double.Parse(fields[field], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            // The thread has gone away meanwhile.
            return 0;
        }
    }

    private static string Url(int port) => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task<ServerProcess> StartAsync(int port, string[] arguments, string path)
    {
        var start =
            new ProcessStartInfo("dotnet", arguments) { UseShellExecute = false, WorkingDirectory = Path.GetDirectoryName(arguments[0]) };
        start.Environment["DOTNET_gcServer"] = "0";
        var server = new ServerProcess(Process.Start(start)!, port);
        using var client = new HttpClient { BaseAddress = new Uri(Url(port)) };
        using var deadline = new CancellationTokenSource(Patience);
        while (!await AnswersAsync(client, path, deadline.Token))
        {
            if (server._process.HasExited)
            {
                throw new InvalidOperationException($"{arguments[0]} ended before it answered.");
            }

            await Task.Delay(5, deadline.Token);
        }

        return server;
    }

    private static async Task<bool> AnswersAsync(HttpClient client, string path, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), cancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}

using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using System.Threading.Channels;

namespace LlmGuide.Web.Tests.Settings;

/// <summary>The executable as a process, from its start until it ended; it never outlives its test.</summary>
internal sealed class RunningProgram : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly CancellationTokenSource _patience = CancellationTokenSource.CreateLinkedTokenSource(GuideHost.Cancelled);
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _errors = new();
    private int _open = 2;

    private RunningProgram(ProcessStartInfo start)
    {
        _patience.CancelAfter(Patience);
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, data) => Take(_output, data.Data);
        _process.ErrorDataReceived += (_, data) => Take(_errors, data.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>The runtime that these tests run on.</summary>
    public static string Dotnet { get; } = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH")
        ?? Path.GetFullPath(Path.Combine(
            RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));

    /// <summary>The published one, where there is one: it is what operators have, and it is compiled ahead.</summary>
    public static string Program { get; } = Environment.GetEnvironmentVariable("LLMGUIDE_TEST_PROGRAM")
        ?? Path.Combine(AppContext.BaseDirectory, "LlmGuide.Web.dll");

    /// <summary>Where it finds its files: a build reads them where they are in the source, a published program beside itself.</summary>
    private static string ContentRoot { get; } =
        Path.GetDirectoryName(Program) is { } folder && Directory.Exists(Path.Combine(folder, "wwwroot")) ? folder : GuideHost.WebProject;

    /// <summary>What starts the program, with its verb, options and settings.</summary>
    public static string[] Command(params IEnumerable<string> args) => [Dotnet, Program, .. args, "--contentRoot", ContentRoot];

    /// <summary>Of the process.</summary>
    public int Id => _process.Id;

    /// <param name="folder">The working directory.</param>
    /// <param name="args">Verb, options and settings.</param>
    /// <param name="environment">Settings from the environment.</param>
    public static RunningProgram Start(string folder, IEnumerable<string> args, params (string Name, string Value)[] environment) =>
        StartCommand(folder, Command(args), environment);

    /// <summary>Starts just what is given, as a service manager does.</summary>
    public static RunningProgram StartCommand(
        string folder, IReadOnlyList<string> command, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(command[0])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // Whoever runs the tests may have settings in the environment.
        foreach (var name in start.Environment.Keys.Where(name => name.Contains("__") || name.StartsWith("ASPNETCORE_")).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        foreach (var arg in command.Skip(1))
        {
            start.ArgumentList.Add(arg);
        }

        return new RunningProgram(start);
    }

    /// <summary>Waits for a line, on either stream.</summary>
    public async Task<string> LineAsync(string part)
    {
        await foreach (var line in _lines.Reader.ReadAllAsync(_patience.Token))
        {
            if (line.Contains(part))
            {
                return line;
            }
        }

        throw new InvalidOperationException($"The program ended without “{part}”: {await EndAsync()}");
    }

    /// <summary>Waits until it serves.</summary>
    public async Task<Uri> AddressAsync()
    {
        const string Listening = "Now listening on: ";
        var line = await LineAsync(Listening);
        return new Uri(line[(line.IndexOf(Listening, StringComparison.Ordinal) + Listening.Length)..]);
    }

    /// <summary>Waits until it ends by itself.</summary>
    public async Task<Ended> EndAsync()
    {
        await _process.WaitForExitAsync(_patience.Token);
        return new Ended(_process.ExitCode, _output.ToString(), _errors.ToString());
    }

    /// <summary>Asks it to end, as a service manager does.</summary>
    public async Task<Ended> StopAsync()
    {
        await TerminateAsync();
        return await EndAsync();
    }

    /// <summary>Asks it to end and does not wait until it has: SIGTERM.</summary>
    public async Task TerminateAsync()
    {
        using var kill = Process.Start("sh", ["-c", $"kill -TERM {_process.Id}"]);
        await kill.WaitForExitAsync(_patience.Token);
    }

    /// <summary>Ends it on the spot: SIGKILL, which no program can answer.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(_patience.Token);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        _process.Dispose();
        _patience.Dispose();
    }

    private void Take(StringBuilder stream, string? line)
    {
        if (line is not null)
        {
            stream.Append(line).Append('\n');
            _lines.Writer.TryWrite(line);
        }
        else if (Interlocked.Decrement(ref _open) == 0)
        {
            _lines.Writer.Complete();
        }
    }
}

using System.Text.Json;

namespace LlmGuide.Web.Cli;

/// <summary>Runs something with the application's services, without serving.</summary>
internal sealed class CliCommand(string[] settings, Func<string[], WebApplication> build)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public WebApplication Build() => build(settings);

    /// <summary>For verbs: standard output is for the result; what is logged on the way is progress, and goes to standard error.</summary>
    public WebApplication BuildQuietly() => build([.. settings, "--Logging:Console:LogToStandardErrorThreshold=Trace"]);

    /// <param name="inWords">The result as a line for people.</param>
    /// <param name="forPrograms">The result as the one JSON document.</param>
    /// <param name="asJson">Which of the two is wanted.</param>
    public async Task<int> RunAsync<T>(
        Func<IServiceProvider, Task<T>> act, Func<T, string> inWords, Func<T, object> forPrograms, bool asJson)
    {
        await using var app = BuildQuietly();
        var result = await act(app.Services);
        await Console.Out.WriteLineAsync(asJson ? JsonSerializer.Serialize(forPrograms(result), Json) : inWords(result));
        return 0;
    }
}

namespace LlmGuide.Benchmarks;

/// <summary>Gives the same bytes as the site, with all the headers that the site sends, from memory.</summary>
/// <remarks>
/// There are two of them, and both are printed. "endpoint" is what the target is about: an application of ASP.NET Core with
/// routing, dependency injection and logging like any other, and one mapped endpoint. "bare" is Kestrel with a delegate and
/// none of that, which is no way to build a site, and shows what routing and logging cost an answer that needs neither.
/// </remarks>
internal static class RawServer
{
    public static async Task<int> RunAsync(string kind, string answerFile, string port)
    {
        var answer = await SavedAnswer.ReadAsync(answerFile);
        await using var app = kind == "bare" ? Bare(answer, port) : Endpoint(answer, port);
        await app.RunAsync();
        return 0;
    }

    private static WebApplication Bare(SavedAnswer answer, string port)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.AddServerHeader = false).UseUrls($"http://127.0.0.1:{port}");
        var app = builder.Build();
        app.Run(http => AnswerAsync(http, answer));
        return app;
    }

    private static WebApplication Endpoint(SavedAnswer answer, string port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false).UseUrls($"http://127.0.0.1:{port}");
        var app = builder.Build();
        app.MapGet("/", () => Results.Ok());
        app.MapGet("/topics/{slug}", http => AnswerAsync(http, answer));
        return app;
    }

    private static Task AnswerAsync(HttpContext http, SavedAnswer answer)
    {
        var headers = http.Response.Headers;
        foreach (var (name, value) in answer.Headers)
        {
            headers[name] = value;
        }

        headers.ContentLength = answer.Body.Length;
        return http.Response.Body.WriteAsync(answer.Body, 0, answer.Body.Length, http.RequestAborted);
    }
}

using System.Globalization;
using System.Text;

namespace LlmGuide.Benchmarks;

/// <summary>A server whose every page is 30,000 lists inside one another.</summary>
internal sealed class HostilePages : IAsyncDisposable
{
    private static readonly byte[] Page = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("<ul><li>", 30_000)));

    private readonly WebApplication _app;

    public HostilePages()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Urls.Add("http://127.0.0.1:0");
        _app.MapGet("/{number}", () => Results.Bytes(Page, "text/html; charset=utf-8"));
        _app.Start();
    }

    public string Address(int number) => string.Create(CultureInfo.InvariantCulture, $"{_app.Urls.First()}/{number}");

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}

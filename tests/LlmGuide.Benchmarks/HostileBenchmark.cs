using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace LlmGuide.Benchmarks;

/// <summary>
/// Texts made to cost much, while somebody reads: a page of open lists, pasted six times into a suggestion, and a hundred previews with
/// formulas from one address. What counts is the slowest page of the reader, and what the site still does when everybody has left.
/// </summary>
internal static partial class HostileBenchmark
{
    private const int Pastes = 6;
    private const int Previews = 100;
    private const int FormulasOfPreview = 60;

    /// <summary>Then whoever asked leaves.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan Afterwards = TimeSpan.FromSeconds(5);

    public static async Task RunAsync(WorkFolder work)
    {
        var database = work.File("hostile.db");
        string cookie;
        await using (var scene = await ConversationFixture.InAsync(database, 1))
        {
            cookie = await scene.SignInAsync(0);
        }

        await using var pages = new HostilePages();
        await using var site = await ServerProcess.SiteAsync(
            work, [$"--ConnectionStrings:Guide=Data Source={database}", "--Outside:AllowLoopback=true"]);
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false })
        {
            BaseAddress = new UriBuilder("http", "127.0.0.1", site.Port).Uri,
            Timeout = Patience,
        };
        await ReadAsync(http, site, Task.Delay(TimeSpan.FromSeconds(3)));
        await MeasureAsync("nobody else", http, site, NobodyAsync);
        var form = await OpenAsync(http, cookie);
        await MeasureAsync(
            $"{Pastes} pastes of 30,000 open lists", http, site, () => ManyAsync(Pastes, n => PasteAsync(http, form, pages.Address(n))));
        await MeasureAsync(
            $"{Previews} previews of {FormulasOfPreview} formulas", http, site, () => ManyAsync(Previews, n => PreviewAsync(http, n)));
    }

    private static Task<string[]> ManyAsync(int times, Func<int, Task<string>> ask) => Task.WhenAll(Enumerable.Range(0, times).Select(ask));

    private static async Task<string[]> NobodyAsync()
    {
        await Task.Delay(Afterwards);
        return [];
    }

    private static async Task MeasureAsync(string what, HttpClient http, ServerProcess site, Func<Task<string[]>> attack)
    {
        var (cpu, memory, start) = (site.CpuTime, site.Megabytes, Stopwatch.GetTimestamp());
        var running = attack();
        var (slowest, max, read) = await ReadAsync(http, site, running);
        var (seconds, during) = (Stopwatch.GetElapsedTime(start).TotalSeconds, (site.CpuTime - cpu).TotalSeconds);
        var left = site.CpuTime;
        await Task.Delay(Afterwards);
        var (answers, afterwards) = (await running, (site.CpuTime - left).TotalSeconds);
        var counts = answers.CountBy(answer => answer).Select(same => $"{same.Value} {same.Key}");
        Console.WriteLine($"hostile: {what}: {string.Join(", ", counts)}");
        Console.WriteLine(FormattableString.Invariant(
            $"  {seconds:0.0} s, {during:0.0} s of CPU, {afterwards:0.0} s in the {Afterwards.TotalSeconds:0} s afterwards"));
        Console.WriteLine(FormattableString.Invariant($"  a reader: {read} pages, the slowest in {slowest:0} ms"));
        Console.WriteLine(
            FormattableString.Invariant($"  memory: {memory:0} MB before, at most {max:0} MB, {site.Megabytes:0} MB afterwards"));
    }

    /// <summary>Somebody reads, page after page, each made anew, as long as something else goes on.</summary>
    private static async Task<(double Slowest, double Megabytes, int Pages)> ReadAsync(HttpClient http, ServerProcess site, Task meanwhile)
    {
        var (slowest, max, pages) = (0.0, 0.0, 0);
        do
        {
            var asked = Stopwatch.GetTimestamp();
            var address = string.Create(CultureInfo.InvariantCulture, $"/topics/transformer?print={asked}");
            using var page = await http.GetAsync(new Uri(address, UriKind.Relative));
            page.EnsureSuccessStatusCode();
            slowest = Math.Max(slowest, Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
            (max, pages) = (Math.Max(max, site.Megabytes), pages + 1);
            await Task.WhenAny(meanwhile, Task.Delay(20));
        }
        while (!meanwhile.IsCompleted);

        return (slowest, max, pages);
    }

    private static async Task<string> PreviewAsync(HttpClient http, int number)
    {
        var formulas = Enumerable.Range(0, FormulasOfPreview)
            .Select(n => FormattableString.Invariant($@"$\sum_{{i={number}}}\frac{{\sqrt{{x_{{{n}}}}}}}{{\left(y+{number}\right)^2}}$"));
        return await AnsweredAsync(() => http.PostAsJsonAsync("/api/v1/markdown", new { text = string.Join(' ', formulas) }));
    }

    private static Task<string> PasteAsync(HttpClient http, (string Cookie, string Token) form, string address) => AnsweredAsync(async () =>
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/suggest")
        {
            Headers = { { "Cookie", form.Cookie } },
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["__RequestVerificationToken"] = form.Token,
                ["_handler"] = "look",
                ["kind"] = "resource",
                ["url"] = address,
            }),
        };
        return await http.SendAsync(request);
    });

    private static async Task<string> AnsweredAsync(Func<Task<HttpResponseMessage>> ask)
    {
        try
        {
            using var answer = await ask();
            return ((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture);
        }
        catch (TaskCanceledException)
        {
            return "left";
        }
    }

    private static async Task<(string Cookie, string Token)> OpenAsync(HttpClient http, string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/suggest?kind=resource") { Headers = { { "Cookie", cookie } } };
        using var page = await http.SendAsync(request);
        page.EnsureSuccessStatusCode();
        var token = TokenIn().Match(await page.Content.ReadAsStringAsync()).Groups["token"].Value;
        return (string.Join("; ", page.Headers.GetValues("Set-Cookie").Select(set => set.Split(';')[0]).Prepend(cookie)), token);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TokenIn();
}

using System.Globalization;

namespace LlmGuide.Benchmarks;

/// <summary>
/// What a member's own progress and notes cost on the home page and on a topic, and whether it matters how many other members there are.
/// </summary>
internal static class MembersBenchmark
{
    private const int Marks = 200;

    private static readonly string[] Pages = ["/", "/topics/transformer", "/me"];

    public static async Task RunAsync(WorkFolder work, Settings settings)
    {
        await RunAsync(work, "SQLite", [$"--ConnectionStrings:Guide=Data Source={work.File("members.db")}"], settings);
        if (settings.Postgres is { } connection)
        {
            await RunAsync(work, "PostgreSQL", [
                "--Database:Provider=PostgreSQL", "--Database:MigrateOnStart=true", $"--ConnectionStrings:Guide={connection}"], settings);
        }
    }

    private static async Task RunAsync(WorkFolder work, string name, string[] database, Settings settings)
    {
        await using var scene = await MemberScene.InAsync(database);
        var (fresh, reader) = (await scene.JoinAsync("fresh"), await scene.JoinAsync("reader"));
        await scene.ReadAsync(reader, Marks);
        string[] cookies = [await scene.SignInAsync(fresh), await scene.SignInAsync(reader)];
        var few = await MeasureAsync(work, database, cookies, settings);
        await scene.CrowdAsync(reader, settings.Members);
        Report(name, few, await MeasureAsync(work, database, cookies, settings), settings.Members);
    }

    /// <returns>By page, then for the new member and for the one who has read.</returns>
    private static async Task<List<List<Measurement>[]>> MeasureAsync(
        WorkFolder work, string[] database, string[] cookies, Settings settings)
    {
        await using var site = await ServerProcess.SiteAsync(work, database);
        var requests = Pages.Select(page => Array.ConvertAll(cookies, cookie => new Request(page, Cookie: cookie))).ToList();
        await Load.SettleAsync(site, [.. requests.SelectMany(both => both)], settings.WarmUp);
        var results = requests.ConvertAll(both => Array.ConvertAll(both, _ => new List<Measurement>()));
        for (var round = 0; round < settings.Rounds; round++)
        {
            foreach (var (both, measured) in requests.Zip(results))
            {
                foreach (var (request, into) in both.Zip(measured))
                {
                    into.Add(await Load.RunAsync(site, [request], settings.Measure, clients: 1));
                }
            }
        }

        return results;
    }

    private static void Report(string database, List<List<Measurement>[]> few, List<List<Measurement>[]> many, int members)
    {
        Console.WriteLine($"a member's pages on {database}, medians of interleaved rounds, one client");
        foreach (var (page, (alone, among)) in Pages.Zip(few.Zip(many)))
        {
            var (fresh, reader) = (Cpu(alone[0]), Cpu(alone[1]));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  {page,-20} {fresh:0.00} ms of CPU, with {Marks} marks and a note {reader:0.00} ({reader - fresh:+0.00;-0.00}, "
                + $"target at most 2 more)"));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  {"",-20} {Time(alone[1]):0.00} ms, among {members:N0} members {Time(among[1]):0.00}: "
                + $"{Time(among[1]) / Time(alone[1]):0.00} times (target at most 1.2)"));
        }
    }

    private static double Cpu(List<Measurement> measured) => Median.Of(measured.Select(m => m.CpuMilliseconds));

    private static double Time(List<Measurement> measured) => Median.Of(measured.Select(m => m.MedianMilliseconds));
}

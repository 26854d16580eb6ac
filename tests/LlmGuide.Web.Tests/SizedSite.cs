using LlmGuide.Core;
using LlmGuide.Core.Interchange.Seed;
using LlmGuide.Core.Tests.Interchange;

using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LlmGuide.Web.Tests;

/// <summary>A site with the small seed, or with the same addresses in a much larger one; it tells what a page asks the database.</summary>
internal sealed class SizedSite : IAsyncDisposable
{
    private readonly GuideHost _host;
    private readonly SqlStatements _statements;

    private SizedSite(GuideHost host)
    {
        _host = host;
        _statements = new SqlStatements(
            new SqliteConnectionStringBuilder(host.Services.GetRequiredService<IConfiguration>().GetConnectionString("Guide")).DataSource);
    }

    /// <param name="more">How many further topics, tasks, works of each topic, and results of one benchmark there are.</param>
    public static async Task<SizedSite> StartAsync(int more)
    {
        using var seed = new SeedOnDisk();
        Enlarge(seed, more);
        var host = await GuideHost.StartAsync(WithoutJobs, "--Database:SeedOnStart=false");
        await host.Services.GetRequiredService<LoadSeed>().RunAsync(seed.Folder, CancellationToken.None);

        // Opening a database and its index costs statements of its own, once, whoever asks first.
        await host.TextAsync("/search?q=work");
        return new SizedSite(host);
    }

    /// <summary>What a page asks when it is made anew.</summary>
    public async Task<IReadOnlyList<string>> StatementsOfAsync(string path)
    {
        await _host.Services.GetRequiredService<IPageCache>().EvictAsync([PageTags.Catalogue], GuideHost.Cancelled);
        return await StatementsOfKeptAsync(path);
    }

    /// <summary>What a page asks as it is now, kept or not.</summary>
    public Task<IReadOnlyList<string>> StatementsOfKeptAsync(string path) => _statements.DuringAsync(() => _host.TextAsync(path));

    /// <summary>What the page of a member asks beside what is kept for all members.</summary>
    public async Task<IReadOnlyList<string>> StatementsOfMemberAsync(string path)
    {
        var cookie = await _host.SignInAsync("reader");
        using var first = await _host.GetAsync(path, ("Cookie", cookie));
        return await _statements.DuringAsync(async () =>
        {
            using var answer = await _host.GetAsync(path, ("Cookie", cookie));
            answer.EnsureSuccessStatusCode();
        });
    }

    public async ValueTask DisposeAsync()
    {
        _statements.Dispose();
        await _host.DisposeAsync();
    }

    private static void Enlarge(SeedOnDisk seed, int more)
    {
        var numbers = Enumerable.Range(1, more).ToList();
        seed.Change("stages.yaml", "[one, two]", $"[{string.Join(", ", numbers.Select(n => $"topic-{n}").Prepend("two").Prepend("one"))}]");
        foreach (var topic in numbers)
        {
            seed.Write($"resources/topic-{topic}.yaml", string.Concat(numbers.Select(n => $"""
                - slug: work-{topic}-{n}
                  title: A work of its own, {topic}.{n}
                  kind: paper
                  url: https://example.org/{topic}/{n}
                  authors: [Ada Example]
                  year: {2000 + n}
                  level: introductory
                  minutes: 30
                  builds_on: [work]
                  summary: It measures something.

                """)));
            seed.Write($"topics/topic-{topic}.yaml", $"""
                slug: topic-{topic}
                title: Topic {topic}
                summary: What it is.
                objective: By the end you can do it.
                prerequisites:
                  - topic: one
                    reason: It uses it.
                introduction: |
                  Some words about a work.
                resources:
                  - resource: work
                    role: essential
                    why: It is the source.
                {string.Concat(numbers.Select(n => $"  - resource: work-{topic}-{n}\n    role: companion\n    companion_of: work\n    why: It explains it.\n"))}
                """);
        }

        seed.Change("tasks.yaml", "benchmarks: []", $"benchmarks: []\n{string.Concat(numbers.Select(n => $"""
            - slug: task-{n}
              name: Task {n}
              type: Type {n}
              objective: A text goes in, a label comes out.
              lookout: Classes may be unequal.
              example:
                input: a
                output: b
              metrics: [accuracy]
              topics: [one]
              benchmarks:
                - slug: benchmark-{n}
                  name: Benchmark {n}
                  url: https://example.org/benchmark/{n}
                  metric: accuracy

            """))}");
        seed.Write("sources.yaml", """
            - slug: source
              name: A source
              url: https://example.org/source
              licence: MIT
            """);
        seed.Write("results/benchmark-1.yaml", $$"""
            - benchmark: benchmark-1
              source: source
              source_url: https://example.org/source/1
              measured_by: authors
              metrics:
                - {name: Accuracy, higher_is_better: true, metric: accuracy}
              results:
            {{string.Concat(numbers.Select(n => $"    - {{model: Model {n}, scores: {{Accuracy: '{50 + n}'}}, date: '2019'}}\n"))}}
            """);
    }

    /// <summary>What runs beside the site asks the database too, at moments of its own.</summary>
    private static void WithoutJobs(IServiceCollection services)
    {
        foreach (var job in services.Where(s => s.ServiceType == typeof(IHostedService)
            && (s.ImplementationType ?? s.ImplementationFactory?.Method.DeclaringType)?.Namespace
                ?.StartsWith("LlmGuide", StringComparison.Ordinal) is true).ToList())
        {
            services.Remove(job);
        }
    }
}

namespace LlmGuide.Core.Tests.Interchange;

/// <summary>A small sound seed in a folder of its own, to be broken in one place.</summary>
internal sealed class SeedOnDisk : IDisposable
{
    public SeedOnDisk()
        : this(Directory.CreateTempSubdirectory("llmguide-seed-").FullName)
    {
    }

    public SeedOnDisk(string folder)
    {
        Folder = folder;
        Write("stages.yaml", """
            - slug: start
              title: Start
              summary: Where it starts.
              topics: [one, two]
            """);
        Write("topics/one.yaml", Topic("one", "prerequisites: []"));
        Write("topics/two.yaml", Topic("two", "prerequisites:\n  - topic: one\n    reason: It uses it."));
        Write("figures/square.svg", """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 328 100">
              <title>A square</title>
              <desc>A square of ink, which is there to be broken in one place.</desc>
              <rect x="1" y="1" width="9" height="9"/>
            </svg>
            """);
        Write("resources/one.yaml", """
            - slug: work
              title: A work
              kind: paper
              url: https://example.org/work
              authors: [Ada Example]
              year: 2020
              level: introductory
              minutes: 30
              summary: It measures something.
            """);
        Write("metrics.yaml", """
            - slug: accuracy
              name: Accuracy
              higher_is_better: true
              definition: right / all
              source: https://example.org/accuracy
            """);
        Write("tasks.yaml", """
            - slug: task
              name: Task
              type: Classification
              objective: A text goes in, a label comes out.
              lookout: Classes may be unequal.
              example:
                input: a
                output: b
              metrics: [accuracy]
              topics: [one]
              benchmarks: []
            """);
    }

    public string Folder { get; }

    /// <summary>Adds a benchmark with one result.</summary>
    public SeedOnDisk WithResult()
    {
        Change("tasks.yaml", "benchmarks: []", """
            benchmarks:
                - slug: benchmark
                  name: Benchmark
                  url: https://example.org/benchmark
                  metric: accuracy
            """);
        Write("sources.yaml", """
            - slug: source
              name: Source
              url: https://example.org/source
              licence: MIT
            """);
        Write("results/one.yaml", """
            - benchmark: benchmark
              source: source
              source_url: https://example.org/source/table
              measured_by: owner (Example)
              metrics:
                - name: Accuracy
                  higher_is_better: true
              results:
                - model: Model
                  scores: {"Accuracy": "91.0"}
            """);
        return this;
    }

    public void Write(string file, string text)
    {
        var path = Path.Combine(Folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    public void Change(string file, string from, string to)
    {
        var text = File.ReadAllText(Path.Combine(Folder, file));
        Assert.Contains(from, text);
        Write(file, text.Replace(from, to, StringComparison.Ordinal));
    }

    public void Remove(string file) => File.Delete(Path.Combine(Folder, file));

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static string Topic(string slug, string prerequisites) => $"""
        slug: {slug}
        title: Topic {slug}
        summary: What it is.
        objective: By the end you can do it.
        {prerequisites}
        introduction: |
          Some words.
        resources:
          - resource: work
            role: essential
            why: It is the source.
        """;
}

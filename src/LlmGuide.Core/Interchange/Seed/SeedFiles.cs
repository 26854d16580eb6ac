using LlmGuide.Core.Text;

namespace LlmGuide.Core.Interchange.Seed;

// What the files of db/seed look like; db/seed/README.md says what each field means. Everything is optional here:
// what must be there is for SeedRules to say, in a sentence with file and line.
internal sealed class SeedEdition
{
    public string? Date { get; set; }

    public DateOnly? Day => TypedDay.Read(Date);
}

internal sealed class SeedStage
{
    public string? Slug { get; set; }

    public string? Title { get; set; }

    public string? Summary { get; set; }

    public List<string> Topics { get; set; } = [];
}

internal sealed class SeedTopic
{
    public string? Slug { get; set; }

    public List<string> Formerly { get; set; } = [];

    public string? Title { get; set; }

    public string? Summary { get; set; }

    public string? Objective { get; set; }

    public string? Checked { get; set; }

    public List<SeedPrerequisite> Prerequisites { get; set; } = [];

    public string? Introduction { get; set; }

    public List<SeedConcept> Concepts { get; set; } = [];

    public List<SeedCheck> Checks { get; set; } = [];

    public List<SeedPlacement> Resources { get; set; } = [];
}

internal sealed class SeedPrerequisite
{
    public string? Topic { get; set; }

    public string? Reason { get; set; }
}

internal sealed class SeedConcept
{
    public string? Term { get; set; }

    public string? Definition { get; set; }
}

internal sealed class SeedPlacement
{
    public string? Resource { get; set; }

    public string? Role { get; set; }

    public string? CompanionOf { get; set; }

    public string? Why { get; set; }

    public int? Minutes { get; set; }
}

internal sealed class SeedMetric
{
    public string? Slug { get; set; }

    public string? Name { get; set; }

    public bool? HigherIsBetter { get; set; }

    public string? Definition { get; set; }

    public string? Source { get; set; }

    public string? Formula { get; set; }

    public string? Unit { get; set; }

    public double? Least { get; set; }

    public double? Most { get; set; }
}

internal sealed class SeedTask
{
    public string? Slug { get; set; }

    public string? Name { get; set; }

    public string? Type { get; set; }

    public bool Original { get; set; }

    public SeedOriginalBenchmarks? OriginalBenchmarks { get; set; }

    public string? Objective { get; set; }

    public string? Lookout { get; set; }

    public SeedExample Example { get; set; } = new();

    public List<string> Metrics { get; set; } = [];

    public List<string> Topics { get; set; } = [];

    public List<SeedBenchmark> Benchmarks { get; set; } = [];
}

internal sealed class SeedExample
{
    public string? Input { get; set; }

    public string? Output { get; set; }
}

internal sealed class SeedBenchmark
{
    public string? Slug { get; set; }

    public string? Name { get; set; }

    public string? Url { get; set; }

    public string? Paper { get; set; }

    public int? Year { get; set; }

    public string? Size { get; set; }

    public string? Metric { get; set; }

    public string? Resource { get; set; }

    public string? Split { get; set; }

    public string? Licence { get; set; }

    public SeedState? State { get; set; }
}

internal sealed class SeedOriginalBenchmarks
{
    public string? Url { get; set; }

    public string? Note { get; set; }
}

internal sealed class SeedState
{
    public string? Lifecycle { get; set; }

    public string? Since { get; set; }

    public string? Reason { get; set; }

    public string? Source { get; set; }

    public string? Successor { get; set; }
}

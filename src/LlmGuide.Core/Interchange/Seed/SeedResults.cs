namespace LlmGuide.Core.Interchange.Seed;

// What sources.yaml and the files of results look like; see SeedFiles.cs.
internal sealed class SeedSource
{
    public string? Slug { get; set; }

    public string? Name { get; set; }

    public string? Url { get; set; }

    public string? Licence { get; set; }

    public string? Attribution { get; set; }
}

internal sealed class SeedModel
{
    public string? Name { get; set; }

    public string? Vendor { get; set; }

    public string? Released { get; set; }

    public List<string> ResultsOf { get; set; } = [];
}

internal sealed class SeedTable
{
    public string? Benchmark { get; set; }

    public string? Setting { get; set; }

    public string? Source { get; set; }

    public string? SourceUrl { get; set; }

    public string? MeasuredBy { get; set; }

    public string? Version { get; set; }

    public List<SeedColumn> Metrics { get; set; } = [];

    public List<SeedResult> Results { get; set; } = [];
}

internal sealed class SeedColumn
{
    public string? Name { get; set; }

    public bool? HigherIsBetter { get; set; }

    public string? Metric { get; set; }

    public string? Meaning { get; set; }
}

internal sealed class SeedResult
{
    public string? Model { get; set; }

    public Dictionary<string, string> Scores { get; set; } = new(StringComparer.Ordinal);

    public string? Date { get; set; }

    public string? Setting { get; set; }

    public string? Track { get; set; }

    public string? MeasuredBy { get; set; }

    public string? Version { get; set; }

    public string? Reference { get; set; }

    public string? Paper { get; set; }

    public string? PaperTitle { get; set; }

    public string? Code { get; set; }

    public string? Note { get; set; }

    public string? Resource { get; set; }
}

using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Interchange.Seed;
using LlmGuide.Core.Tests.Databases;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Tests.Interchange;

/// <summary>A broken seed is refused whole, with file and line.</summary>
public sealed class BrokenSeedTests
{
    [Fact]
    public async Task The_small_seed_of_these_tests_is_sound()
    {
        using var seed = new SeedOnDisk().WithResult();
        await using var database = await TestDatabases.Sqlite().MigratedAsync();
        Assert.Equal(new SeedReport(1, 2, 1, 2, 1, 1, 1), await database.Get<LoadSeed>().RunAsync(seed.Folder, GuideDatabase.Cancelled));
    }

    [Theory]
    [InlineData("topics/one.yaml", "title: Topic one", "title: [", "topics/one.yaml:")]
    [InlineData("topics/one.yaml", "summary: What it is.", "sumary: What it is.", "topics/one.yaml:3:")]
    [InlineData("topics/one.yaml", "resource: work", "resource: other", "There is no resource “other”")]
    [InlineData("topics/one.yaml", "why: It is the source.", "why: ''", "why of “work” is empty")]
    [InlineData("topics/one.yaml", "summary: What it is.", "summary: What it is.\nchecked: May 2026", "The checked is “May 2026”")]
    [InlineData("topics/one.yaml", "role: essential", "role: essential\n    minutes: 0", "The minutes of “work” must be 1 or more")]
    [InlineData("topics/one.yaml", "role: essential", "role: vital", "must be one of essential, companion, further")]
    [InlineData("topics/one.yaml", "role: essential", "role: companion", "is not in this topic")]
    [InlineData("topics/one.yaml", "prerequisites: []", "prerequisites: [{topic: two, reason: Why not.}]", "one needs two needs one")]
    [InlineData("topics/one.yaml", "Some words.", "Some $broken$ words.", "topics/one.yaml:1: The formula")]
    [InlineData("topics/one.yaml", "title: Topic one", "title: [[[[[[[[[[[[[[[[", "topics/one.yaml:2:")]
    [InlineData("topics/one.yaml", "Some words.", "![A square](figure:circle)", "topics/one.yaml:1: There is no figure “circle” to place.")]
    [InlineData("figures/square.svg", "<rect", "<script/><rect", "figures/square.svg:4: A drawing has no “script”")]
    [InlineData("topics/two.yaml", "slug: two", "slug: one", "share the slug “one”")]
    [InlineData("topics/two.yaml", "slug: two", "slug: Two", "“Two” is not a slug")]
    [InlineData(
        "resources/one.yaml", "https://example.org/work", "javascript:alert(1)",
        "resources/one.yaml:1: Url: This is not a complete address")]
    [InlineData("resources/one.yaml", "summary: It measures something.", "summary:", "The summary is empty")]
    [InlineData("resources/one.yaml", "kind: paper", "kind: song", "The kind is “song”")]
    [InlineData("resources/one.yaml", "minutes: 30", "minutes: -5", "Minutes: Say how many minutes a first reading takes: 1 or more.")]
    [InlineData("stages.yaml", "topics: [one, two]", "topics: [one]", "“two” must be listed once")]
    [InlineData(
        "results/one.yaml", "measured_by: owner (Example)", "version: '1'", "results/one.yaml:1: measured_by of “Model” is “”; it must be")]
    [InlineData("results/one.yaml", "owner (Example)", "vendor", "measured_by of “Model” is “vendor”; it must be authors, vendor (NAME)")]
    [InlineData(
        "results/one.yaml", "- model: Model", "- reference: martian\n      model: Model", "must be one of human, random, baseline, oracle")]
    [InlineData("results/one.yaml", "\"91.0\"", "\"0,85\"", "can be read in two ways")]
    [InlineData("results/one.yaml", "source: source", "source: nobody", "There is no source “nobody” to refer to: every number needs one.")]
    [InlineData("sources.yaml", "licence: MIT", "licence: ''", "sources.yaml:1: The licence of “source” is empty")]
    [InlineData("tasks.yaml", "metrics: [accuracy]", "metrics: [f1]", "tasks.yaml:1: There is no metric “f1”")]
    public async Task A_seed_with_one_fault_is_refused_with_its_place_and_nothing_is_loaded(
        string file, string from, string to, string reason)
    {
        using var seed = new SeedOnDisk().WithResult();
        seed.Change(file, from, to);
        await using var database = await TestDatabases.Sqlite().MigratedAsync();
        var refused = await Assert.ThrowsAsync<SeedException>(
            () => database.Get<LoadSeed>().RunAsync(seed.Folder, GuideDatabase.Cancelled));
        Assert.Contains(reason, refused.Message);
        await NothingIsThere(database);
    }

    [Theory]
    [InlineData("url: https://doi.org/10.1000/x", "doi: 10.1000/X")]
    [InlineData("url: https://arxiv.org/pdf/1810.04805v2", "arxiv: 1810.04805")]
    [InlineData("url: https://www.example.org/work/", "month: 5")]
    public async Task A_work_that_is_there_twice_by_any_of_its_identifiers_is_refused(string second, string first)
    {
        using var seed = new SeedOnDisk();
        seed.Change("resources/one.yaml", "year: 2020", $"year: 2020\n  {first}");
        seed.Write("resources/two.yaml", $"""
            - slug: second
              title: Second
              kind: paper
              {second}
              authors: [Ada Example]
              level: introductory
              minutes: 30
              summary: The same again.
            """);
        await using var database = await TestDatabases.Sqlite().MigratedAsync();
        var refused = await Assert.ThrowsAsync<SeedException>(
            () => database.Get<LoadSeed>().RunAsync(seed.Folder, GuideDatabase.Cancelled));
        Assert.Contains("resources/two.yaml:1: “work” has the same link, arXiv number or DOI", refused.Message);
    }

    [Theory]
    [InlineData("- name: Model\n  results_of: [Other]", "models.yaml:1: No result is of “Other”.")]
    [InlineData(
        "- name: Model\n  results_of: [Model]\n- name: Two\n  results_of: [Model]", "models.yaml:3: “Model” is listed under two models")]
    [InlineData("- name: Model\n  released: soon\n  results_of: [Model]", "“soon” is not a date")]
    public async Task A_model_that_no_result_is_of_or_that_stands_twice_is_refused(string models, string reason)
    {
        using var seed = new SeedOnDisk().WithResult();
        seed.Write("models.yaml", models);
        await using var database = await TestDatabases.Sqlite().MigratedAsync();
        var refused = await Assert.ThrowsAsync<SeedException>(
            () => database.Get<LoadSeed>().RunAsync(seed.Folder, GuideDatabase.Cancelled));
        Assert.Contains(reason, refused.Message);
        await NothingIsThere(database);
    }

    [Fact]
    public async Task A_missing_file_is_named()
    {
        using var seed = new SeedOnDisk();
        seed.Remove("metrics.yaml");
        await using var database = await TestDatabases.Sqlite().MigratedAsync();
        var refused = await Assert.ThrowsAsync<SeedException>(
            () => database.Get<LoadSeed>().RunAsync(seed.Folder, GuideDatabase.Cancelled));
        Assert.Equal("metrics.yaml:1: The file is missing.", refused.Message);
        await NothingIsThere(database);
    }

    private static async Task NothingIsThere(GuideDatabase database)
    {
        await using var db = await database.OpenAsync();
        Assert.False(await db.Stages.AnyAsync(GuideDatabase.Cancelled)
            || await db.Topics.AnyAsync(GuideDatabase.Cancelled) || await db.Resources.AnyAsync(GuideDatabase.Cancelled));
    }
}

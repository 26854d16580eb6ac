using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Interchange.Seed;
using LlmGuide.Core.Tests.Databases;
using LlmGuide.Core.Text;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Tests.Interchange;

/// <summary>The curated catalogue of this checkout.</summary>
public sealed class SeedTests
{
    private static readonly string[] Original =
    [
        "attention-is-all-you-need", "the-illustrated-transformer", "what-is-a-gpt", "gpt-1", "bert", "lora", "peft-library",
        "prefix-tuning", "p-tuning", "ia3", "gpt-2", "gpt-3", "chain-of-thought", "hf-course-main-nlp-tasks",
    ];

    private static SeedFolder Seed { get; } = new SeedReader(GuideDatabase.SeedFolder).Read();

    [Fact]
    public void The_seed_is_sound() => Assert.Empty(new SeedRules(Seed, TimeProvider.System.GetUtcNow().Year).Check());

    [Fact]
    public void Nothing_is_needed_before_it_is_taught()
    {
        var order = Seed.Stages.SelectMany(s => s.Value.Topics).ToList();
        var late = Seed.Topics.SelectMany(t => t.Value.Prerequisites, (t, p) => (Topic: t.Value.Slug!, Needs: p.Topic!))
            .Where(pair => order.IndexOf(pair.Needs) > order.IndexOf(pair.Topic));
        Assert.Empty(late);
    }

    [Fact]
    public void Every_topic_has_one_or_two_works_to_read() =>
        Assert.All(Seed.Topics, t => Assert.InRange(t.Value.Resources.Count(p => p.Role == "essential"), 1, 2));

    [Fact]
    public void Every_topic_says_on_which_day_its_facts_were_checked() =>
        Assert.All(Seed.Topics, t => Assert.NotNull(TypedDay.Read(t.Value.Checked)));

    [Fact]
    public void A_work_of_more_than_twenty_hours_says_how_long_its_part_takes_wherever_it_is_used_twice()
    {
        const int TwentyHours = 20 * 60;
        var longWorks = Seed.Resources.Where(r => r.Value.Minutes > TwentyHours)
            .Select(r => r.Value.Slug!).ToHashSet(StringComparer.Ordinal);
        var placed = Seed.Topics.SelectMany(t => t.Value.Resources).Where(p => longWorks.Contains(p.Resource!))
            .GroupBy(p => p.Resource!, StringComparer.Ordinal).Where(places => places.Count() > 1);
        Assert.All(placed.SelectMany(places => places), place => Assert.True(place.Minutes is not null, place.Resource));
    }

    [Fact]
    public void Every_introduction_ends_with_what_changed_since() => Assert.All(Seed.Topics, t =>
        Assert.Equal(
            "### Since then", t.Value.Introduction!.Split('\n').LastOrDefault(line => line.StartsWith("### ", StringComparison.Ordinal))));

    [Fact]
    public void Every_formula_of_an_introduction_stands_on_one_line()
    {
        var lines = Seed.Topics.SelectMany(t => t.Value.Introduction!.Split('\n'), (t, line) => (t.Value.Slug, Line: line))
            .Where(at => !at.Line.Contains('`', StringComparison.Ordinal) && !at.Line.Contains("$$", StringComparison.Ordinal));
        Assert.All(
            lines, at => Assert.True(at.Line.Count(c => c == '$') % 2 == 0, $"{at.Slug} would show the source of a formula: {at.Line}"));
    }

    [Fact]
    public void A_hard_work_that_must_be_read_has_an_easier_companion()
    {
        var level = Seed.Resources.ToDictionary(r => r.Value.Slug!, r => r.Value.Level, StringComparer.Ordinal);
        var hard = Seed.Topics.SelectMany(t => t.Value.Resources, (t, p) => (Topic: t.Value, Work: p.Resource!, p.Role))
            .Where(at => at.Role == "essential" && level[at.Work] == "advanced");
        Assert.All(hard, at => Assert.Contains(at.Topic.Resources, p => p.CompanionOf == at.Work && level[p.Resource!] != "advanced"));
    }

    [Fact]
    public void A_companion_explains_a_work_that_is_read_by_itself()
    {
        foreach (var topic in Seed.Topics.Select(t => t.Value))
        {
            var role = topic.Resources.ToDictionary(p => p.Resource!, p => p.Role, StringComparer.Ordinal);
            Assert.All(topic.Resources.Where(p => p.CompanionOf is not null), p => Assert.NotEqual("companion", role[p.CompanionOf!]));
        }
    }

    [Fact]
    public void Every_topic_has_a_figure_and_every_figure_a_topic()
    {
        var placed = Seed.Topics.SelectMany(t => FiguresOf(t.Value)).ToList();
        Assert.All(Seed.Topics, t => Assert.NotEmpty(FiguresOf(t.Value)));
        Assert.Equal(Seed.Figures.Figures.Select(figure => figure.Slug), placed.Order(StringComparer.Ordinal));

        static IEnumerable<string> FiguresOf(SeedTopic topic) =>
            topic.Introduction!.Split("](figure:").Skip(1).Select(rest => rest.Split(')')[0]);
    }

    [Fact]
    public void Every_topic_has_an_introduction_of_200_to_650_words()
    {
        foreach (var topic in Seed.Topics.Select(t => t.Value))
        {
            var text = topic.Introduction!.Split('\n').Where(line => !line.StartsWith("![", StringComparison.Ordinal));
            var words = string.Join('\n', text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
            Assert.True(words is >= 200 and <= 670, $"{topic.Slug} has {words} words.");
        }
    }

    [Fact]
    public async Task The_works_of_the_original_guide_stand_in_its_order()
    {
        await using var database = await TestDatabases.Sqlite().SeededAsync();
        await using var db = await database.OpenAsync();
        var slugs = await db.Placements.OrderBy(p => p.Topic.Position).ThenBy(p => p.Position)
            .Select(p => p.Resource.Slug).ToListAsync(GuideDatabase.Cancelled);
        Assert.Equal(Original, slugs.Distinct().Where(Original.Contains));
    }

    [Theory]
    [InlineData("attention-is-all-you-need")]
    [InlineData("gpt-1")]
    [InlineData("lora")]
    [InlineData("gpt-2")]
    [InlineData("gpt-3")]
    public void The_must_reads_of_the_original_guide_are_essential(string slug) =>
        Assert.True(Seed.Resources.Single(r => r.Value.Slug == slug).Value is { Essential: true, Original: true });

    [Fact]
    public async Task Loading_twice_changes_nothing()
    {
        await using var database = await TestDatabases.Sqlite().SeededAsync();
        Assert.Null(await database.Get<LoadSeed>().RunAsync(GuideDatabase.SeedFolder, GuideDatabase.Cancelled));
    }

    [Fact]
    public async Task Loading_evicts_the_pages_that_show_the_catalogue()
    {
        await using var database = await TestDatabases.Sqlite().MigratedAsync();
        await database.Get<LoadSeed>().RunAsync(GuideDatabase.SeedFolder, GuideDatabase.Cancelled);
        Assert.Equal([PageTags.Catalogue], database.Evictions.Tags);
    }
}

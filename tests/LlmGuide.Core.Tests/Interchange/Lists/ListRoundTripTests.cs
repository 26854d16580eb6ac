using System.Globalization;
using System.Text;

using CsCheck;

using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Catalogue.Path;
using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Catalogue.Topics;
using LlmGuide.Core.Data;
using LlmGuide.Core.Interchange.Lists;
using LlmGuide.Core.Members;
using LlmGuide.Core.Tests.Databases;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Tests.Interchange.Lists;

/// <summary>What goes out as an awesome list passes awesome-lint, and comes in again with nothing created and nothing changed.</summary>
public sealed class ListRoundTripTests(SeededDatabase seeded) : IClassFixture<SeededDatabase>
{
    private const string Badge = "https://awesome.re";

    private static readonly string[] Words =
    [
        "Attention", "llama", "GPT-4o", "[brackets]", "a*b*c", "“quoted", "it’s", "$5", "C++", "a_b_c", "变换器", "（括号", "C&A", "<b>",
        "`code`", "|", "50 %", "why?", "so!!", "Ünïcödé", "🔥", "T5:", "e.g.", "https://example.org/x", "www.example.org", "me@example.org",
        "#1", "--", "(see", "\\", "...", "\"", "!", "1.", "[x](y)", "~~gone~~", "&amp;", "Contents",
    ];

    private static readonly Gen<string> Text = Gen.Int[0, Words.Length - 1].Array[1, 6]
        .Select(at => string.Join(' ', at.Select(i => Words[i])));

    private static readonly Gen<string> Path = Gen.OneOf(
        Gen.Const("plain"), Gen.Const("a_(b)"), Gen.Const("a?q=1&r=2"), Gen.Const("%5Bx%5D"), Gen.Const("~x"), Gen.Const("a)b"),
        Gen.Const("a*b*"));

    [Fact]
    public async Task The_seed_passes_the_linter() => Assert.Null(await AwesomeLint.RunAsync(await ExportAsync(seeded.Database)));

    [Fact]
    public async Task The_seed_comes_in_again_as_it_is()
    {
        var before = await RowsAsync(seeded.Database);
        var counts = await ImportAsync(seeded.Database, await ExportAsync(seeded.Database));
        Assert.Equal((0, before.Resources, 0), (counts.Created, counts.Merged, counts.Topics));
        Assert.Equal(before, await RowsAsync(seeded.Database));
    }

    [Fact]
    public async Task Any_catalogue_passes_the_linter_and_comes_in_again_as_it_is()
    {
        await using var database = await TestDatabases.Sqlite().MigratedAsync();
        var number = 0;
        await Gen.Select(Text.Array[1, 4], Gen.Select(Text, Text, Path).Array[1, 12]).SampleAsync(
            async (topics, works) =>
            {
                await AddAsync(database, topics, works, ++number);
                var list = await ExportAsync(database);
                var before = await RowsAsync(database);
                var counts = await ImportAsync(database, list);
                Assert.Equal((0, before.Resources, 0), (counts.Created, counts.Merged, counts.Topics));
                Assert.Equal(before, await RowsAsync(database));
            },
            iter: 12, threads: 1);
        Assert.Null(await AwesomeLint.RunAsync(await ExportAsync(database)));
    }

    private static async Task AddAsync(
        GuideDatabase database, string[] topics, (string Title, string Summary, string Path)[] works, int number)
    {
        await using var db = await database.OpenAsync();
        var stage = new Stage($"stage-{N(number)}", $"Stage {N(number)}", "What there is.", number);
        for (var at = 0; at < topics.Length; at++)
        {
            var topic = new Topic($"topic-{N(number)}-{N(at)}", Line(topics[at]), stage, (number * 100) + at);
            topic.Describe("A topic.", "Done.", Prose("Words."), [], []);
            Resource? last = null;
            foreach (var (index, (title, summary, path)) in works.Index().Where(w => w.Index % topics.Length == at))
            {
                var name = $"work-{N(number)}-{N(index)}";
                var url = $"https://{name}.example.org/{path}";
                var work = new Resource(name, Line(title), ResourceKind.Paper, url, DateTimeOffset.UnixEpoch);
                work.Publish(["Ada"], 2020, null, null, null, null);
                work.Describe(Prose(summary), ResourceLevel.Advanced, ResourceAccess.Open, 5, null);
                work.CiteAs(name);
                var role = last is null || index % 3 > 0 ? PlacementRole.Further : PlacementRole.Companion;
                topic.Place(work, role, Prose("Why."), role == PlacementRole.Companion ? last : null);
                last = role == PlacementRole.Companion ? last : work;
            }

            db.Add(topic);
        }

        await db.SaveChangesAsync(GuideDatabase.Cancelled);
    }

    private static string N(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static Prose Prose(string text) => new(text, text, 1);

    // As a title is when somebody types it.
    private static string Line(string typed) => TypedLine.Read(typed, 300, "Title").Value is { Length: > 0 } line ? line : "Untitled";

    private static async Task<string> ExportAsync(GuideDatabase database)
    {
        await using var text = new StringWriter();
        await database.Get<ExportAwesome>().RunAsync(text, GuideDatabase.Cancelled);
        return text.ToString();
    }

    private static async Task<ListCounts> ImportAsync(GuideDatabase database, string list)
    {
        var others = new List<ListEntry>();
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(list));
        var imported = await database.Get<ImportList>().RunAsync(
            file, new ListChoice(DryRun: false, null, "list"), Actor.Operator,
            entry => others.AddRange(entry is { Url: ['h', ..] url, Outcome: not ListOutcome.Merged } && url != Badge ? [entry] : []),
            null, GuideDatabase.Cancelled);
        Assert.Null(imported.Refusal);
        Assert.Empty(others);
        return imported.Value!;
    }

    private static async Task<(int Resources, int Topics, int Placements, int Log)> RowsAsync(GuideDatabase database)
    {
        await using var db = await database.OpenAsync();
        return (await db.Resources.CountAsync(GuideDatabase.Cancelled), await db.Topics.CountAsync(GuideDatabase.Cancelled),
            await db.Placements.CountAsync(GuideDatabase.Cancelled), await db.Log.CountAsync(GuideDatabase.Cancelled));
    }
}

using System.Text;

using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Catalogue.Resources.Edits;
using LlmGuide.Core.Catalogue.Topics;
using LlmGuide.Core.Data;
using LlmGuide.Core.Interchange.Lists;
using LlmGuide.Core.Members;
using LlmGuide.Core.Revisions;
using LlmGuide.Core.Revisions.History;
using LlmGuide.Core.Tests.Databases;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Tests.Interchange.Lists;

/// <summary>Awesome lists that come in: what is new becomes a resource in its topic, what is there stays as it is.</summary>
[OnEachDatabase]
public sealed class ImportListTests(BareDatabase bare) : IClassFixture<BareDatabase>
{
    private static int _next;
    private readonly string _one = $"s{Interlocked.Increment(ref _next)}";

    private GuideDatabase Database => bare.Database;

    [Fact]
    public async Task A_heading_becomes_a_topic_with_its_words_as_the_introduction_and_its_items_as_resources()
    {
        var (counts, _) = await ImportAsync(
            $"# L\n\n## Trees {_one}\n\nWhat *they* are.\n\n- [A]({Url("a")}) by Jane Doe (2020)\n  - [B]({Url("b")}) - Explains it.\n");
        Assert.Equal((2, 0, 1, 0), (counts.Created, counts.Merged, counts.Topics, counts.Unaccounted));
        await using var db = await Database.OpenAsync();
        var topic = await db.Topics.Include(t => t.Placements).ThenInclude(p => p.Resource).SingleAsync(
            t => t.Title == $"Trees {_one}", GuideDatabase.Cancelled);
        Assert.Equal("What they are.", topic.Introduction.Markdown);
        var a = topic.Placements.Single(p => p.Role == PlacementRole.Further);
        var b = topic.Placements.Single(p => p.CompanionOf is not null);
        Assert.Equal(("A", "Jane Doe", 2020, 45), (a.Resource.Title, a.Resource.AuthorNames, a.Resource.Year, a.Resource.Minutes));
        Assert.Equal((a.Resource, PlacementRole.Companion, "Explains it."), (b.CompanionOf, b.Role, b.Resource.Summary.Markdown));
        Assert.Equal(
            1, await db.Log.CountAsync(
                e => e.Act == "imported" && e.Title == "L" && e.Reason.Contains("new works: 2"), GuideDatabase.Cancelled));
    }

    [Fact]
    public async Task The_same_list_again_creates_and_changes_nothing()
    {
        var list = $"## Trees {_one}\n\n- [A]({Url("a")}) - Good.\n- [B]({Url("b")})\n";
        await ImportAsync(list);
        var before = await RowsAsync();
        var (counts, _) = await ImportAsync(list);
        Assert.Equal((0, 2), (counts.Created, counts.Merged));
        Assert.Equal(before, await RowsAsync());
    }

    [Fact]
    public async Task Nothing_is_written_by_a_dry_run()
    {
        var before = await RowsAsync();
        var (counts, _) = await ImportAsync($"## Trees {_one}\n\n- [A]({Url("a")})\n", dryRun: true);
        Assert.Equal(1, counts.Created);
        Assert.Equal(before, await RowsAsync());
    }

    [Fact]
    public async Task Ways_of_writing_an_address_are_one_work()
    {
        var number = $"2401.{10_000 + Interlocked.Increment(ref _next):00000}";
        await ImportAsync($"## Trees {_one}\n\n- [A](https://arxiv.org/abs/{number})\n");
        var (counts, entries) = await ImportAsync(
            $"## Trees {_one}\n\n- [A again](http://www.arxiv.org/pdf/{number}v3.pdf)\n- [C]({Url("c")})\n"
            + $"- [C too]({Url("c")}/?utm_source=x)\n");
        Assert.Equal((1, 2), (counts.Created, counts.Merged));
        Assert.Equal(
            ["In the guide already: “A”.", "The same work as on line 4."],
            entries.Where(e => e.Outcome == ListOutcome.Merged).Select(e => e.Reason));
    }

    [Fact]
    public async Task What_a_curator_removed_does_not_come_back()
    {
        await ImportAsync($"## Trees {_one}\n\n- [A]({Url("a")})\n");
        await RemoveAsync(Url("a"));
        var (counts, entries) = await ImportAsync($"## Trees {_one}\n\n- [A]({Url("a")})\n");
        Assert.Equal(0, counts.Created);
        Assert.Equal("A curator removed it from the guide: “A”.", entries.Single(e => e.Url is not null).Reason);
    }

    [Fact]
    public async Task A_work_that_is_there_gets_a_place_in_a_topic_that_is_there()
    {
        await ImportAsync($"## Trees {_one}\n\n- [A]({Url("a")})\n\n## Woods {_one}\n\n- [B]({Url("b")})\n");
        var (counts, entries) = await ImportAsync($"## Woods {_one}\n\n- [A]({Url("a")})\n");
        Assert.Equal((0, 1), (counts.Created, counts.Merged));
        Assert.Equal($"In the guide already, and new in “Woods {_one}”: “A”.", entries.Single(e => e.Url is not null).Reason);
        await using var db = await Database.OpenAsync();
        Assert.Equal(2, await db.Placements.CountAsync(p => p.Resource.Url == Url("a"), GuideDatabase.Cancelled));
        Assert.Equal(1, await db.Resources.Where(r => r.Url == Url("a")).Select(r => r.Version).SingleAsync(GuideDatabase.Cancelled));
    }

    [Fact]
    public async Task Titles_in_any_script_get_an_address_of_their_own()
    {
        var (counts, _) = await ImportAsync(
            $"## 模型 {_one}\n\n- [变换器]({Url("x")})\n- [变换器]({Url("y")})\n- [New]({Url("z")})\n");
        Assert.Equal((3, 0, 1), (counts.Created, counts.Skipped - 1, counts.Topics));
    }

    [Fact]
    public async Task Readers_cannot_import()
    {
        using var file = new MemoryStream("- a\n"u8.ToArray());
        var refused = await Database.Get<ImportList>().RunAsync(
            file, new ListChoice(DryRun: true, null, "L"), new Actor(1, "reader", Role.None), _ => { }, null, GuideDatabase.Cancelled);
        Assert.Equal(Cause.NotAllowed, refused.Refusal?.Cause);
    }

    [Fact]
    public async Task A_topic_that_does_not_exist_is_refused()
    {
        using var file = new MemoryStream("- a\n"u8.ToArray());
        var refused = await Database.Get<ImportList>().RunAsync(
            file, new ListChoice(DryRun: true, "nowhere", "L"), Actor.Operator, _ => { }, null, GuideDatabase.Cancelled);
        Assert.Equal("There is no topic “nowhere”.", refused.Refusal?.Why);
    }

    private string Url(string page) => $"https://{_one}.example.org/{page}";

    private async Task<(ListCounts Counts, IReadOnlyList<ListEntry> Entries)> ImportAsync(string list, bool dryRun = false)
    {
        var entries = new List<ListEntry>();
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(list));
        var imported = await Database.Get<ImportList>().RunAsync(
            file, new ListChoice(dryRun, null, "A list"), Actor.Operator, entries.Add, null, GuideDatabase.Cancelled);
        Assert.Null(imported.Refusal);
        return (imported.Value!, entries);
    }

    private async Task<(int Resources, int Topics, int Placements, int Log, int Revisions)> RowsAsync()
    {
        await using var db = await Database.OpenAsync();
        return (await db.Resources.CountAsync(GuideDatabase.Cancelled), await db.Topics.CountAsync(GuideDatabase.Cancelled),
            await db.Placements.CountAsync(GuideDatabase.Cancelled), await db.Log.CountAsync(GuideDatabase.Cancelled),
            await db.Revisions.CountAsync(GuideDatabase.Cancelled));
    }

    private async Task RemoveAsync(string url)
    {
        await using var db = await Database.OpenAsync();
        var slug = await db.Resources.Where(r => r.Url == url).Select(r => r.Slug).SingleAsync(GuideDatabase.Cancelled);
        var kind = Database.Get<ResourceSubject>();
        var now = await Database.Get<DraftQuery>().RunAsync(kind, slug, GuideDatabase.Cancelled);
        var removed = await Database.Get<Editing>().SaveAsync(
            kind, Actor.Operator, now!.To(now.Draft with { Removed = true }, "Gone."), GuideDatabase.Cancelled);
        Assert.Null(removed.Refusal);
    }
}

using LlmGuide.Core.Data;
using LlmGuide.Core.Leaderboards.Models;
using LlmGuide.Core.Revisions;
using LlmGuide.Core.Tests.Databases;
using LlmGuide.Core.Tests.Leaderboards.Edits;

namespace LlmGuide.Core.Tests.Leaderboards;

/// <summary>Models come with the results that name them; names are merged, and parted again.</summary>
[OnEachDatabase]
public sealed class ModelTests
{
    private static CancellationToken Cancelled => GuideDatabase.Cancelled;

    [Fact]
    public async Task A_result_brings_its_model_and_a_line_brings_none()
    {
        await using var desk = await BoardDesk.OpenAsync(TestDatabases.Create());
        await AddAsync(desk, "Model X", "model x", "Model-X!", "モデル");
        Assert.Null((await desk.AddAsync(desk.Results, BoardDesk.Result("People") with { Reference = "human" })).Refusal);
        var list = await ListAsync(desk);
        Assert.Equal(4, list.Models.Total);
        Assert.Equal(["model-x", "model-x-2", "model-x-3"], list.Models.Items.Select(m => m.Slug)
            .Where(s => s.StartsWith("model-x", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal));
        Assert.Null((await desk.AddAsync(desk.Results, BoardDesk.Result("Model X", "50"))).Refusal);
        Assert.Equal(4, (await ListAsync(desk)).Models.Total);
        Assert.Equal(2, (await ViewAsync(desk, "model-x"))!.Total);
    }

    [Fact]
    public async Task Merges_of_merges_lead_to_the_last_and_come_apart_exactly()
    {
        await using var desk = await BoardDesk.OpenAsync(TestDatabases.Create());
        await AddAsync(desk, "a1", "b1", "c1");
        Assert.Null((await MergeAsync(desk, "c1", "b1")).Refusal);
        Assert.Null((await MergeAsync(desk, "b1", "a1")).Refusal);
        Assert.Equal(["a1", "b1", "c1"], (await ViewAsync(desk, "a1"))!.Names.Select(n => n.Name));
        Assert.Equal(("a1", "a1"), ((await ViewAsync(desk, "b1"))!.MovedTo, (await ViewAsync(desk, "c1"))!.MovedTo));
        Assert.Equal([("a1", 3)], (await ListAsync(desk)).Models.Items.Select(m => (m.Slug, m.Results)));
        Assert.Contains("is itself shown as", (await MergeAsync(desk, "a1", "c1")).Refusal?.Why);

        Assert.Null((await MergeAsync(desk, "b1", null)).Refusal);
        Assert.Equal(["b1", "c1"], (await ViewAsync(desk, "b1"))!.Names.Select(n => n.Name));
        Assert.Equal("b1", (await ViewAsync(desk, "c1"))!.MovedTo);
        Assert.Equal(["a1"], (await ViewAsync(desk, "a1"))!.Names.Select(n => n.Name));
    }

    [Fact]
    public async Task A_renamed_model_keeps_its_results_and_nothing_merges_into_what_is_not_there()
    {
        await using var desk = await BoardDesk.OpenAsync(TestDatabases.Create());
        await AddAsync(desk, "a1");
        Assert.Null(
            (await desk.ChangeAsync(Kind(desk), "a1", d => d with { Slug = "alpha", Title = "Alpha", Vendor = "Example AI" })).Refusal);
        var view = await ViewAsync(desk, "alpha");
        Assert.Equal(("Alpha", "Example AI", 1), (view!.Title, view.Vendor, view.Total));
        Assert.Equal(nameof(ModelDraft.MergedInto), (await MergeAsync(desk, "alpha", "nobody")).Refusal?.Field);
        Assert.Equal(
            nameof(ModelDraft.Released), (await desk.ChangeAsync(Kind(desk), "alpha", d => d with { Released = "soon" })).Refusal?.Field);
        Assert.NotNull((await desk.ChangeAsync(Kind(desk), "alpha", d => d with { MergedInto = "alpha" })).Refusal);
        Assert.NotNull((await desk.ChangeAsync(Kind(desk), "alpha", d => d with { Title = "B" }, desk.Reader)).Refusal);
        Assert.NotEmpty(await desk.HistoryAsync(LogKind.Model, "alpha"));
    }

    private static ModelSubject Kind(BoardDesk desk) => desk.Database.Get<ModelSubject>();

    private static Task<Outcome<Edited>> MergeAsync(BoardDesk desk, string slug, string? into) =>
        desk.ChangeAsync(Kind(desk), slug, d => d with { MergedInto = into });

    private static async Task AddAsync(BoardDesk desk, params string[] models)
    {
        foreach (var model in models)
        {
            Assert.Null((await desk.AddAsync(desk.Results, BoardDesk.Result(model))).Refusal);
        }
    }

    private static Task<ModelListView> ListAsync(BoardDesk desk) =>
        desk.Database.Get<ModelListQuery>().RunAsync(new ModelFilter(), 1, Cancelled);

    private static Task<ModelView?> ViewAsync(BoardDesk desk, string slug) => desk.Database.Get<ModelPageQuery>().RunAsync(slug, Cancelled);
}

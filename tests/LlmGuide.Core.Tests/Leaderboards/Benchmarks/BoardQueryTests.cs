using LlmGuide.Core.Interchange.Boards;
using LlmGuide.Core.Leaderboards;
using LlmGuide.Core.Leaderboards.Benchmarks;
using LlmGuide.Core.Leaderboards.Results;
using LlmGuide.Core.Leaderboards.Tasks;
using LlmGuide.Core.Tests.Databases;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Tests.Leaderboards.Benchmarks;

/// <summary>Leaderboards of the real seed, on each database.</summary>
[OnEachDatabase]
public sealed class BoardQueryTests(SeededDatabase seeded) : IClassFixture<SeededDatabase>
{
    private static CancellationToken Cancelled => GuideDatabase.Cancelled;

    [Fact]
    public async Task Every_result_of_the_seed_has_a_source_with_a_place()
    {
        await using var db = await seeded.Database.OpenAsync();
        var all = await db.Results.CountAsync(Cancelled);
        Assert.True(all > 1_300);
        Assert.Equal(0, await db.Results.CountAsync(r => r.SourceUrl == "" || r.Source.Name == "", Cancelled));
        Assert.Equal(0, await db.Results.CountAsync(r => r.Source.Licence == null || r.MeasuredByKind == null, Cancelled));
        Assert.Equal(139, await db.Results.CountAsync(
            r => r.Source.Licence == "CC BY-SA 4.0" && r.Source.Attribution.Contains("shared under the same licence"), Cancelled));
        Assert.Equal(all - 139, await db.Results.CountAsync(
            r => r.Source.Licence == "MIT" || r.Source.Licence == "Apache-2.0" || r.Source.Licence == "CC0 1.0", Cancelled));
    }

    [Fact]
    public async Task A_board_shows_the_best_first_where_higher_is_better()
    {
        var board = await BoardAsync("conll-2003");
        Assert.Equal("ACE + document-context (Wang et al., 2021)", board.Results.Items[0].Model);
        Assert.Equal(94.6, board.Results.Items[0].Scores.Values.Single().Value);
        Assert.Equal("entity-f1", board.SortedBy!.Metric);
    }

    [Fact]
    public async Task A_board_shows_the_best_first_where_lower_is_better()
    {
        var board = await BoardAsync("wikitext-103");
        Assert.Equal("Test perplexity", board.Columns[0].Name);
        var values = board.Results.Items.Select(r => r.Scores.GetValueOrDefault(board.Columns[0].Id)?.Value).OfType<double>().ToList();
        Assert.Equal(values.Order(), values);
    }

    [Fact]
    public async Task What_has_no_value_stands_last_either_way_round()
    {
        foreach (var reversed in (bool[])[false, true])
        {
            var board = await BoardAsync("snli", new BoardFilter("train-accuracy", reversed));
            Assert.NotNull(board.SortedBy);
            var last = await BoardAsync("snli", new BoardFilter("train-accuracy", reversed), board.Results.Last);
            Assert.False(last.Results.Items[^1].Scores.ContainsKey(board.SortedBy.Id));
            Assert.True(board.Results.Items[0].Scores.ContainsKey(board.SortedBy.Id));
        }
    }

    [Fact]
    public async Task A_setting_is_shown_alone_and_without_the_metrics_of_others()
    {
        var all = await BoardAsync("multiwoz");
        Assert.Equal(
            ["belief tracking", "policy optimisation", "end-to-end"], all.Settings.Select(s => s.Setting));
        var one = await BoardAsync("multiwoz", new BoardFilter(Setting: "end-to-end"));
        Assert.InRange(one.Results.Total, 1, all.Results.Total - 1);
        Assert.InRange(one.Columns.Count, 1, all.Columns.Count - 1);
        Assert.True(all.Columns.Count > 8);
    }

    [Fact]
    public async Task A_chart_has_one_metric_and_one_setting()
    {
        var board = await BoardAsync("cnn-dailymail");
        Assert.Equal(("non-anonymised, abstractive and mixed models", "ROUGE-L"), (board.ChartedSetting, board.Charted!.Name));
        Assert.Equal(25, board.History!.Tracks.Sum(t => t.Points.Count) + board.History.Undated);
    }

    [Fact]
    public async Task What_is_no_model_is_neither_ranked_nor_drawn_as_a_step()
    {
        var board = await BoardAsync("boolq");
        Assert.Equal(["BERT, first trained on MultiNLI (Clark et al., 2019)"], board.Results.Items.Select(r => r.Model));
        Assert.Equal([ReferenceKind.Human, ReferenceKind.Baseline], board.References.Select(r => r.Reference!.Value));
        Assert.Equal(1, board.History!.Tracks.Sum(t => t.Points.Count));
    }

    [Fact]
    public async Task Who_measured_is_a_filter_and_a_chart_is_of_one_setting_and_version()
    {
        var all = await BoardAsync("tau-bench-retail");
        var (independent, own) = (
            await BoardAsync("tau-bench-retail", new BoardFilter(Measured: BoardFilter.Independent)),
            await BoardAsync("tau-bench-retail", new BoardFilter(Measured: BoardFilter.SelfReported)));
        Assert.Equal((all.Measured.Independent, all.Measured.SelfReported), (independent.Results.Total, own.Results.Total));
        Assert.All(independent.Results.Items, r => Assert.True(r.MeasuredBy!.IsIndependent));
        Assert.Equal(("user simulator gpt-5.2", "1.0.1"), (all.ChartedSetting, all.ChartedVersion));
        var drawn = all.History!.Tracks.SelectMany(t => t.Points).Select(p => p.Result.Id).ToHashSet();
        Assert.All(
            all.Results.Items.Where(r => drawn.Contains(r.Id)),
            r => Assert.Equal((all.ChartedSetting, all.ChartedVersion), (r.Setting, r.Version)));
    }

    [Fact]
    public async Task A_year_is_shown_alone()
    {
        var board = await BoardAsync("conll-2003", new BoardFilter(Year: 2018));
        Assert.All(board.Results.Items, r => Assert.Equal(2018, r.Date!.Value.Year));
        Assert.NotEmpty(board.Results.Items);
    }

    [Fact]
    public async Task Two_results_of_one_model_stand_side_by_side()
    {
        var board = await BoardAsync("squad-1-1", new BoardFilter("model"));
        Assert.Equal(2, board.Results.Items.Count(r => r.Model == "DCN+ (single model)"));
    }

    [Fact]
    public async Task A_metric_that_is_neither_up_nor_down_has_no_chart()
    {
        var board = await BoardAsync("gap", new BoardFilter("bias-f-m"));
        Assert.Null(board.SortedBy!.HigherIsBetter);
        Assert.Null(board.History);
    }

    [Fact]
    public async Task A_benchmark_without_results_has_a_page_and_an_unknown_one_has_none()
    {
        Assert.Equal(0, (await BoardAsync("gsm8k")).Results.Total);
        Assert.Null(await seeded.Database.Get<BoardQuery>().RunAsync("nowhere", new BoardFilter(), 1, Cancelled));
    }

    [Fact]
    public async Task A_task_shows_the_board_with_most_results_unless_another_is_asked_for()
    {
        var tasks = seeded.Database.Get<TaskPageQuery>();
        Assert.Equal("wmt14-en-de", (await tasks.RunAsync("translation", null, 1, Cancelled))!.Board!.Facts.Slug);
        Assert.Equal("wmt14-en-fr", (await tasks.RunAsync("translation", "wmt14-en-fr", 1, Cancelled))!.Board!.Facts.Slug);
        Assert.Null((await tasks.RunAsync("tool-calling", null, 1, Cancelled))!.Board);
    }

    [Fact]
    public async Task Programs_walk_the_results_with_what_was_promised()
    {
        var records = seeded.Database.Get<BenchmarkApiQuery>();
        var first = await records.ResultsAsync("conll-2003", 0, 20, Cancelled);
        var rest = await records.ResultsAsync("conll-2003", Cursor.Parse(first!.Next)!.Value, 20, Cancelled);
        Assert.Equal((27, 20, 7, null), (first.Total, first.Items.Count, rest!.Items.Count, rest.Next));
        Assert.Equal("NLP-progress", first.Items[0].Source.Name);
        Assert.Null(await records.ResultsAsync("nowhere", 0, 20, Cancelled));
    }

    [Fact]
    public async Task A_csv_has_a_line_for_every_result()
    {
        var text = new StringWriter();
        Assert.True(await seeded.Database.Get<BoardCsv>().WriteAsync("wmt14-en-de", () => text, Cancelled));
        var lines = text.ToString().Split("\r\n");
        Assert.Equal(12 + 2, lines.Length);
        Assert.StartsWith("model,BLEU,setting,track,date,", lines[0]);
        Assert.Contains(
            "\"Transformer Big + BT (Edunov et al., 2018)\",35.0,,back-translated monolingual data,2018,,authors,model,", text.ToString());
    }

    private async Task<BoardView> BoardAsync(string slug, BoardFilter? filter = null, long page = 1)
    {
        var board = await seeded.Database.Get<BoardQuery>().RunAsync(slug, filter ?? new BoardFilter(), page, Cancelled);
        Assert.NotNull(board);
        return board;
    }
}

using LlmGuide.Core.Data;
using LlmGuide.Core.Leaderboards.Edits;
using LlmGuide.Core.Suggestions;
using LlmGuide.Core.Suggestions.Decisions;
using LlmGuide.Core.Suggestions.Making;
using LlmGuide.Core.Tests.Databases;
using LlmGuide.Core.Tests.Leaderboards.Edits;

namespace LlmGuide.Core.Tests.Suggestions;

/// <summary>A member reports a wrong number, and a curator takes it over.</summary>
[OnEachDatabase]
public sealed class ResultSuggestionTests
{
    private static CancellationToken Cancelled => GuideDatabase.Cancelled;

    [Fact]
    public async Task A_wrong_number_is_corrected_once_a_curator_accepts_it()
    {
        await using var desk = await BoardDesk.OpenAsync(TestDatabases.Create());
        var key = await desk.ResultOfAAsync();
        var sent = await desk.Database.Get<SubmitSuggestion>().RunAsync(desk.Reader, Wrong(key, "90.1"), from: null, Cancelled);
        Assert.Null(sent.Refusal?.Why);
        var view = await desk.Database.Get<SuggestionQuery>().RunAsync(sent.Value!.Id, Cancelled);
        Assert.Equal(("A on News", "91", "F1", true), (view!.Facts.About!.Title, view.Now, view.Facts.Changes[0].Path, view.CanApply));
        Assert.Null(
            (await desk.Database.Get<ApproveSuggestion>().RunAsync(desk.Ada, sent.Value.Id, new Approval(0), Cancelled)).Refusal?.Why);
        var board = await desk.BoardAsync();
        Assert.Equal(90.1, board.Results.Items[0].Scores[board.Columns[0].Id].Value);
        var revision = Assert.Single(await desk.HistoryAsync(LogKind.Result, key));
        Assert.StartsWith("Suggested by reader.", revision.Reason);
    }

    [Theory]
    [InlineData("F1", "0,9", "two ways")]
    [InlineData("F1", "n/a", "Write the number")]
    [InlineData("F1", "91", "what it says already")]
    [InlineData("BLEU", "30", "Choose the score")]
    public async Task What_is_no_number_of_this_result_is_refused(string metric, string value, string why)
    {
        await using var desk = await BoardDesk.OpenAsync(TestDatabases.Create());
        var sent = await desk.Database.Get<SubmitSuggestion>()
            .RunAsync(desk.Reader, Wrong(await desk.ResultOfAAsync(), value, metric), from: null, Cancelled);
        Assert.Contains(why, sent.Refusal?.Why);
    }

    [Fact]
    public async Task Who_accepts_a_number_that_was_corrected_meanwhile_is_shown_both()
    {
        await using var desk = await BoardDesk.OpenAsync(TestDatabases.Create());
        var key = await desk.ResultOfAAsync();
        var sent = await desk.Database.Get<SubmitSuggestion>().RunAsync(desk.Reader, Wrong(key, "90.1"), from: null, Cancelled);
        await desk.ChangeAsync(desk.Results, key, d => d with { Scores = [new ScoreDraft("F1", "89")] });
        var refused = await desk.Database.Get<ApproveSuggestion>().RunAsync(desk.Ada, sent.Value!.Id, new Approval(0), Cancelled);
        Assert.Equal(Cause.Conflict, refused.Refusal?.Cause);
        Assert.Null(
            (await desk.Database.Get<ApproveSuggestion>().RunAsync(desk.Ada, sent.Value.Id, new Approval(1), Cancelled)).Refusal?.Why);
        Assert.Equal("90.1", (await desk.DraftAsync(desk.Results, key)).Draft.Scores[0].Value);
    }

    private static SuggestionDraft Wrong(string result, string value, string metric = "F1") =>
        new()
        {
            Kind = SuggestionKind.Correction,
            Result = result,
            Field = CorrectableFields.Score,
            Topic = metric,
            Value = value,
            Why = "Table 3 says so.",
        };
}

using LlmGuide.Core.Catalogue.Topics.Checks;
using LlmGuide.Core.Data;
using LlmGuide.Core.Discussion.Notifications;
using LlmGuide.Core.Learning;
using LlmGuide.Core.Learning.Marks;
using LlmGuide.Core.Learning.Reviews;
using LlmGuide.Core.Tests.Catalogue.Topics;
using LlmGuide.Core.Tests.Databases;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Tests.Learning;

/// <summary>What members answered comes back, whatever becomes of the checks.</summary>
[OnEachDatabase]
public sealed class ReviewTests
{
    private static CancellationToken Cancelled => GuideDatabase.Cancelled;

    [Fact]
    public async Task A_missed_check_comes_back_the_next_day_and_outlives_every_edit_of_its_words()
    {
        await using var desk = await PathFixture.OpenAsync(TestDatabases.Create());
        await AskAsync(desk, Number("size", "70"), Number("length", "12"));
        Assert.Equal(Verdict.Wrong, (await AnswerAsync(desk, "size", "90")).Result.Verdict);
        Assert.Equal(Verdict.Right, (await AnswerAsync(desk, "length", "12")).Result.Verdict);
        Assert.Equal((0, 2), await DueAsync(desk));
        desk.Database.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal((1, 2), await DueAsync(desk));

        await AskAsync(desk, Number("size", "80") with { Question = "How large is it now?" }, Number("length", "12"));
        var due = Assert.Single((await ReviewsAsync(desk)).Now);
        Assert.Equal(("two", "How large is it now?"), (due.Topic, due.Check.Question.Markdown));

        await AskAsync(desk, Number("length", "12"));
        Assert.Equal((0, 1), await DueAsync(desk));
        await AskAsync(desk, Number("size", "80"), Number("length", "12"));
        Assert.Equal((1, 2), await DueAsync(desk));
        await AnswerAsync(desk, "size", "80");
        Assert.Equal((0, 2), await DueAsync(desk));
    }

    [Fact]
    public async Task Who_has_checks_that_came_back_lately_is_mailed_how_many_and_who_stays_away_no_longer()
    {
        await using var desk = await PathFixture.OpenAsync(TestDatabases.Create());
        await AskAsync(desk, Number("size", "70"), Number("length", "12"));
        await AnswerAsync(desk, "size", "90");
        Assert.Empty(await DueMembersAsync(desk));
        desk.Database.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal([desk.Reader.Id], await DueMembersAsync(desk));
        Assert.Equal(1, await desk.Database.Get<IDueReviews>().CountAsync(desk.Reader.Id, Cancelled));
        desk.Database.Clock.Advance(TimeSpan.FromDays(30));
        Assert.Empty(await DueMembersAsync(desk));
    }

    [Fact]
    public async Task Ten_are_asked_at_a_sitting_and_all_are_counted()
    {
        await using var desk = await PathFixture.OpenAsync(TestDatabases.Create());
        await AskAsync(desk, [.. Enumerable.Range(1, 12).Select(number => Number($"check-{number}", $"{number}"))]);
        for (var number = 1; number <= 12; number++)
        {
            await AnswerAsync(desk, $"check-{number}", "0");
        }

        desk.Database.Clock.Advance(TimeSpan.FromDays(2));
        var reviews = await ReviewsAsync(desk);
        Assert.Equal((10, 12), (reviews.Now.Count, reviews.Due));
    }

    [Fact]
    public async Task A_topic_whose_checks_are_all_right_at_the_first_try_without_the_hint_is_offered_as_known()
    {
        await using var desk = await PathFixture.OpenAsync(TestDatabases.Create());
        await AskAsync(desk, Number("size", "70"), Number("length", "12"));
        await AnswerAsync(desk, "size", "70");
        Assert.False(await KnowsAsync(desk, "size"));
        await AnswerAsync(desk, "length", "12");
        Assert.True(await KnowsAsync(desk, "size"));
        Assert.Null((await desk.Database.Get<KnowTopic>().RunAsync(desk.Reader, "two", Cancelled)).Refusal);
        var marks = await desk.Database.Get<OwnMarksQuery>().RunAsync(desk.Reader.Id, Cancelled);
        Assert.NotNull(Assert.Single(marks.Topics.Values).KnownSince);
        Assert.False(await KnowsAsync(desk, "size"));
    }

    [Fact]
    public async Task A_second_try_or_one_with_the_hint_is_no_first_try_and_what_is_no_answer_is_no_try()
    {
        await using var desk = await PathFixture.OpenAsync(TestDatabases.Create());
        await AskAsync(desk, Number("size", "70"));
        var refused = await desk.Database.Get<AnswerCheck>().RunAsync(
            desk.Reader, "two", "size", new CheckAnswer("many", [], []), helped: false, Cancelled);
        Assert.Equal(Cause.Rule, refused.Refusal?.Cause);
        await AnswerAsync(desk, "size", "70", helped: true);
        Assert.False(await KnowsAsync(desk, "size"));
        await AnswerAsync(desk, "size", "70");
        Assert.False(await KnowsAsync(desk, "size"));
        var suspended = await desk.Database.Get<AnswerCheck>().RunAsync(
            desk.Reader with { Suspended = true }, "two", "size", new CheckAnswer("70", [], []), helped: false, Cancelled);
        Assert.Equal(Cause.NotAllowed, suspended.Refusal?.Cause);
        Assert.Equal(Cause.NotThere, (await desk.Database.Get<AnswerCheck>().RunAsync(
            desk.Reader, "two", "gone", new CheckAnswer("70", [], []), helped: false, Cancelled)).Refusal?.Cause);
    }

    private static CheckDraft Number(string slug, string value) => new()
    {
        Slug = slug,
        Kind = CheckKind.Number,
        Question = $"How much is {slug}?",
        Value = value,
        Answer = value,
    };

    private static Task AskAsync(PathFixture desk, params CheckDraft[] checks) =>
        desk.DoAsync("two", draft => draft with { Checks = checks });

    private static async Task<AnsweredCheck> AnswerAsync(PathFixture desk, string check, string text, bool helped = false)
    {
        var outcome = await desk.Database.Get<AnswerCheck>().RunAsync(
            desk.Reader, "two", check, new CheckAnswer(text, [], []), helped, Cancelled);
        Assert.Null(outcome.Refusal?.Why);
        return outcome.Value!;
    }

    private static async Task<bool> KnowsAsync(PathFixture desk, string check) =>
        (await desk.Database.Get<OwnCheckQuery>().RunAsync(desk.Reader.Id, "two", check, Cancelled))!.Knows;

    private static Task<ReviewList> ReviewsAsync(PathFixture desk) =>
        desk.Database.Get<ReviewsQuery>().RunAsync(desk.Reader.Id, Cancelled);

    private static async Task<List<int>> DueMembersAsync(PathFixture desk)
    {
        var now = desk.Database.Clock.GetUtcNow();
        await using var db = await desk.Database.OpenAsync();
        return await desk.Database.Get<IDueReviews>().Among(db, db.Members, now.AddDays(-30), now).Select(m => m.Id).ToListAsync(Cancelled);
    }

    private static async Task<(int Due, int All)> DueAsync(PathFixture desk)
    {
        var reviews = await ReviewsAsync(desk);
        return (reviews.Due, reviews.All);
    }
}

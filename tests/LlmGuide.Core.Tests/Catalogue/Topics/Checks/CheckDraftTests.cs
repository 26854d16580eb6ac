using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Catalogue.Topics;
using LlmGuide.Core.Catalogue.Topics.Checks;
using LlmGuide.Core.Catalogue.Topics.Edits;
using LlmGuide.Core.Revisions;
using LlmGuide.Core.Tests.Databases;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Tests.Catalogue.Topics.Checks;

/// <summary>Checks are written by curators, and are what they were typed as.</summary>
public sealed class CheckDraftTests
{
    private static readonly CheckDraft Number = new()
    {
        Slug = "size",
        Kind = CheckKind.Number,
        Question = "How large?",
        Value = "70,272",
        Tolerance = "1%",
        Unit = "bytes|B",
        Traps = [new TrapDraft("140544", "Counted twice.")],
        Answer = "70,272 bytes.",
        Objective = "compute a size",
        After = "work-3",
        Minutes = 4,
        Hint = "Count the heads.",
        Explanation = "Each head has two.",
        See = "Section 3.",
    };

    private static readonly CheckDraft Choice = new()
    {
        Slug = "which",
        Kind = CheckKind.Choice,
        Question = "Which?",
        Answer = "Two.",
        Options = [new OptionDraft("One", false, "No."), new OptionDraft("Two", true, "Yes.")],
    };

    private static readonly CheckDraft Order = new()
    {
        Slug = "order",
        Kind = CheckKind.Order,
        Question = "In which order?",
        Answer = "As they came.",
        Order = ["first", "second", "third"],
    };

    private static readonly CheckDraft Open = new() { Slug = "why", Question = "Why?", Answer = "So.", Rubric = ["this", "that"] };

    [Fact]
    public async Task Every_kind_is_kept_with_all_its_fields_and_programs_see_what_is_asked()
    {
        await using var desk = await PathFixture.OpenAsync(TestDatabases.Sqlite());
        await desk.DoAsync("two", draft => draft with { Checks = [Number, Choice, Order, Open] });
        var draft = (await desk.DraftAsync("two")).Draft;
        var expected = Number with { Value = "70272", Tolerance = "702.72" };
        Assert.Equal(
            DraftJson.Of(new TopicDraft { Checks = [expected, Choice, Order, Open] }),
            DraftJson.Of(new TopicDraft { Checks = draft.Checks }));
        var response = await desk.Database.Get<TopicApiQuery>().FindAsync("two", GuideDatabase.Cancelled);
        Assert.Equal(new CheckResponse("size", "number", "compute a size", "work-3", 4, "How large?"), response!.Checks[0]);
        Assert.Equal(["introduction", "introduction", "introduction"], response.Checks.Skip(1).Select(c => c.After));
    }

    [Fact]
    public async Task What_was_kept_before_there_were_kinds_is_open()
    {
        await using var desk = await PathFixture.OpenAsync(TestDatabases.Sqlite());
        await using var db = await desk.Database.OpenAsync();
        const string Old = """
            [{"Question":{"Markdown":"Why two?","Html":"Why two?","Version":1},"Answer":{"Markdown":"So.","Html":"So.","Version":1}}]
            """;
        await db.Database.ExecuteSqlAsync($"""UPDATE "Topics" SET "Checks" = {Old} WHERE "Slug" = 'two'""", GuideDatabase.Cancelled);
        var check = Assert.Single((await db.Topics.SingleAsync(t => t.Slug == "two", GuideDatabase.Cancelled)).Checks);
        Assert.Equal((CheckKind.Open, "why-two", "So."), (check.Kind, check.Slug, check.Answer.Markdown));
        var draft = DraftJson.Read<TopicDraft>("""{"checks":[{"question":"Why?","answer":"So."}]}""").Checks;
        Assert.Equal((CheckKind.Open, "Why?", "So."), (draft[0].Kind, draft[0].Question, draft[0].Answer));
    }

    [Fact]
    public void Nothing_is_wrong_with_a_sound_check() => Assert.Empty(new[] { Number, Choice, Order, Open }.SelectMany(CheckRules.Wrong));

    public static TheoryData<CheckDraft, string> Wrong => new()
    {
        { Open with { Question = " " }, "An answer needs a question." },
        { Open with { Answer = "" }, "Answer “Why?” as well." },
        { Open with { Minutes = 0 }, "The minutes of “Why?” must be 1 to 120." },
        { Open with { Kind = (CheckKind)9 }, "Choose how “Why?” is answered." },
        { Open with { Traps = [new TrapDraft("1", "So.")] }, "Traps are for numbers, not for “Why?”." },
        { Number with { Value = "many" }, "“How large?” needs a number as its answer, and a tolerance such as 0.5 or 2% or none." },
        { Number with { Value = "5 B" }, "“How large?” needs a number as its answer, and a tolerance such as 0.5 or 2% or none." },
        { Number with { Tolerance = "-1" }, "“How large?” needs a number as its answer, and a tolerance such as 0.5 or 2% or none." },
        { Number with { Traps = [new TrapDraft("much", "So.")] }, "Each trap of “How large?” begins with a wrong number." },
        { Number with { Traps = [new TrapDraft("7")] }, "Say of each trap of “How large?” what the reader must have thought." },
        { Number with { Traps = [new TrapDraft("70300", "So.")] }, "A trap of “How large?” is a right answer." },
        { Choice with { Options = [Choice.Options[0]] }, "“Which?” needs 2 to 10 options." },
        { Choice with { Options = [Choice.Options[1], Choice.Options[1]] }, "One option of “Which?” must be right, and only one." },
        {
            Choice with { Options = [Choice.Options[1], new OptionDraft("One")] },
            "Each option of “Which?” needs a reason why it is right or wrong."
        },
        { Order with { Order = ["a", "b"] }, "“In which order?” needs 3 to 10 things to put in order." },
        { Order with { Order = ["a", "b", "a"] }, "Two things to put in order in “In which order?” are the same." },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_is_wrong_is_said(CheckDraft check, string why) => Assert.Contains(why, CheckRules.Wrong(check));

    [Fact]
    public void Two_checks_of_one_name_are_refused() => Assert.Equal(
        ["Two questions of this topic have the address “why”."], CheckRules.Twice([Open, Number, Open with { Slug = "" }]));
}

using System.Globalization;

using LlmGuide.Core.Catalogue.Topics.Checks;

namespace LlmGuide.Core.Tests.Catalogue.Topics.Checks;

/// <summary>An answer is right, nearly, or in a trap; what is no answer is said to be none.</summary>
public sealed class CheckMarkingTests
{
    private static readonly SelfCheck Number = new(Text("How large?"), Text("70,272 bytes."))
    {
        Kind = CheckKind.Number,
        Number = new CheckNumber(70_272, 100, "bytes|B"),
        Traps = [new CheckTrap(140_544, Text("You counted keys and values twice."))],
    };

    private static readonly SelfCheck Choice = new(Text("Which?"), Text("The second."))
    {
        Kind = CheckKind.Choice,
        Options = [new CheckOption(Text("One"), false, Text("No.")), new CheckOption(Text("Two"), true, Text("Yes."))],
    };

    private static readonly SelfCheck Order = new(Text("In which order?"), Text("As they came."))
    {
        Kind = CheckKind.Order,
        Order = [Text("first"), Text("second"), Text("third"), Text("fourth")],
    };

    private static readonly SelfCheck Open = new(Text("Why?"), Text("So."))
    {
        Rubric = [Text("this"), Text("that"), Text("the rest")],
    };

    [Theory]
    [InlineData("70,272", Verdict.Right)]
    [InlineData("70272 B", Verdict.Right)]
    [InlineData("7.03e4 bytes", Verdict.Right)]
    [InlineData("70 372", Verdict.Right)]
    [InlineData("70 373", Verdict.Nearly)]
    [InlineData("70 600", Verdict.Nearly)]
    [InlineData("35136", Verdict.Wrong)]
    public void A_number_is_right_within_its_tolerance(string typed, Verdict verdict) =>
        Assert.Equal(new CheckResult(verdict), Said(Number, typed));

    [Fact]
    public void A_wrong_number_that_tells_how_it_came_about_is_told() =>
        Assert.Equal("You counted keys and values twice.", Said(Number, "140,500").Why?.Markdown);

    [Theory]
    [InlineData("", "Type a number first.")]
    [InlineData("many", "This cannot be read as a number. Type it like 70,272 or 7.03e4.")]
    [InlineData("70 kB", "Give the number in bytes.")]
    public void What_is_no_number_in_this_unit_is_no_answer(string typed, string why) => Assert.Equal(why, Refused(Number, typed));

    [Fact]
    public void An_answer_of_ten_thousand_characters_is_refused_kindly() =>
        Assert.Equal("An answer is a number of at most 100 characters.", Refused(Number, new string('7', 10_000)));

    [Theory]
    [InlineData("", "82%", Verdict.Right)]
    [InlineData("", "0.82", Verdict.Right)]
    [InlineData("%", "82", Verdict.Wrong)]
    public void A_share_may_be_typed_in_percent(string unit, string typed, Verdict verdict) => Assert.Equal(
        verdict, Said(Number with { Number = new CheckNumber(0.82, 0.005, unit), Traps = [] }, typed).Verdict);

    [Theory]
    [InlineData("3.3", Verdict.Right)]
    [InlineData("3.3 million", Verdict.Right)]
    [InlineData("3,300,000 M", Verdict.Wrong)]
    public void A_unit_may_be_a_word_of_number(string typed, Verdict verdict) => Assert.Equal(
        verdict, Said(Number with { Number = new CheckNumber(3.3, 0.05, "million|M"), Traps = [] }, typed).Verdict);

    [Fact]
    public void Each_option_says_why()
    {
        Assert.Equal((Verdict.Wrong, "No."), (Said(Choice, "0").Verdict, Said(Choice, "0").Why?.Markdown));
        Assert.Equal((Verdict.Right, "Yes."), (Said(Choice, "1").Verdict, Said(Choice, "1").Why?.Markdown));
        Assert.All((string[])["", "2", "-1", "x"], typed => Assert.Equal("Choose one of them first.", Refused(Choice, typed)));
    }

    [Fact]
    public void Two_neighbours_the_wrong_way_round_are_nearly_the_order()
    {
        Assert.Equal(Verdict.Right, Placed(0, 1, 2, 3));
        Assert.Equal(Verdict.Nearly, Placed(0, 2, 1, 3));
        Assert.Equal(Verdict.Wrong, Placed(2, 1, 0, 3));
        Assert.Equal(Verdict.Wrong, Placed(1, 0, 3, 2));
        Assert.False(Order.Mark(new CheckAnswer("", ["1", "1", "2", "3"], [])).TryGet(out _, out var twice));
        Assert.Equal("Give each of them a place of its own.", twice?.Why);
    }

    [Fact]
    public void What_is_to_be_ordered_is_never_shown_in_order()
    {
        Assert.NotEqual([0, 1, 2, 3], Order.Shown);
        Assert.Equal([0, 1, 2, 3], Order.Shown.Order());
    }

    [Theory]
    [InlineData("0 1 2", Verdict.Right)]
    [InlineData("0 2", Verdict.Nearly)]
    [InlineData("1 1 1", Verdict.Wrong)]
    [InlineData("0 7 x", Verdict.Wrong)]
    [InlineData("", Verdict.Wrong)]
    public void An_open_answer_is_as_good_as_what_was_ticked(string ticks, Verdict verdict) =>
        Assert.Equal(verdict, Open.Mark(new CheckAnswer("", [], ticks.Split(' '))).Value?.Verdict);

    [Fact]
    public void A_check_of_a_question_and_an_answer_is_open_and_named_by_its_question()
    {
        Assert.Equal((CheckKind.Open, "why"), (Open.Kind, Open.Slug));
        Assert.Equal("check", new SelfCheck(Text("なぜ？"), Text("So.")).Slug);
        Assert.Equal(Verdict.Right, new SelfCheck(Text("Why?"), Text("So.")).Mark(new CheckAnswer("", [], ["0"])).Value?.Verdict);
    }

    /// <param name="order">What stands at each place.</param>
    private static Verdict? Placed(params int[] order) => Order.Mark(new CheckAnswer(
        "", [.. Order.Shown.Select(item => (Array.IndexOf(order, item) + 1).ToString(CultureInfo.InvariantCulture))], [])).Value?.Verdict;

    private static CheckResult Said(SelfCheck check, string typed)
    {
        Assert.True(check.Mark(new CheckAnswer(typed, [], [])).TryGet(out var said, out var refusal), refusal?.Why);
        return said!;
    }

    private static string? Refused(SelfCheck check, string typed) => check.Mark(new CheckAnswer(typed, [], [])).Refusal?.Why;

    private static Prose Text(string text) => new(text, text, 1);
}

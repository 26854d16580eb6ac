using CsCheck;

using LlmGuide.Core.Discussion.Conversations;

namespace LlmGuide.Core.Tests.Discussion;

public sealed class WilsonScoreTests
{
    private static readonly Gen<int> Votes = Gen.Int[0, 100_000];

    /// <summary>The formula, worked out with Python's statistics.NormalDist for z.</summary>
    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(1, 0, 0.3784475)]
    [InlineData(9, 1, 0.7175557)]
    public void It_is_the_lower_bound_at_80_percent(int up, int down, double expected) =>
        Assert.Equal(expected, WilsonScore.Of(up, down), 6);

    [Fact]
    public void It_lies_between_nothing_and_the_share_of_votes_that_are_up() => Gen.Select(Votes, Votes).Sample((up, down) =>
        WilsonScore.Of(up, down) is var score && score >= 0 && score <= (up + down == 0 ? 0 : (double)up / (up + down)) + 1e-9);

    [Fact]
    public void One_more_vote_for_it_never_lowers_it_and_one_against_never_raises_it() => Gen.Select(Votes, Votes).Sample((up, down) =>
        WilsonScore.Of(up + 1, down) >= WilsonScore.Of(up, down) - 1e-12
        && WilsonScore.Of(up, down + 1) <= WilsonScore.Of(up, down) + 1e-12);

    [Fact]
    public void Nobody_has_fewer_than_no_votes() => Assert.Throws<ArgumentOutOfRangeException>(() => WilsonScore.Of(-1, 0));
}

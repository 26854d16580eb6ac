using CsCheck;

using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.LinkChecks;
using LlmGuide.Core.Lookup;

namespace LlmGuide.Core.Tests.LinkChecks;

/// <summary>What a link becomes by what is seen of it.</summary>
public sealed class LinkCheckTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    /// <summary>A look: what it says, and how many hours after the one before.</summary>
    private static readonly Gen<(LinkVerdict Verdict, int Hours)[]> Looks =
        Gen.Select(Gen.Int[0, 4].Select(at => (LinkVerdict)at), Gen.Int[0, 40]).Array[0, 30];

    [Fact]
    public void Dead_means_three_failures_in_a_row_on_three_days() => Looks.Sample(looks =>
    {
        var check = new LinkCheck(1, "https://example.org/");
        var failed = new List<DateTimeOffset>();
        var now = Start;
        foreach (var (verdict, hours) in looks)
        {
            now = now.AddHours(hours);
            check.Note(Found(verdict), now, 1);
            if (verdict == LinkVerdict.Failed)
            {
                failed.Add(now);
            }
            else if (verdict != LinkVerdict.NotAsked)
            {
                failed.Clear();
            }

            var days = failed.Select(at => at.UtcDateTime.Date).Distinct().Count();
            Assert.Equal(failed.Count >= 3 && days >= 3, check.Status == LinkStatus.Dead);
            Assert.Equal(failed.Count > 0 && days < 3, check.Status == LinkStatus.Suspect);
            Assert.Equal(check.Status == LinkStatus.Dead, check.DeadSince is not null);
        }
    });

    [Fact]
    public void Whoever_turns_programs_away_is_never_dead() => Gen.Int[0, 40].Array[0, 40].Sample(hours =>
    {
        var check = new LinkCheck(1, "https://example.org/");
        var now = Start;
        foreach (var hour in hours)
        {
            now = now.AddHours(hour);
            check.Note(Found(LinkVerdict.Blocked), now, 1);
            Assert.Equal(LinkStatus.Blocked, check.Status);
        }
    });

    [Fact]
    public void A_hundred_failures_on_two_days_are_suspect_and_one_on_a_third_is_dead()
    {
        var check = new LinkCheck(1, "https://example.org/");
        foreach (var at in Enumerable.Range(0, 2)
            .SelectMany(day => Enumerable.Range(0, 50).Select(minute => Start.AddDays(day).AddMinutes(minute))))
        {
            check.Note(Found(LinkVerdict.Failed), at, 1);
            Assert.Equal(LinkStatus.Suspect, check.Status);
        }

        Assert.True(check.Note(Found(LinkVerdict.Failed), Start.AddDays(2), 1));
        Assert.Equal(LinkStatus.Dead, check.Status);
    }

    [Fact]
    public void A_dead_link_that_answers_again_works()
    {
        var check = Dead();
        Assert.True(check.Note(Found(LinkVerdict.Fine), Start.AddDays(9), 1));
        Assert.Equal((LinkStatus.Ok, 0, null), (check.Status, check.Failures, check.DeadSince));
    }

    [Fact]
    public void A_persons_word_counts_for_ninety_days_and_then_three_days_are_counted_again()
    {
        var check = Dead();
        check.Vouch(Start.AddDays(3));
        check.Note(Found(LinkVerdict.Failed), Start.AddDays(92), 1);
        Assert.Equal(LinkStatus.Ok, check.Status);
        check.Note(Found(LinkVerdict.Failed), Start.AddDays(93), 1);
        Assert.Equal(LinkStatus.Suspect, check.Status);
        check.Note(Found(LinkVerdict.Failed), Start.AddDays(94), 1);
        check.Note(Found(LinkVerdict.Failed), Start.AddDays(95), 1);
        Assert.Equal(LinkStatus.Dead, check.Status);
    }

    [Fact]
    public void A_new_address_starts_anew()
    {
        var check = Dead();
        check.Restart("https://example.org/new");
        Assert.Equal((LinkStatus.Unchecked, 0, 0, null), (check.Status, check.Failures, check.FailedDays, check.DeadSince));
    }

    [Theory]
    [InlineData(200, LinkVerdict.Fine)]
    [InlineData(204, LinkVerdict.Fine)]
    [InlineData(304, LinkVerdict.Fine)]
    [InlineData(300, LinkVerdict.Failed)]
    [InlineData(404, LinkVerdict.Failed)]
    [InlineData(410, LinkVerdict.Failed)]
    [InlineData(500, LinkVerdict.Failed)]
    [InlineData(503, LinkVerdict.Failed)]
    [InlineData(401, LinkVerdict.Blocked)]
    [InlineData(402, LinkVerdict.Blocked)]
    [InlineData(403, LinkVerdict.Blocked)]
    [InlineData(405, LinkVerdict.Blocked)]
    [InlineData(429, LinkVerdict.Blocked)]
    [InlineData(451, LinkVerdict.Blocked)]
    [InlineData(999, LinkVerdict.Blocked)]
    public void A_status_comes_to_a_verdict(int status, LinkVerdict verdict) =>
        Assert.Equal(verdict, LinkCheckResult.Of(new LookupResponse(status, null, "Words."), "https://example.org/").Verdict);

    [Fact]
    public void A_challenge_is_a_wall_whatever_its_status() =>
        Assert.Equal(
            LinkVerdict.Blocked,
            LinkCheckResult.Of(new LookupResponse(503, null, "503") { Challenged = true }, "https://example.org/").Verdict);

    [Fact]
    public void Every_problem_on_the_way_is_a_failure() => Assert.All(
        Enum.GetValues<OutsideProblem>(),
        problem => Assert.Equal(
            LinkVerdict.Failed, LinkCheckResult.Of(new LookupResponse(null, problem, "Words."), "https://example.org/").Verdict));

    [Theory]
    [InlineData("https://example.org/new", "https://example.org/new")]
    [InlineData("https://arxiv.org/abs/1706.03762v7", null)]
    [InlineData("https://arxiv.org/abs/1706.03763", "https://arxiv.org/abs/1706.03763")]
    [InlineData("javascript:alert(1)", null)]
    public void Permanent_redirects_propose_the_new_address_unless_it_is_the_same_work(string to, string? proposed)
    {
        var finding = LinkCheckResult.Of(new LookupResponse(200, null, "200") { MovedTo = to }, "https://arxiv.org/abs/1706.03762");
        Assert.Equal(proposed, finding.MovedTo);
        Assert.Equal(proposed is null ? LinkVerdict.Fine : LinkVerdict.Moved, finding.Verdict);
    }

    private static LinkCheck Dead()
    {
        var check = new LinkCheck(1, "https://example.org/");
        for (var day = 0; day < 3; day++)
        {
            check.Note(Found(LinkVerdict.Failed), Start.AddDays(day), 1);
        }

        Assert.Equal(LinkStatus.Dead, check.Status);
        return check;
    }

    private static LinkCheckResult Found(LinkVerdict verdict) =>
        new(verdict, "Words.", verdict == LinkVerdict.Moved ? "https://example.org/new" : null);
}

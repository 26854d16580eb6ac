using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Data;
using LlmGuide.Core.Revisions;
using LlmGuide.Core.Suggestions;
using LlmGuide.Core.Suggestions.Making;
using LlmGuide.Core.Tests.Databases;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Tests.Suggestions;

/// <summary>What members propose, and how far their word goes.</summary>
[OnEachDatabase]
public sealed class SuggestionTests
{
    private static CancellationToken Cancelled => GuideDatabase.Cancelled;

    [Fact]
    public async Task Who_suggested_is_told_and_may_mend_it_and_send_it_again()
    {
        await using var inbox = await NotificationFixture.OpenAsync(TestDatabases.Create());
        var sent = await inbox.SendAsync(inbox.Ada, NotificationFixture.NewWork);
        Assert.Equal("reason", (await inbox.RejectAsync(sent.Id, "  ")).Refusal?.Field);
        Assert.Null((await inbox.RejectAsync(sent.Id, "Which part should one read?")).Refusal);
        Assert.Contains($"ada Moderation declined:{sent.Id}", await inbox.Scene.ToldAsync());
        Assert.Equal(SuggestionState.Rejected, (await inbox.ViewAsync(sent.Id)).Facts.State);
        var again = inbox.Database.Get<ResendSuggestion>();
        Assert.Equal(Cause.NotAllowed, (await again.RunAsync(
            inbox.Ben, sent.Id, NotificationFixture.NewWork, from: null, Cancelled)).Refusal?.Cause);
        Assert.Null((await again.RunAsync(
            inbox.Ada, sent.Id, NotificationFixture.NewWork with { Why = "Read section 4." }, from: null, Cancelled)).Refusal);
        Assert.Null((await inbox.ApproveAsync(sent.Id)).Refusal);
        Assert.Equal("Read section 4.", (await inbox.WorkAsync("direct-preference-optimization")).Summary.Markdown);
        Assert.Equal(["declined", "approved"], (await inbox.LogAsync()).Where(
            line => line.StartsWith("curator", StringComparison.Ordinal) && line.EndsWith("a new resource", StringComparison.Ordinal))
            .Select(line => line["curator ".Length..^" a new resource".Length]));
    }

    [Fact]
    public async Task A_withdrawn_one_waits_no_longer()
    {
        await using var inbox = await NotificationFixture.OpenAsync(TestDatabases.Create());
        var sent = await inbox.SendAsync(inbox.Ada, NotificationFixture.NewWork);
        var withdraw = inbox.Database.Get<WithdrawSuggestion>();
        Assert.Equal(Cause.NotAllowed, (await withdraw.RunAsync(inbox.Ben, sent.Id, Cancelled)).Refusal?.Cause);
        Assert.Null((await withdraw.RunAsync(inbox.Ada, sent.Id, Cancelled)).Refusal);
        Assert.Equal("It has been withdrawn in the meantime.", (await inbox.ApproveAsync(sent.Id)).Refusal?.Why);
        Assert.Equal(0, (await inbox.QueueAsync()).Waiting);
    }

    [Fact]
    public async Task The_same_twice_is_one_suggestion_even_when_many_send_it_at_once()
    {
        await using var inbox = await NotificationFixture.OpenAsync(TestDatabases.Create());
        var sent = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => inbox.SendAsync(
            n % 2 == 0 ? inbox.Ada : inbox.Ben,
            NotificationFixture.NewWork with { Url = n < 4 ? "arxiv.org/abs/2305.18290" : "http://www.arxiv.org/pdf/2305.18290v1" })));
        Assert.Single(sent.Select(s => s.Id).Distinct());
        Assert.Single(sent, s => s.What == SubmittedAs.New);
        Assert.Equal(1, (await inbox.QueueAsync()).Waiting);
    }

    [Fact]
    public async Task Two_members_who_propose_the_same_small_fix_apply_it()
    {
        await using var inbox = await NotificationFixture.OpenAsync(TestDatabases.Create());
        var first = await inbox.SendAsync(inbox.Ada, NotificationFixture.Title());
        Assert.Equal(SubmittedAs.Yours, (await inbox.SendAsync(inbox.Ada, NotificationFixture.Title())).What);
        Assert.Equal("Work 1", (await inbox.WorkAsync()).Title);
        Assert.Equal(new Submitted(first.Id, SubmittedAs.Applied), await inbox.SendAsync(
            inbox.Ben, NotificationFixture.Title("  The title of  the paper ")));
        Assert.Equal("The title of the paper", (await inbox.WorkAsync()).Title);
        await using var db = await inbox.Database.OpenAsync();
        var entry = await db.Log.SingleAsync(e => e.Kind == LogKind.Resource, Cancelled);
        Assert.Equal(("the guide", "Proposed by ada and by ben."), (entry.ActorName, entry.Reason));
        Assert.Equal([$"ada Moderation accepted:{first.Id}", $"ben Moderation accepted:{first.Id}"], await inbox.Scene.ToldAsync());
    }

    [Fact]
    public async Task Two_who_propose_it_at_once_apply_it_once()
    {
        await using var inbox = await NotificationFixture.OpenAsync(TestDatabases.Create());
        var sent = await Task.WhenAll(
            inbox.TryAsync(inbox.Ada, NotificationFixture.Title()), inbox.TryAsync(inbox.Ben, NotificationFixture.Title()),
            inbox.TryAsync(inbox.Scene["eve"], NotificationFixture.Title()));
        Assert.Single(sent.Select(s => s.Value?.Id).OfType<int>().Distinct());
        Assert.All(sent.Select(s => s.Refusal).OfType<Refusal>(), late => Assert.Equal("That is what it says already.", late.Why));
        Assert.Equal("The title of the paper", (await inbox.WorkAsync()).Title);
        await using var db = await inbox.Database.OpenAsync();
        Assert.Equal(1, await db.Revisions.CountAsync(Cancelled));
    }

    [Fact]
    public async Task Two_who_report_a_dead_link_make_it_suspect()
    {
        await using var inbox = await NotificationFixture.OpenAsync(TestDatabases.Create());
        var dead = new SuggestionDraft { Kind = SuggestionKind.DeadLink, Resource = "work-1" };
        await inbox.SendAsync(inbox.Ada, dead with { Why = "It answers 404." });
        Assert.Equal(LinkStatus.Unchecked, (await inbox.WorkAsync()).LinkStatus);
        Assert.Equal(SubmittedAs.Applied, (await inbox.SendAsync(inbox.Ben, dead)).What);
        Assert.Equal(LinkStatus.Suspect, (await inbox.WorkAsync()).LinkStatus);
        Assert.Contains("resource:work-1", inbox.Database.Evictions.Tags);
    }

    [Fact]
    public async Task What_is_no_small_fix_waits_for_a_curator_however_many_want_it()
    {
        await using var inbox = await NotificationFixture.OpenAsync(TestDatabases.Create());
        var summary =
            new SuggestionDraft { Kind = SuggestionKind.Correction, Resource = "work-1", Field = "summary", Value = "Something else." };
        await inbox.SendAsync(inbox.Ada, summary);
        Assert.Equal(SubmittedAs.Same, (await inbox.SendAsync(inbox.Ben, summary)).What);
        Assert.Equal("It measures something.", (await inbox.WorkAsync()).Summary.Markdown);
        Assert.Equal(["ben"], Assert.Single((await inbox.QueueAsync()).Rows.Items).Seconds);
    }

    [Fact]
    public async Task The_word_of_a_new_member_applies_only_so_many_fixes_a_day()
    {
        await using var inbox = await NotificationFixture.OpenAsync(TestDatabases.Create(), works: 5);
        for (var number = 1; number <= 3; number++)
        {
            await inbox.SendAsync(inbox.Ada, NotificationFixture.Title(of: $"work-{number}"));
            Assert.Equal(SubmittedAs.Applied, (await inbox.SendAsync(inbox.Ben, NotificationFixture.Title(of: $"work-{number}"))).What);
        }

        await inbox.SendAsync(inbox.Ada, NotificationFixture.Title(of: "work-4"));
        Assert.Equal(SubmittedAs.Same, (await inbox.SendAsync(inbox.Ben, NotificationFixture.Title(of: "work-4"))).What);
        inbox.Database.Clock.Advance(TimeSpan.FromDays(2));
        await inbox.SendAsync(inbox.Ada, NotificationFixture.Title(of: "work-5"));
        Assert.Equal(SubmittedAs.Applied, (await inbox.SendAsync(inbox.Ben, NotificationFixture.Title(of: "work-5"))).What);
    }

    [Fact]
    public async Task A_suspended_member_suggests_nothing_and_their_word_does_not_count()
    {
        await using var inbox = await NotificationFixture.OpenAsync(TestDatabases.Create());
        Assert.Equal(
            Cause.NotAllowed, (await inbox.TryAsync(inbox.Ada with { Suspended = true }, NotificationFixture.NewWork)).Refusal?.Cause);
        await inbox.SendAsync(inbox.Ada, NotificationFixture.Title());
        await using (var db = await inbox.Database.OpenAsync())
        {
            DateTimeOffset? until = inbox.Database.Clock.GetUtcNow().AddDays(1);
            await db.Members.Where(m => m.UserName == "ada")
                .ExecuteUpdateAsync(set => set.SetProperty(m => m.SuspendedUntil, until), Cancelled);
        }

        Assert.Equal(SubmittedAs.Same, (await inbox.SendAsync(inbox.Ben, NotificationFixture.Title())).What);
        Assert.Equal("Work 1", (await inbox.WorkAsync()).Title);
    }

    [Fact]
    public async Task A_work_that_is_there_already_is_shown_instead()
    {
        await using var inbox = await NotificationFixture.OpenAsync(TestDatabases.Create());
        var known = Assert.IsType<AlreadyInGuide>(
            (await inbox.TryAsync(inbox.Ada, NotificationFixture.NewWork with { Url = "http://www.example.org/1/?utm_source=x" })).Refusal);
        Assert.Equal(("work-1", "Work 1", "Url"), (known.Slug, known.Title, known.At));
    }

    [Theory]
    [InlineData("10.18653/v1/N19-1423")]
    [InlineData("https://aclanthology.org/N19-1423/")]
    [InlineData("https://doi.org/10.48550/arXiv.1810.04805")]
    public async Task A_work_that_is_there_already_by_another_identifier_is_shown_instead(string url)
    {
        await using var inbox = await NotificationFixture.OpenAsync(TestDatabases.Create());
        await using (var db = await inbox.Database.OpenAsync())
        {
            var work = await db.Resources.SingleAsync(r => r.Slug == "work-1", Cancelled);
            work.Publish(["Ada Example"], 2018, 10, null, "1810.04805", "10.18653/v1/N19-1423");
            await db.SaveChangesAsync(Cancelled);
        }

        var known = (await inbox.TryAsync(inbox.Ada, NotificationFixture.NewWork with { Url = url })).Refusal;
        Assert.Equal("work-1", Assert.IsType<AlreadyInGuide>(known).Slug);
    }

    [Fact]
    public async Task A_new_member_has_only_so_many_waiting()
    {
        await using var inbox = await NotificationFixture.OpenAsync(TestDatabases.Create(), works: 6);
        for (var number = 1; number <= 5; number++)
        {
            await inbox.SendAsync(inbox.Ada, NotificationFixture.Title(of: $"work-{number}"));
        }

        Assert.StartsWith(
            "5 of your suggestions are already pending, and you are new here.",
            (await inbox.TryAsync(inbox.Ada, NotificationFixture.Title(of: "work-6"))).Refusal?.Why, StringComparison.Ordinal);
        Assert.Null((await inbox.ApproveAsync((await inbox.QueueAsync()).Rows.Items[0].Id)).Refusal);
        await inbox.SendAsync(inbox.Ada, NotificationFixture.Title(of: "work-6"));
    }

    [Theory]
    [InlineData("javascript:alert(1)", "Title", "Url")]
    [InlineData("ftp://example.org/x", "Title", "Url")]
    [InlineData("https://example.org/x", "Sneaky \u202Eeltit", "Title")]
    [InlineData("https://example.org/x", "Zero\u200Bwidth", "Title")]
    [InlineData("https://example.org/x", "", "Title")]
    public async Task Hostile_input_is_refused_at_its_field(string url, string title, string field)
    {
        await using var inbox = await NotificationFixture.OpenAsync(TestDatabases.Create());
        Assert.Equal(
            field, (await inbox.TryAsync(inbox.Ada, NotificationFixture.NewWork with { Url = url, Title = title })).Refusal?.Field);
    }

    [Theory]
    [InlineData("title", false)]
    [InlineData("minutes", false)]
    [InlineData("url", false)]
    [InlineData("venue", true)]
    [InlineData("year", true)]
    public async Task Only_what_a_work_can_do_without_may_be_emptied(string field, bool may)
    {
        await using var inbox = await NotificationFixture.OpenAsync(TestDatabases.Create());
        Assert.Equal(
            may ? null : "Value", (await inbox.TryAsync(inbox.Ada, NotificationFixture.Title(" ") with { Field = field })).Refusal?.Field);
    }

    [Fact]
    public async Task Titles_of_five_thousand_characters_are_refused()
    {
        await using var inbox = await NotificationFixture.OpenAsync(TestDatabases.Create());
        var title = new string('a', 5_000);
        Assert.Equal("Title", (await inbox.TryAsync(inbox.Ada, NotificationFixture.NewWork with { Title = title })).Refusal?.Field);
        Assert.Equal("Value", (await inbox.TryAsync(inbox.Ada, NotificationFixture.Title(title))).Refusal?.Field);
        Assert.Equal("Value", (await inbox.TryAsync(inbox.Ada, NotificationFixture.Title("Mirrored \u2066title\u2069"))).Refusal?.Field);
        Assert.Equal("Why", (await inbox.TryAsync(inbox.Ada, NotificationFixture.Title() with { Why = title })).Refusal?.Field);
    }
}

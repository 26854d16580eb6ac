using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Catalogue.Topics;
using LlmGuide.Core.Data;
using LlmGuide.Core.Discussion;
using LlmGuide.Core.Revisions;
using LlmGuide.Core.Revisions.History;
using LlmGuide.Core.Suggestions;
using LlmGuide.Core.Suggestions.Decisions;
using LlmGuide.Core.Suggestions.Making;
using LlmGuide.Core.Tests.Databases;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Tests.Suggestions;

/// <summary>What becomes of a suggestion that a curator decides.</summary>
[OnEachDatabase]
public sealed class DecisionTests
{
    private static CancellationToken Cancelled => GuideDatabase.Cancelled;

    [Fact]
    public async Task An_approved_work_is_in_the_guide_with_its_place_and_its_reason()
    {
        await using var inbox = await NotificationFixture.OpenAsync(TestDatabases.Create());
        var sent = await inbox.SendAsync(inbox.Ada, NotificationFixture.NewWork);
        Assert.Null((await inbox.ApproveAsync(sent.Id)).Refusal);
        var work = await inbox.WorkAsync("direct-preference-optimization");
        Assert.Equal(("https://arxiv.org/abs/2305.18290", "2305.18290", 2023, "Rafael Rafailov; Archit Sharma", 60), (
            work.Url, work.ArxivId, work.Year, work.AuthorNames, work.Minutes));
        var place = Assert.Single(work.Placements);
        Assert.Equal(("second", PlacementRole.Further, "Turns a loop of learning into one loss."), (
            place.Topic.Slug, place.Role, place.Why.Markdown));
        Assert.Equal(
            ["ada suggested a new resource", "curator added Direct Preference Optimization", "curator approved a new resource"],
            await inbox.LogAsync());
        var view = await inbox.ViewAsync(sent.Id);
        Assert.Equal(SuggestionState.Approved, view.Facts.State);
        Assert.NotNull(Assert.Single(view.Facts.Decisions).EntryId);
    }

    [Fact]
    public async Task An_approved_correction_is_a_revision_that_names_who_suggested_it()
    {
        await using var inbox = await NotificationFixture.OpenAsync(TestDatabases.Create());
        var sent = await inbox.SendAsync(inbox.Ada, NotificationFixture.Title());
        Assert.Null((await inbox.ApproveAsync(sent.Id)).Refusal);
        var history = await inbox.Database.Get<HistoryQuery>().RunAsync(LogKind.Resource, "work-1", 1, Cancelled);
        var revision = Assert.Single(history!.Revisions.Items);
        Assert.Equal(("curator", "Suggested by ada. As it is printed."), (revision.By, revision.Reason));
        Assert.Equal(new FieldDiff("title", "Work 1", "The title of the paper"), Assert.Single(revision.Fields));
    }

    [Theory]
    [InlineData("authors", "Ada Example, Ben Example", "Ada Example; Ben Example")]
    [InlineData("year", "2021", "2021")]
    [InlineData("summary", "It measures more.", "It measures more.")]
    [InlineData("why", "Read it with care.", "Read it with care.")]
    public async Task Any_field_can_be_corrected(string field, string value, string expected)
    {
        await using var inbox = await NotificationFixture.OpenAsync(TestDatabases.Create());
        var draft = new SuggestionDraft
        {
            Kind = SuggestionKind.Correction,
            Resource = "work-1",
            Field = field,
            Topic = field == "why" ? "second" : null,
            Value = value,
        };
        var sent = await inbox.SendAsync(inbox.Ada, draft);
        Assert.Null((await inbox.ApproveAsync(sent.Id)).Refusal);
        var work = await inbox.WorkAsync();
        Assert.Equal(expected, field switch
        {
            "authors" => work.AuthorNames,
            "year" => $"{work.Year}",
            "summary" => work.Summary.Markdown,
            _ => work.Placements[0].Why.Markdown,
        });
    }

    [Fact]
    public async Task A_better_link_replaces_the_link()
    {
        await using var inbox = await NotificationFixture.OpenAsync(TestDatabases.Create());
        var sent = await inbox.SendAsync(inbox.Ada,
            new SuggestionDraft { Kind = SuggestionKind.BetterLink, Resource = "work-1", Value = "http://arxiv.org/pdf/1706.03762v3.pdf" });
        Assert.Null((await inbox.ApproveAsync(sent.Id)).Refusal);
        Assert.Equal("https://arxiv.org/abs/1706.03762", (await inbox.WorkAsync()).Url);
    }

    [Fact]
    public async Task An_approved_prerequisite_is_on_the_path_with_its_reason()
    {
        await using var inbox = await NotificationFixture.OpenAsync(TestDatabases.Create());
        var third = await inbox.AddTopicAsync("third");
        var sent = await inbox.SendAsync(inbox.Ada,
            new SuggestionDraft { Kind = SuggestionKind.Prerequisite, Topic = "third", Value = "first", Why = "It begins there." });
        Assert.Null((await inbox.ApproveAsync(sent.Id)).Refusal);
        await using var db = await inbox.Database.OpenAsync();
        var edge = await db.Prerequisites.SingleAsync(p => p.TopicId == third, Cancelled);
        Assert.Equal("It begins there.", edge.Reason);
        var revision = Assert.Single(
            (await inbox.Database.Get<HistoryQuery>().RunAsync(LogKind.Topic, "third", 1, Cancelled))!.Revisions.Items);
        Assert.Equal("Suggested by ada. It begins there.", revision.Reason);
        Assert.Equal("The guide says that already.", (await inbox.TryAsync(inbox.Ben,
            new SuggestionDraft { Kind = SuggestionKind.Prerequisite, Topic = "third", Value = "first", Why = "Why." })).Refusal?.Why);
    }

    [Fact]
    public async Task A_prerequisite_that_would_close_a_circle_is_refused_and_the_circle_named()
    {
        await using var inbox = await NotificationFixture.OpenAsync(TestDatabases.Create());
        var sent = await inbox.SendAsync(
            inbox.Ada, new SuggestionDraft { Kind = SuggestionKind.Prerequisite, Topic = "first", Value = "second", Why = "It uses it." });
        Assert.Equal("The prerequisites would form a circle: First → Second → First.", (await inbox.ApproveAsync(sent.Id)).Refusal?.Why);
        Assert.Equal(SuggestionState.Pending, (await inbox.ViewAsync(sent.Id)).Facts.State);
        await using var db = await inbox.Database.OpenAsync();
        Assert.Equal(1, await db.Prerequisites.CountAsync(Cancelled));
    }

    [Fact]
    public async Task Of_two_curators_who_approve_at_once_one_does()
    {
        await using var inbox = await NotificationFixture.OpenAsync(TestDatabases.Create());
        var sent = await inbox.SendAsync(inbox.Ada, NotificationFixture.NewWork);
        var outcomes = await Task.WhenAll(
            inbox.ApproveAsync(sent.Id), inbox.ApproveAsync(sent.Id, by: inbox.Scene["other"]), inbox.RejectAsync(sent.Id, "No."));
        Assert.Single(outcomes, outcome => outcome.Refusal is null);
        Assert.Single((await inbox.ViewAsync(sent.Id)).Facts.Decisions);
    }

    [Fact]
    public async Task What_was_changed_meanwhile_is_not_overwritten_until_a_curator_has_seen_it()
    {
        await using var inbox = await NotificationFixture.OpenAsync(TestDatabases.Create());
        var sent = await inbox.SendAsync(inbox.Ada, NotificationFixture.Title());
        var other = await inbox.SendAsync(inbox.Ben, NotificationFixture.Title("Something between"));
        Assert.Null((await inbox.ApproveAsync(other.Id)).Refusal);
        Assert.Equal(SubjectStatus.Changed, (await inbox.QueueAsync()).Rows.Items[0].About?.Fate);
        Assert.Equal(Cause.Conflict, (await inbox.ApproveAsync(sent.Id, new Approval(0))).Refusal?.Cause);
        var view = await inbox.ViewAsync(sent.Id);
        Assert.Equal((true, "Something between", 1), (view.IsStale, view.Now, view.Version));
        Assert.Null((await inbox.ApproveAsync(sent.Id, new Approval(view.Version))).Refusal);
        Assert.Equal("The title of the paper", (await inbox.WorkAsync()).Title);
    }

    [Fact]
    public async Task What_was_removed_meanwhile_is_shown_so_and_cannot_be_changed()
    {
        await using var inbox = await NotificationFixture.OpenAsync(TestDatabases.Create());
        var sent = await inbox.SendAsync(inbox.Ada, NotificationFixture.Title());
        var subject = await inbox.Database.Get<DraftQuery>()
            .RunAsync(inbox.Database.Get<Core.Catalogue.Resources.Edits.ResourceSubject>(), "work-1", Cancelled);
        Assert.Null((await inbox.Database.Get<Editing>().SaveAsync(
            inbox.Database.Get<Core.Catalogue.Resources.Edits.ResourceSubject>(), inbox.Curator,
            subject!.To(subject.Draft with { Removed = true }, null), Cancelled)).Refusal);
        Assert.Equal(SubjectStatus.Removed, Assert.Single((await inbox.QueueAsync()).Rows.Items).About?.Fate);
        Assert.Equal("What this is about is no longer in the guide.", (await inbox.ApproveAsync(sent.Id, new Approval(1))).Refusal?.Why);
        Assert.Equal(
            "What this is about is no longer in the guide.",
            (await inbox.TryAsync(inbox.Ben, NotificationFixture.Title("Another"))).Refusal?.Why);
        Assert.Null((await inbox.RejectAsync(sent.Id, "It was removed.")).Refusal);
    }

    [Fact]
    public async Task A_curator_can_mend_what_they_approve()
    {
        await using var inbox = await NotificationFixture.OpenAsync(TestDatabases.Create());
        var sent = await inbox.SendAsync(inbox.Ada, NotificationFixture.NewWork);
        Assert.Null((await inbox.ApproveAsync(
            sent.Id, new Approval(null, Amended: NotificationFixture.NewWork with { Venue = "NeurIPS 2023", Topic = "first" }))).Refusal);
        var work = await inbox.WorkAsync("direct-preference-optimization");
        Assert.Equal(("NeurIPS 2023", "first"), (work.Venue, Assert.Single(work.Placements).Topic.Slug));
    }

    [Fact]
    public async Task What_a_curator_did_by_hand_is_marked_as_done_with_a_reason()
    {
        await using var inbox = await NotificationFixture.OpenAsync(TestDatabases.Create());
        var sent = await inbox.SendAsync(inbox.Ada, NotificationFixture.NewWork);
        Assert.Equal("reason", (await inbox.ApproveAsync(sent.Id, new Approval(null, ByHand: true))).Refusal?.Field);
        Assert.Null((await inbox.ApproveAsync(sent.Id, new Approval(null, "Added with two others.", ByHand: true))).Refusal);
        Assert.Equal(SuggestionState.Approved, (await inbox.ViewAsync(sent.Id)).Facts.State);
    }

    [Fact]
    public async Task Who_is_no_curator_decides_nothing()
    {
        await using var inbox = await NotificationFixture.OpenAsync(TestDatabases.Create());
        var sent = await inbox.SendAsync(inbox.Ada, NotificationFixture.NewWork);
        Assert.Equal(Cause.NotAllowed, (await inbox.ApproveAsync(sent.Id, by: inbox.Ada)).Refusal?.Cause);
        Assert.Equal(Cause.NotAllowed, (await inbox.RejectAsync(sent.Id, "No.", inbox.Ben)).Refusal?.Cause);
        Assert.Equal(
            Cause.NotAllowed, (await inbox.Database.Get<ClaimSuggestion>().RunAsync(inbox.Ben, sent.Id, Cancelled)).Refusal?.Cause);
    }

    [Fact]
    public async Task A_claim_keeps_others_away_until_it_expires()
    {
        await using var inbox = await NotificationFixture.OpenAsync(TestDatabases.Create());
        var sent = await inbox.SendAsync(inbox.Ada, NotificationFixture.NewWork);
        var claim = inbox.Database.Get<ClaimSuggestion>();
        Assert.Null((await claim.RunAsync(inbox.Curator, sent.Id, Cancelled)).Refusal);
        Assert.NotNull((await claim.RunAsync(inbox.Scene["other"], sent.Id, Cancelled)).Refusal);
        Assert.Equal("curator", (await inbox.QueueAsync(new QueueFilter(Whose: QueueOwner.Mine))).Rows.Items[0].ClaimedBy);
        Assert.Equal(0, (await inbox.QueueAsync(new QueueFilter(Whose: QueueOwner.Nobody))).Rows.Total);
        inbox.Database.Clock.Advance(TimeSpan.FromMinutes(31));
        Assert.Equal(1, (await inbox.QueueAsync(new QueueFilter(Whose: QueueOwner.Nobody))).Rows.Total);
        Assert.Null((await claim.RunAsync(inbox.Scene["other"], sent.Id, Cancelled)).Refusal);
        Assert.Null((await claim.ReleaseAsync(inbox.Scene["other"], sent.Id, Cancelled)).Refusal);
        Assert.Null((await inbox.QueueAsync()).Rows.Items[0].ClaimedBy);
    }

    [Fact]
    public async Task The_comment_that_it_came_from_is_answered()
    {
        await using var inbox = await NotificationFixture.OpenAsync(TestDatabases.Create());
        var work = await inbox.WorkAsync();
        var comment = await inbox.Scene.SayAsync("eve", work.ConversationId, words: "Is the title right?");
        var sent = await inbox.SendAsync(inbox.Ada, NotificationFixture.Title() with { CommentId = comment.Id });
        Assert.Null((await inbox.ApproveAsync(sent.Id, new Approval(0, "Thank you, eve."))).Refusal);
        await using var db = await inbox.Database.OpenAsync();
        var answer = await db.Comments.SingleAsync(c => c.ParentId == comment.Id, Cancelled);
        Assert.Equal(
            (inbox.Curator.Id, $"This became [suggestion {sent.Id}](/suggestions/{sent.Id}), which was approved. Thank you, eve."),
            (answer.AuthorId, answer.Body.Markdown));
        Assert.Contains($"eve Reply comment:{answer.Id}", await inbox.Scene.ToldAsync());
        Assert.Contains(work.ConversationId, inbox.Database.News.Changes);
    }

    [Fact]
    public async Task Where_two_members_agree_the_guide_answers_the_comment()
    {
        await using var inbox = await NotificationFixture.OpenAsync(TestDatabases.Create());
        var comment = await inbox.Scene.SayAsync("eve", (await inbox.WorkAsync()).ConversationId);
        await inbox.SendAsync(inbox.Ada, NotificationFixture.Title() with { CommentId = comment.Id });
        Assert.Equal(SubmittedAs.Applied, (await inbox.SendAsync(inbox.Ben, NotificationFixture.Title())).What);
        await using var db = await inbox.Database.OpenAsync();
        var answer = await db.Comments.SingleAsync(c => c.ParentId == comment.Id, Cancelled);
        Assert.Equal((null, true), (answer.AuthorId, answer.ByGuide));
        Assert.Contains($"eve Reply comment:{answer.Id}", await inbox.Scene.ToldAsync());
    }

    [Fact]
    public async Task A_comment_in_a_locked_discussion_is_not_answered_and_the_decision_stands()
    {
        await using var inbox = await NotificationFixture.OpenAsync(TestDatabases.Create());
        var work = await inbox.WorkAsync();
        var comment = await inbox.Scene.SayAsync("eve", work.ConversationId);
        var sent = await inbox.SendAsync(inbox.Ada, NotificationFixture.Title() with { CommentId = comment.Id });
        await using (var db = await inbox.Database.OpenAsync())
        {
            await db.Conversations.Where(c => c.Id == work.ConversationId)
                .ExecuteUpdateAsync(set => set.SetProperty(c => c.LockReason, "Enough."), Cancelled);
        }

        Assert.Null((await inbox.ApproveAsync(sent.Id)).Refusal);
        await using var after = await inbox.Database.OpenAsync();
        Assert.False(await after.Comments.AnyAsync(c => c.ParentId == comment.Id, Cancelled));
        Assert.Equal(SuggestionState.Approved, (await inbox.ViewAsync(sent.Id)).Facts.State);
    }
}

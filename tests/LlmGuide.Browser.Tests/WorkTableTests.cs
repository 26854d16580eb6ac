using LlmGuide.Browser.Tests.Pages;
using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Discussion.Comments;
using LlmGuide.Core.Discussion.Moderation;
using LlmGuide.Core.Members;
using LlmGuide.Core.Suggestions;
using LlmGuide.Core.Suggestions.Making;
using LlmGuide.Web.Tests;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace LlmGuide.Browser.Tests;

/// <summary>What all tables for work have in common, whoever adds one.</summary>
public sealed class WorkTableTests(Browser browser)
{
    private const string Results = "/curate/benchmarks/squad-1-1/results";

    [Theory]
    [InlineData("/curate")]
    [InlineData("/curate/resources")]
    [InlineData("/curate/links?state=all")]
    [InlineData(Results)]
    [InlineData("/moderate")]
    public async Task A_table_has_room_for_18_rows_of_one_line_whose_keys_select_and_open(string path)
    {
        await FillAsync();
        var page = await OpenAsync(path);
        var table = await new WorkTable(page).AliveAsync();
        Assert.InRange((await table.SeenAsync()).Height, 36, 41);
        Assert.True(await table.RoomAsync() >= 18, $"{path} has room for {await table.RoomAsync()} rows.");
        await Assertions.Expect(table.Bulk).ToBeHiddenAsync();
        await table.PressAsync("j");
        await Assertions.Expect(table.Title(0)).ToBeFocusedAsync();
        await table.PressAsync("x");
        await Assertions.Expect(page.GetByText("1 selected")).ToBeInViewportAsync();
        await table.PressAsync("x");
        await Assertions.Expect(table.Bulk).ToBeHiddenAsync();
        var address = (await table.Title(0).GetAttributeAsync("href"))!;
        await table.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(address);
    }

    [Theory]
    [InlineData("/curate")]
    [InlineData("/curate/links?state=all")]
    [InlineData(Results)]
    [InlineData("/moderate")]
    public async Task A_table_has_no_accessibility_fault_in_either_theme_and_fits_360_pixels(string path)
    {
        await FillAsync();
        var page = await OpenAsync(path);
        await new WorkTable(page).AliveAsync();
        await Axe.FindsNothingAsync(page);
    }

    [Fact]
    public async Task What_is_typed_stands_in_the_address_and_what_is_done_with_the_selected_shows_at_once()
    {
        await FillAsync();
        var page = await OpenAsync("/curate?kind=correction");
        var table = await new WorkTable(page).AliveAsync();
        await page.GetByLabel("Title or words").FillAsync("a word for the table");
        await Assertions.Expect(table.Rows).ToHaveCountAsync(1);
        await Following.ArrivesAsync(page, @"/curate\?kind=correction&q=a[^&]+$");
        await table.Box(0).CheckAsync();
        await page.GetByLabel("Action", new PageGetByLabelOptions { Exact = true }).SelectOptionAsync("claim");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Apply" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Done, with 1 suggestion.")).ToBeVisibleAsync();
        await Assertions.Expect(table.Rows.First).ToContainTextAsync("table-worker");
    }

    private Task<IPage> OpenAsync(string path) =>
        browser.OpenAsync(path, member: "table-worker", roles: Role.Curator | Role.Moderator);

    /// <summary>Something that waits for a curator, and something that waits for a moderator.</summary>
    private async Task FillAsync()
    {
        var (host, services) = (browser.Host, browser.Host.Services);
        await host.SignInAsync("table-member");
        await host.SignInAsync("table-reader");
        var (member, reader) = (await ActorAsync("table-member"), await ActorAsync("table-reader"));
        if (await host.AskAsync(db => db.Set<CommentFlag>().AnyAsync(flag => flag.MemberId == reader.MemberId, GuideHost.Cancelled)))
        {
            return;
        }

        var conversation = await host.AskAsync(
            db => db.Topics.Where(t => t.Slug == "llm-evaluation").Select(t => t.ConversationId).SingleAsync(GuideHost.Cancelled));
        var said = await services.GetRequiredService<PostComment>().RunAsync(
            member, ReplyTarget.In(conversation),
            new CommentDraft { Text = "Is this said well?", Key = Guid.NewGuid() }, GuideHost.Cancelled);
        await services.GetRequiredService<FlagComment>().RunAsync(reader, said.Value, FlagReason.OffTopic, null, GuideHost.Cancelled);
        var sent = await services.GetRequiredService<SubmitSuggestion>().RunAsync(
            member,
            new SuggestionDraft
            {
                Kind = SuggestionKind.Correction,
                Resource = "switch-transformers",
                Field = "venue",
                Value = "A word for the table",
                Why = "Why.",
            },
            from: null, GuideHost.Cancelled);
        Assert.Null(said.Refusal);
        Assert.Null(sent.Refusal);
    }

    private async Task<Actor> ActorAsync(string name)
    {
        var member = await browser.Host.MemberAsync(name);
        return new Actor(member.Id, name, member.Roles);
    }
}

using System.Net;

using LlmGuide.Core.Accounts;
using LlmGuide.Core.Accounts.Registration;
using LlmGuide.Core.Data;
using LlmGuide.Core.Discussion;
using LlmGuide.Core.Discussion.Comments;
using LlmGuide.Core.Discussion.Conversations;
using LlmGuide.Core.Members;

using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LlmGuide.Web.Tests.Accounts;

/// <summary>What was said to a member who left stays said to them.</summary>
public sealed class FormerNameTests : IAsyncLifetime
{
    private GuideHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await AccountSite.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData("Ada")]
    [InlineData("ada")]
    [InlineData("ADA")]
    public async Task Nobody_takes_the_name_of_who_left(string again)
    {
        await LeaveAsync("Ada");
        using var newcomer = new Browser(_host);
        await newcomer.OpenAsync("/account/register");
        await newcomer.SendAsync(
            "register", ("Draft.Name", again), ("Draft.Mail", "new@example.org"), ("Draft.Password", GuideHost.Password));

        Assert.Contains("This name is already taken.", newcomer.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await newcomer.OpenAsync("/u/ada")).Status);
    }

    [Fact]
    public async Task Neither_another_site_nor_an_administrator_gives_it_away()
    {
        await LeaveAsync("ada");
        var elsewhere = await _host.Services.GetRequiredService<RegisterElsewhere>().RunAsync(
            "ada", null, new UserLoginInfo("github", "1", "GitHub"), GuideHost.Cancelled);
        var added = await _host.Services.GetRequiredService<AddMember>().RunAsync(
            new NewMember("Ada", null, GuideHost.Password), Role.None, Actor.Operator, GuideHost.Cancelled);

        Assert.Equal("This name is already taken.", elsewhere.Refusal?.Why);
        Assert.Equal("This name is already taken.", added.Refusal?.Why);
    }

    [Fact]
    public async Task Of_who_left_no_name_is_kept_in_the_table_of_names()
    {
        await LeaveAsync("ada");

        Assert.Equal(
            FormerName.DigestOf("ADA"), (await _host.AskAsync(db => db.FormerNames.SingleAsync(GuideHost.Cancelled))).Digest);
    }

    [Fact]
    public async Task A_mention_of_who_left_links_nobody_once_it_is_written_again()
    {
        var ben = new Actor((await MemberAsync("ben")).Id, "ben", Role.None);
        await MemberAsync("ada");
        var conversation = await _host.AskAsync(async db =>
        {
            var about = db.Conversations.Add(new Conversation(SubjectType.Topic, "loss", "Loss")).Entity;
            await db.SaveChangesAsync(GuideHost.Cancelled);
            return about.Id;
        });
        var said = await _host.Services.GetRequiredService<PostComment>().RunAsync(
            ben, ReplyTarget.In(conversation), new CommentDraft { Text = "Hi @ada", Key = Guid.NewGuid() }, GuideHost.Cancelled);
        await LeaveAsync("ada");
        Assert.Null((await _host.Services.GetRequiredService<EditComment>().RunAsync(
            ben, said.Value, "Hi, @ada", GuideHost.Cancelled)).Refusal);

        Assert.Equal("<p>Hi, @ada</p>", await _host.AskAsync(db => db.Comments.Select(c => c.Body.Html).SingleAsync(GuideHost.Cancelled)));
    }

    private async Task<Member> MemberAsync(string name)
    {
        await _host.SignInAsync(name);
        return await _host.MemberAsync(name);
    }

    private async Task LeaveAsync(string name)
    {
        using var browser = new Browser(_host, await _host.SignInAsync(name));
        await browser.OpenAsync("/account/delete");
        Assert.Contains($"Nobody else can take the name {name} later", browser.Text, StringComparison.Ordinal);
        await browser.SendAsync("leave", ("Draft.Current", GuideHost.Password));
        Assert.Equal("/account/deleted", browser.Location);
    }
}

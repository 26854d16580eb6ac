using System.Net;
using System.Text.RegularExpressions;

using LlmGuide.Core.Data;
using LlmGuide.Core.Discussion;
using LlmGuide.Core.Discussion.Comments;
using LlmGuide.Core.Discussion.Conversations;
using LlmGuide.Core.Members;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LlmGuide.Web.Tests.Discussion;

/// <summary>A seeded site with comments to act upon, and forms that are sent as a browser sends them.</summary>
public sealed partial class ModerationFixture : IAsyncLifetime
{
    private int _members;

    public GuideHost Host { get; private set; } = null!;

    public async ValueTask InitializeAsync() =>
        Host = await GuideHost.StartAsync("--ForwardedHeaders_Enabled=true", "--RateLimits:Enabled=false");

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    /// <summary>Somebody new, signed in.</summary>
    internal async Task<Party> MemberAsync(Role roles = Role.None)
    {
        var name = $"member{Interlocked.Increment(ref _members)}";
        var cookie = await Host.SignInAsync(name, roles);
        await using var db = await OpenAsync();
        return new Party(new Actor((await db.Members.SingleAsync(m => m.UserName == name, GuideHost.Cancelled)).Id, name, roles), cookie);
    }

    /// <summary>Has a member be here for some days already.</summary>
    internal async Task JoinedAsync(Party party, int daysAgo)
    {
        var since = TimeProvider.System.GetUtcNow().AddDays(-daysAgo);
        await using var db = await OpenAsync();
        await db.Members.Where(m => m.Id == party.Actor.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.JoinedAt, since), GuideHost.Cancelled);
    }

    /// <summary>What somebody said about a topic of the seed.</summary>
    internal async Task<int> CommentAsync(Party author, string topic = "transformer", string text = "A thought.")
    {
        var said = await Host.Services.GetRequiredService<PostComment>().RunAsync(
            author.Actor, ReplyTarget.In(await ConversationAsync(topic)),
            new CommentDraft { Text = text, Key = Guid.NewGuid() }, GuideHost.Cancelled);
        Assert.Null(said.Refusal);
        return said.Value;
    }

    internal async Task<int> ConversationAsync(string topic)
    {
        await using var db = await OpenAsync();
        return await db.Conversations.Where(c => c.Type == SubjectType.Topic && c.Slug == topic)
            .Select(c => c.Id).SingleAsync(GuideHost.Cancelled);
    }

    internal async Task<CommentState> StateOfAsync(int comment)
    {
        await using var db = await OpenAsync();
        return await db.Comments.Where(c => c.Id == comment).Select(c => c.State).SingleAsync(GuideHost.Cancelled);
    }

    /// <summary>Asks for a page as a member.</summary>
    internal Task<HttpResponseMessage> GetAsync(Party party, string path) => Host.GetAsync(path, ("Cookie", party.Cookie));

    internal async Task<string> TextAsync(Party party, string path)
    {
        using var answer = await GetAsync(party, path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(GuideHost.Cancelled));
    }

    /// <summary>Opens the page with the form, and sends it with the page's token.</summary>
    /// <param name="party">Who does it.</param>
    /// <param name="page">Where the form is.</param>
    /// <param name="to">Where it leads.</param>
    /// <param name="handler">The name of the form.</param>
    /// <param name="fields">What is filled in.</param>
    internal async Task<HttpResponseMessage> SendAsync(
        Party party, string page, string to, string handler, params (string Name, string Value)[] fields)
    {
        using var opened = await GetAsync(party, page);
        Assert.Equal(HttpStatusCode.OK, opened.StatusCode);
        var token = Token().Match(await opened.Content.ReadAsStringAsync(GuideHost.Cancelled)).Groups["token"].Value;
        Assert.NotEmpty(token);
        var given = opened.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies.Select(c => c.Split(';')[0]) : [];
        return await PostAsync(
            string.Join("; ", [party.Cookie, .. given]), to, [("_handler", handler), ("__RequestVerificationToken", token), .. fields]);
    }

    internal async Task<HttpResponseMessage> PostAsync(string cookie, string to, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, to)
        {
            Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))),
        };
        request.Headers.TryAddWithoutValidation("Cookie", cookie);
        return await Host.Client.SendAsync(request, GuideHost.Cancelled);
    }

    private Task<GuideDb> OpenAsync() =>
        Host.Services.GetRequiredService<IDbContextFactory<GuideDb>>().CreateDbContextAsync(GuideHost.Cancelled);

    [GeneratedRegex(
        "name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
}

/// <param name="Actor">Who it is.</param>
/// <param name="Cookie">Their browser's.</param>
internal sealed record Party(Actor Actor, string Cookie);

using System.Globalization;
using System.Security.Claims;

using LlmGuide.Core.Accounts.SignIn;
using LlmGuide.Core.Data;
using LlmGuide.Core.Discussion;
using LlmGuide.Core.Discussion.Comments;
using LlmGuide.Core.Discussion.Conversations;
using LlmGuide.Core.Members;
using LlmGuide.Web;
using LlmGuide.Web.Settings.Health;

using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LlmGuide.Benchmarks;

/// <summary>Fills a database with members, their sign-ins and what they say, through the guide's own commands.</summary>
internal sealed class ConversationFixture : IAsyncDisposable
{
    /// <summary>So that a page holds what pages hold: prose, code, a formula, a list.</summary>
    private const string Words = """
        The table says **28.4 BLEU**, but for *which* checkpoint? As far as I can see it is the average of the last five, and the single one is lower.

        - the encoder reads all of it at once, in $O(n^2)$
        - the decoder sees what it wrote so far

        Compare `d_model` in the two: the larger has twice as much. Number
        """;

    private readonly WebApplication _app;
    private readonly List<Actor> _members = [];

    private ConversationFixture(WebApplication app) => _app = app;

    public static async Task<ConversationFixture> InAsync(string database, int members)
    {
        var app = GuideSite.Build([$"--ConnectionStrings:Guide=Data Source={database}", "--Logging:LogLevel:Default=Warning"]);
        await app.Services.GetRequiredService<DatabasePreparation>().RunAsync(CancellationToken.None);
        var scene = new ConversationFixture(app);
        for (var number = 1; number <= members; number++)
        {
            scene._members.Add(await scene.MemberAsync($"member{number.ToString(CultureInfo.InvariantCulture)}"));
        }

        return scene;
    }

    /// <summary>Says so much about a topic: every fourth comment at the top, the others below one of the last forty.</summary>
    /// <returns>The number of the conversation.</returns>
    public async Task<int> TalkAsync(string topic, int comments)
    {
        var post = _app.Services.GetRequiredService<PostComment>();
        var conversation = await ConversationAsync(topic);
        var said = new List<int>();
        for (var number = 0; number < comments; number++)
        {
            var place =
                number % 4 == 0 ? ReplyTarget.In(conversation) : ReplyTarget.Below(said[^(1 + (number * 7 % Math.Min(40, said.Count)))]);
            var draft = new CommentDraft { Text = $"{Words} {number.ToString(CultureInfo.InvariantCulture)}.", Key = Guid.NewGuid() };
            var outcome = await post.RunAsync(_members[number % _members.Count], place, draft, CancellationToken.None);
            said.Add(outcome.Refusal is null ? outcome.Value : said[^1]);
        }

        return conversation;
    }

    /// <returns>The cookie of a browser that is signed in.</returns>
    public async Task<string> SignInAsync(int member)
    {
        var stamp = await AskAsync(db => db.Members.Where(m => m.Id == _members[member].Id).Select(m => m.SecurityStamp!).SingleAsync());
        var key = await _app.Services.GetRequiredService<Sessions>().StartAsync(
            _members[member].Id, stamp, TimeProvider.System.GetUtcNow().AddDays(30),
            persistent: false, "benchmark", CancellationToken.None);
        var cookie = _app.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>()
            .Get(IdentityConstants.ApplicationScheme);
        var claims = new ClaimsIdentity(
            [new Claim("Microsoft.AspNetCore.Authentication.Cookies-SessionId", key)], IdentityConstants.ApplicationScheme);
        return $"{cookie.Cookie.Name}={cookie.TicketDataFormat.Protect(new AuthenticationTicket(new ClaimsPrincipal(claims), IdentityConstants.ApplicationScheme))}";
    }

    public Task<int> CommentsAsync() => AskAsync(db => db.Comments.CountAsync());

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private Task<int> ConversationAsync(string topic) =>
        AskAsync(db => db.Conversations.Where(c => c.Type == SubjectType.Topic && c.Slug == topic).Select(c => c.Id).SingleAsync());

    private async Task<Actor> MemberAsync(string name)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        var member = new Member
        {
            UserName = name,
            Email = $"{name}@example.org",
            EmailConfirmed = true,
            JoinedAt = TimeProvider.System.GetUtcNow(),
            UnsubscribeKey = Guid.NewGuid(),
        };
        var made = await scope.ServiceProvider.GetRequiredService<UserManager<Member>>().CreateAsync(member);
        return made.Succeeded ? new Actor(member.Id, name, Role.None) : throw new InvalidOperationException(made.ToString());
    }

    private async Task<T> AskAsync<T>(Func<GuideDb, Task<T>> question)
    {
        await using var db = await _app.Services.GetRequiredService<IDbContextFactory<GuideDb>>().CreateDbContextAsync();
        return await question(db);
    }
}

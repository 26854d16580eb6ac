using System.Globalization;
using System.Security.Claims;

using LlmGuide.Core.Accounts.SignIn;
using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Data;
using LlmGuide.Core.Learning;
using LlmGuide.Core.Learning.Marks;
using LlmGuide.Core.Learning.Notes;
using LlmGuide.Core.Members;
using LlmGuide.Web;
using LlmGuide.Web.Settings.Health;

using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LlmGuide.Benchmarks;

/// <summary>Members of a seeded site: one who is new, one who has read and noted much, and a crowd that has read as much.</summary>
internal sealed class MemberScene : IAsyncDisposable
{
    private const int AtOnce = 2_000;

    private readonly WebApplication _app;

    private MemberScene(WebApplication app) => _app = app;

    /// <param name="settings">Which database it is in.</param>
    public static async Task<MemberScene> InAsync(string[] settings)
    {
        var app = GuideSite.Build([.. settings, "--Logging:LogLevel:Default=Warning"]);
        await app.Services.GetRequiredService<DatabasePreparation>().RunAsync(CancellationToken.None);
        return new MemberScene(app);
    }

    public async Task<Actor> JoinAsync(string name)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        var member = New(name);
        var made = await scope.ServiceProvider.GetRequiredService<UserManager<Member>>().CreateAsync(member);
        return made.Succeeded ? new Actor(member.Id, name, Role.None) : throw new InvalidOperationException(made.ToString());
    }

    /// <summary>Marks works, the first of each topic first, and notes what the pages that are measured show.</summary>
    /// <param name="marks">How many works, as far as the guide has so many.</param>
    public async Task ReadAsync(Actor reader, int marks)
    {
        var works = await AskAsync(db => db.Resources.OrderBy(r => r.Id).Take(marks).Select(r => r.Slug).ToListAsync());
        foreach (var work in works)
        {
            await _app.Services.GetRequiredService<MarkResource>().RunAsync(reader, work, ReadingState.Read, CancellationToken.None);
        }

        await _app.Services.GetRequiredService<SaveNote>().RunAsync(
            reader, AnnotatedKind.Topic, "transformer", "The scale is $1/\\sqrt{d_k}$, and **why** is asked.", seen: null,
            CancellationToken.None);
    }

    /// <summary>Adds members who have marked what this one has, by two statements a batch: their own commands would take a day.</summary>
    public async Task CrowdAsync(Actor like, int members)
    {
        for (var from = 0; from < members; from += AtOnce)
        {
            await AskAsync(async db =>
            {
                var more = Enumerable.Range(from, Math.Min(AtOnce, members - from))
                    .Select(number => New(string.Create(CultureInfo.InvariantCulture, $"crowd{number}"))).ToList();
                db.Members.AddRange(more);
                await db.SaveChangesAsync();
                var (first, last) = (more.Min(m => m.Id), more.Max(m => m.Id));
                return await db.Database.ExecuteSqlAsync(
                    $"""
                    INSERT INTO "ReadingMarks" ("MemberId", "ResourceId", "State", "Since", "OnPath")
                    SELECT m."Id", r."ResourceId", r."State", r."Since", r."OnPath" FROM "Members" m CROSS JOIN "ReadingMarks" r
                    WHERE m."Id" BETWEEN {first} AND {last} AND r."MemberId" = {like.Id}
                    """);
            });
        }
    }

    /// <returns>The cookie of a browser that is signed in.</returns>
    public async Task<string> SignInAsync(Actor member)
    {
        var stamp = await AskAsync(db => db.Members.Where(m => m.Id == member.Id).Select(m => m.SecurityStamp!).SingleAsync());
        var key = await _app.Services.GetRequiredService<Sessions>().StartAsync(
            member.Id, stamp, TimeProvider.System.GetUtcNow().AddDays(30), persistent: false, "benchmark", CancellationToken.None);
        var cookie = _app.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>()
            .Get(IdentityConstants.ApplicationScheme);
        var claims = new ClaimsIdentity(
            [new Claim("Microsoft.AspNetCore.Authentication.Cookies-SessionId", key)], IdentityConstants.ApplicationScheme);
        var ticket = new AuthenticationTicket(new ClaimsPrincipal(claims), IdentityConstants.ApplicationScheme);
        return $"{cookie.Cookie.Name}={cookie.TicketDataFormat.Protect(ticket)}";
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static Member New(string name) => new()
    {
        UserName = name,
        NormalizedUserName = name.ToUpperInvariant(),
        SecurityStamp = Guid.NewGuid().ToString(),
        JoinedAt = TimeProvider.System.GetUtcNow(),
        UnsubscribeKey = Guid.NewGuid(),
    };

    private async Task<T> AskAsync<T>(Func<GuideDb, Task<T>> question)
    {
        await using var db = await _app.Services.GetRequiredService<IDbContextFactory<GuideDb>>().CreateDbContextAsync();
        return await question(db);
    }
}

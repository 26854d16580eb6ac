using LlmGuide.Core.Accounts.SignIn;
using LlmGuide.Core.Members;
using LlmGuide.Core.Tests.Databases;
using LlmGuide.Core.Tests.Discussion;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Tests.Accounts;

/// <summary>Who has the key of a session, on each database.</summary>
[OnEachDatabase]
public sealed class SessionsTests
{
    private const string Stamp = "stamp";

    [Fact]
    public async Task A_session_ends_at_its_hour_unless_it_was_prolonged()
    {
        await using var scene = await BeginAsync();
        var (brief, longer) = (await StartAsync(scene), await StartAsync(scene));
        var sessions = scene.Database.Get<Sessions>();
        Assert.Equal("ada", (await sessions.FindAsync(brief, GuideDatabase.Cancelled))?.Name);
        await sessions.ProlongAsync(
            longer, Stamp, scene.Database.Clock.GetUtcNow().AddHours(3), persistent: false, GuideDatabase.Cancelled);
        scene.Database.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Null(await sessions.FindAsync(brief, GuideDatabase.Cancelled));
        Assert.Equal("ada", (await sessions.FindAsync(longer, GuideDatabase.Cancelled))?.Name);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_session_ends_with_the_account_or_its_password(bool disabled)
    {
        await using var scene = await BeginAsync();
        var key = await StartAsync(scene);
        await using var db = await scene.Database.OpenAsync();
        var member = await db.Set<Member>().SingleAsync(GuideDatabase.Cancelled);
        member.DisabledAt = disabled ? scene.Database.Clock.GetUtcNow() : null;
        member.SecurityStamp = disabled ? Stamp : "another";
        await db.SaveChangesAsync(GuideDatabase.Cancelled);
        Assert.Null(await scene.Database.Get<Sessions>().FindAsync(key, GuideDatabase.Cancelled));
    }

    [Fact]
    public async Task A_member_ends_one_browser_or_all_others()
    {
        await using var scene = await BeginAsync();
        string[] keys = [await StartAsync(scene), await StartAsync(scene), await StartAsync(scene)];
        var sessions = scene.Database.Get<Sessions>();
        var kept = (await sessions.FindAsync(keys[0], GuideDatabase.Cancelled))!.SessionId;
        await sessions.EndOneAsync(
            scene["ada"].Id, (await sessions.FindAsync(keys[1], GuideDatabase.Cancelled))!.SessionId, GuideDatabase.Cancelled);
        Assert.Null(await sessions.FindAsync(keys[1], GuideDatabase.Cancelled));
        Assert.Equal(1, await sessions.EndOthersAsync(scene["ada"].Id, kept, GuideDatabase.Cancelled));
        Assert.Equal([kept], (await sessions.ListAsync(scene["ada"].Id, GuideDatabase.Cancelled)).Select(session => session.Id));
    }

    [Fact]
    public async Task Nobody_ends_the_session_of_somebody_else()
    {
        await using var scene = await BeginAsync();
        var key = await StartAsync(scene);
        var eve = await scene.JoinAsync("eve");
        var sessions = scene.Database.Get<Sessions>();
        await sessions.EndOneAsync(eve.Id, (await sessions.FindAsync(key, GuideDatabase.Cancelled))!.SessionId, GuideDatabase.Cancelled);
        Assert.NotNull(await sessions.FindAsync(key, GuideDatabase.Cancelled));
    }

    [Fact]
    public async Task The_key_itself_is_kept_nowhere()
    {
        await using var scene = await BeginAsync();
        var key = await StartAsync(scene);
        await using var db = await scene.Database.OpenAsync();
        Assert.DoesNotContain(
            key, (await db.Set<MemberSession>().SingleAsync(GuideDatabase.Cancelled)).KeyDigest, StringComparison.OrdinalIgnoreCase);
        Assert.Null(await scene.Database.Get<Sessions>().FindAsync(key[..^1] + (key[^1] == '0' ? '1' : '0'), GuideDatabase.Cancelled));
    }

    private async Task<Scene> BeginAsync()
    {
        var scene = await Scene.StartAsync(TestDatabases.Create());
        await scene.JoinAsync("ada", member => member.SecurityStamp = Stamp);
        return scene;
    }

    /// <summary>For an hour.</summary>
    private static Task<string> StartAsync(Scene scene) => scene.Database.Get<Sessions>().StartAsync(
        scene["ada"].Id, Stamp, scene.Database.Clock.GetUtcNow().AddHours(1), persistent: false, "Firefox", GuideDatabase.Cancelled);
}

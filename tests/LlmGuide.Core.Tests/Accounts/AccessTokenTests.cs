using LlmGuide.Core.Accounts.Tokens;
using LlmGuide.Core.Interchange;
using LlmGuide.Core.Members;
using LlmGuide.Core.Tests.Databases;
using LlmGuide.Core.Tests.Discussion;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Tests.Accounts;

/// <summary>Who a program acts for, and for how long.</summary>
[OnEachDatabase]
public sealed class AccessTokenTests
{
    private static CancellationToken Cancelled => GuideDatabase.Cancelled;

    [Fact]
    public async Task A_token_is_its_members_without_their_office_and_only_its_digest_is_kept()
    {
        await using var scene = await BeginAsync();
        var text = await MakeAsync(scene);
        var holder = (await FindAsync(scene, text)).Value!;
        Assert.Equal((scene["ada"].Id, Role.None, TokenScopes.Read | TokenScopes.Learn), (holder.Actor.Id, holder.Actor.Roles, holder.Scopes));
        Assert.Matches("^llmg_[0-9a-f]{64}$", text);
        await using var db = await scene.Database.OpenAsync();
        var kept = await db.AccessTokens.SingleAsync(Cancelled);
        Assert.DoesNotContain(text[AccessToken.Prefix.Length..], kept.Digest, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("not known", (await FindAsync(scene, text[..^1] + (text[^1] == '0' ? '1' : '0'))).Refusal!.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_works_until_the_end_of_its_last_day_and_says_when_that_was()
    {
        await using var scene = await BeginAsync();
        var text = await MakeAsync(scene, "2026-11-24");
        scene.Database.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 24, 23, 59, 59, TimeSpan.Zero));
        Assert.Null((await FindAsync(scene, text)).Refusal);
        scene.Database.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Contains("ended on 2026-11-24", (await FindAsync(scene, text)).Refusal!.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_ends_when_it_is_removed_by_its_owner_and_by_nobody_else()
    {
        await using var scene = await BeginAsync();
        var text = await MakeAsync(scene);
        var id = (await FindAsync(scene, text)).Value!.TokenId;
        var eve = await scene.JoinAsync("eve");
        var remove = scene.Database.Get<RemoveAccessToken>();
        Assert.Equal(Cause.NotThere, (await remove.RunAsync(eve, id, Cancelled)).Refusal?.Cause);
        Assert.Null((await FindAsync(scene, text)).Refusal);
        Assert.Null((await remove.RunAsync(scene["ada"], id, Cancelled)).Refusal);
        Assert.NotNull((await FindAsync(scene, text)).Refusal);
    }

    [Fact]
    public async Task Who_is_disabled_is_refused_and_who_is_suspended_reads_only()
    {
        await using var scene = await BeginAsync();
        var text = await MakeAsync(scene);
        await using var db = await scene.Database.OpenAsync();
        var ada = await db.Set<Member>().SingleAsync(Cancelled);
        ada.SuspendedUntil = scene.Database.Clock.GetUtcNow().AddDays(1);
        await db.SaveChangesAsync(Cancelled);
        Assert.True((await FindAsync(scene, text)).Value!.Actor.Suspended);
        ada.DisabledAt = scene.Database.Clock.GetUtcNow();
        await db.SaveChangesAsync(Cancelled);
        Assert.Contains("closed", (await FindAsync(scene, text)).Refusal!.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_last_use_is_written_down_at_most_once_a_minute()
    {
        await using var scene = await BeginAsync();
        var text = await MakeAsync(scene);
        var holder = (await FindAsync(scene, text)).Value!;
        Assert.True(holder.IsStale);
        await scene.Database.Get<AccessTokens>().TouchAsync(holder.TokenId, Cancelled);
        scene.Database.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.False((await FindAsync(scene, text)).Value!.IsStale);
        scene.Database.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True((await FindAsync(scene, text)).Value!.IsStale);
        var own = Assert.Single(await scene.Database.Get<OwnAccessTokensQuery>().RunAsync(scene["ada"].Id, Cancelled));
        Assert.Equal(scene.Database.Clock.GetUtcNow().AddSeconds(-61), own.UsedAt);
    }

    [Theory]
    [InlineData("", TokenScopes.Read, "2026-12-01", nameof(AccessTokenDraft.Name))]
    [InlineData("x\u202e", TokenScopes.Read, "2026-12-01", nameof(AccessTokenDraft.Name))]
    [InlineData("Zotero", TokenScopes.None, "2026-12-01", nameof(AccessTokenDraft.Scopes))]
    [InlineData("Zotero", TokenScopes.Read, "2026-11-22", nameof(AccessTokenDraft.Ends))]
    [InlineData("Zotero", TokenScopes.Read, "2028-11-24", nameof(AccessTokenDraft.Ends))]
    [InlineData("Zotero", TokenScopes.Read, "9999-12-31", nameof(AccessTokenDraft.Ends))]
    [InlineData("Zotero", TokenScopes.Read, "tomorrow", nameof(AccessTokenDraft.Ends))]
    public async Task What_is_wrong_is_said_at_its_field(string name, TokenScopes scopes, string ends, string field)
    {
        await using var scene = await BeginAsync();
        var made = await scene.Database.Get<CreateAccessToken>().RunAsync(
            scene["ada"], new AccessTokenDraft(name, scopes, ends), Cancelled);
        Assert.Equal(field, made.Refusal?.Field);
    }

    [Fact]
    public async Task There_is_an_end_to_how_many_one_has_and_the_download_names_them_without_what_opens()
    {
        await using var scene = await BeginAsync();
        for (var n = 0; n < CreateAccessToken.Most; n++)
        {
            await MakeAsync(scene);
        }

        var one = await scene.Database.Get<CreateAccessToken>().RunAsync(
            scene["ada"], new AccessTokenDraft("One more", TokenScopes.Read, "2026-12-01"), Cancelled);
        Assert.Equal(Cause.Rule, one.Refusal?.Cause);
        var data = (await scene.Database.Get<OwnDataQuery>().RunAsync(scene["ada"].Id, Cancelled))!["tokens.json"];
        var json = System.Text.Json.JsonSerializer.Serialize(data);
        Assert.Contains("Zotero", json, StringComparison.Ordinal);
        Assert.DoesNotMatch("[0-9a-f]{64}", json);
    }

    private async Task<Scene> BeginAsync()
    {
        var scene = await Scene.StartAsync(TestDatabases.Create());
        await scene.JoinAsync("ada", member => member.Roles = Role.Curator);
        return scene;
    }

    private static async Task<string> MakeAsync(Scene scene, string ends = "2026-12-01")
    {
        var made = await scene.Database.Get<CreateAccessToken>().RunAsync(
            scene["ada"], new AccessTokenDraft("Zotero", TokenScopes.Read | TokenScopes.Learn, ends), Cancelled);
        Assert.Null(made.Refusal?.Why);
        return made.Value!;
    }

    private static Task<Outcome<TokenHolder>> FindAsync(Scene scene, string text) =>
        scene.Database.Get<AccessTokens>().FindAsync(text, Cancelled);
}

using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;

namespace LlmGuide.Web.Tests.Accounts;

/// <summary>The authenticator app and its recovery codes.</summary>
public sealed class SecondFactorTests : IAsyncLifetime
{
    private GuideHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await AccountSite.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task An_app_is_asked_for_once_it_has_shown_a_right_code()
    {
        using var browser = new Browser(_host, await _host.SignInAsync("ada"));
        var (key, codes) = await TurnOnAsync(browser);
        Assert.Equal(10, codes.Count);
        Assert.Equal(HttpStatusCode.OK, (await browser.OpenAsync("/account")).Status);

        using var fresh = new Browser(_host);
        await fresh.SignInAsync("ada", query: "?back=/tasks");
        Assert.Equal("/account/two-factor?back=%2Ftasks", fresh.Location);
        Assert.False(fresh.HasCookie(AccountSite.Cookie));
        await fresh.FollowAsync();
        await fresh.SendAsync("two-factor", ("Draft.Code", "12345"));
        Assert.Contains("This code does not work", fresh.Text, StringComparison.Ordinal);
        await fresh.SendAsync("two-factor", ("Draft.Code", CodeOf(key)));
        Assert.Equal("/tasks", fresh.Location);
        Assert.True(fresh.HasCookie(AccountSite.Cookie));
    }

    [Fact]
    public async Task A_wrong_code_and_a_wrong_password_are_said_at_once()
    {
        using var browser = new Browser(_host, await _host.SignInAsync("ada"));
        await browser.OpenAsync("/account/authenticator");
        await browser.SendAsync("authenticator", ("Draft.Code", "000000"), ("Draft.Current", "not this one"));
        Assert.Contains("This code does not work", browser.Text, StringComparison.Ordinal);
        Assert.Contains("This is not your password", browser.Text, StringComparison.Ordinal);
        Assert.False((await _host.MemberAsync("ada")).TwoFactorEnabled);
    }

    [Fact]
    public async Task A_recovery_code_signs_in_once()
    {
        using var browser = new Browser(_host, await _host.SignInAsync("ada"));
        var (_, codes) = await TurnOnAsync(browser);
        using var first = new Browser(_host);
        await (await first.SignInAsync("ada")).FollowAsync();
        await first.SendAsync("two-factor", ("Draft.Code", codes[0]));
        Assert.Equal("/", first.Location);
        using var second = new Browser(_host);
        await (await second.SignInAsync("ada")).FollowAsync();
        await second.SendAsync("two-factor", ("Draft.Code", codes[0]));
        Assert.Contains("This code does not work", second.Text, StringComparison.Ordinal);
        await browser.OpenAsync("/account/authenticator");
        Assert.Contains("9 recovery codes left", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Turning_it_off_asks_for_the_password()
    {
        using var browser = new Browser(_host, await _host.SignInAsync("ada"));
        await TurnOnAsync(browser);
        await browser.OpenAsync("/account/authenticator");
        await browser.SendAsync("authenticator-change", ("Draft.Wanted", "off"), ("Draft.Current", "not this one"));
        Assert.True((await _host.MemberAsync("ada")).TwoFactorEnabled);
        await browser.SendAsync("authenticator-change", ("Draft.Wanted", "off"), ("Draft.Current", GuideHost.Password));
        Assert.False((await _host.MemberAsync("ada")).TwoFactorEnabled);
        Assert.Equal(HttpStatusCode.OK, (await browser.OpenAsync("/account")).Status);
    }

    [Fact]
    public async Task The_code_for_cameras_is_drawn_without_inline_style()
    {
        using var browser = new Browser(_host, await _host.SignInAsync("ada"));
        await browser.OpenAsync("/account/authenticator");
        var drawing = browser.Page.QuerySelector("main svg[role=img]")!;
        Assert.NotEmpty(drawing.QuerySelector("path")!.GetAttribute("d")!);
        Assert.Empty(browser.Page.QuerySelectorAll("[style], style"));
        Assert.Contains(
            "script-src 'self'", browser.Answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    internal static async Task<(string Key, List<string> Codes)> TurnOnAsync(Browser browser)
    {
        await browser.OpenAsync("/account/authenticator");
        var key = browser.Page.QuerySelector("main code")!.TextContent.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        await browser.SendAsync("authenticator", ("Draft.Code", "000000"), ("Draft.Current", GuideHost.Password));
        Assert.Contains("Wait for the next one", browser.Text, StringComparison.Ordinal);
        await browser.SendAsync("authenticator", ("Draft.Code", CodeOf(key)), ("Draft.Current", GuideHost.Password));
        return (key, [.. browser.Page.QuerySelectorAll("main code").Select(code => code.TextContent)]);
    }

    /// <summary>RFC 6238 with SHA-1, six digits and half a minute, as every app has it.</summary>
    internal static string CodeOf(string key)
    {
        const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var bits = string.Concat(
            key.Select(letter => Convert.ToString(Base32.IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        var secret = Enumerable.Range(0, bits.Length / 8).Select(at => Convert.ToByte(bits.Substring(at * 8, 8), 2)).ToArray();
        var step = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(step, TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30);
#pragma warning disable CA5350 // What authenticator apps are made for.
        var hash = HMACSHA1.HashData(secret, step);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }
}

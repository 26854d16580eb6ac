using LlmGuide.Core.Data;
using LlmGuide.Core.Members;

using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Web.Tests.Accounts;

/// <summary>Passwords, codes and addresses as the keyboards of different people and machines spell them.</summary>
public sealed class SpellingTests(OpenAccounts site) : IClassFixture<OpenAccounts>
{
    private const string Composed = "caf\u00E9 au lait \u00FCber alles";
    private const string Decomposed = "cafe\u0301 au lait u\u0308ber alles";

    private readonly string _ada = site.NextName();

    private GuideHost Host => site.Host;

    [Theory]
    [InlineData(Composed, Decomposed)]
    [InlineData(Decomposed, Composed)]
    [InlineData("pass\u00A0phrase of mine", "pass phrase of mine")]
    public async Task A_password_is_the_same_however_the_keyboard_spells_it(string chosen, string typed)
    {
        using var browser = new Browser(Host);
        await browser.RegisterAsync(_ada, $"{_ada}@example.org", chosen);
        using var elsewhere = new Browser(Host);
        await elsewhere.SignInAsync(_ada, typed);
        Assert.True(elsewhere.HasCookie(AccountSite.Cookie));
        await elsewhere.OpenAsync("/account/password");
        await elsewhere.SendAsync("password", ("Draft.Current", typed), ("Draft.Password", "something else entirely"));
        Assert.Equal("/account?done=password", elsewhere.Location);
    }

    [Fact]
    public async Task A_hash_from_before_that_signs_in_as_typed_and_from_then_on_in_every_spelling()
    {
        await Host.SignInAsync(_ada);
        var old = new PasswordHasher<Member>().HashPassword(new Member(), Decomposed);
        await Host.AskAsync(db => db.Members.Where(m => m.UserName == _ada).ExecuteUpdateAsync(
            set => set.SetProperty(m => m.PasswordHash, old), GuideHost.Cancelled));
        using var browser = new Browser(Host);
        await browser.SignInAsync(_ada, Composed);
        Assert.False(browser.HasCookie(AccountSite.Cookie));
        await browser.SignInAsync(_ada, Decomposed);
        Assert.True(browser.HasCookie(AccountSite.Cookie));
        using var elsewhere = new Browser(Host);
        await elsewhere.SignInAsync(_ada, Composed);
        Assert.True(elsewhere.HasCookie(AccountSite.Cookie));
    }

    [Theory]
    [InlineData("-")]
    [InlineData(" ")]
    [InlineData("\u00A0")]
    [InlineData("\t")]
    [InlineData("\u2013")]
    [InlineData("\u200B")]
    public async Task A_code_is_taken_with_whatever_stands_between_its_digits(string between)
    {
        using var browser = new Browser(Host, await Host.SignInAsync(_ada));
        await browser.OpenAsync("/account/authenticator");
        var key = browser.Page.QuerySelector("main code")!.TextContent.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        await browser.SendAsync(
            "authenticator", ("Draft.Code", Spaced(SecondFactorTests.CodeOf(key))), ("Draft.Current", GuideHost.Password));
        var recovery = browser.Page.QuerySelectorAll("main code").Select(code => code.TextContent).First();
        using var fresh = new Browser(Host);
        await (await fresh.SignInAsync(_ada)).FollowAsync();
        await fresh.SendAsync("two-factor", ("Draft.Code", Spaced(SecondFactorTests.CodeOf(key))));
        Assert.True(fresh.HasCookie(AccountSite.Cookie));
        using var lost = new Browser(Host);
        await (await lost.SignInAsync(_ada)).FollowAsync();
        await lost.SendAsync("two-factor", ("Draft.Code", Spaced(recovery.Replace("-", "", StringComparison.Ordinal)).ToLowerInvariant()));
        Assert.True(lost.HasCookie(AccountSite.Cookie));

        string Spaced(string code) => code.Insert(3, between);
    }

    [Theory]
    [InlineData("<x@example.org>")]
    [InlineData("x@.org")]
    [InlineData("x@example..org")]
    [InlineData("x@example.org, y@example.org")]
    [InlineData("x@localhost")]
    public async Task An_address_that_no_mail_reaches_is_refused_wherever_one_is_given(string mail)
    {
        using var stranger = new Browser(Host);
        await stranger.RegisterAsync("bea", mail);
        Assert.Contains(
            "look like an email address", stranger.Page.QuerySelector("#draft-mail-err")!.TextContent, StringComparison.Ordinal);
        using var member = new Browser(Host, await Host.SignInAsync(_ada));
        await member.OpenAsync("/account/mail");
        await member.SendAsync("mail", ("Draft.Mail", mail), ("Draft.Current", GuideHost.Password));
        Assert.Contains("look like an email address", member.Text, StringComparison.Ordinal);
        Assert.Equal($"{_ada}@example.org", (await Host.MemberAsync(_ada)).Email);
    }

    [Theory]
    [InlineData("", "", "", 3)]
    [InlineData("-x", "nowhere", "short", 3)]
    [InlineData("admin", "a@.org", "password123", 3)]
    [InlineData("taken", "ok@example.org", "password123", 2)]
    public async Task All_that_is_wrong_is_said_at_once_and_each_line_leads_to_its_field(
        string name, string mail, string password, int faults)
    {
        await Host.SignInAsync("taken");
        using var browser = new Browser(Host);
        await browser.RegisterAsync(name, mail, password);
        var lines = browser.Page.QuerySelectorAll("[role=alert] a").Select(link => link.GetAttribute("href")!.Split('#')[1]).ToList();
        Assert.Equal(faults, lines.Count);
        Assert.All(lines, id => Assert.Equal("true", browser.Page.GetElementById(id)!.GetAttribute("aria-invalid")));
        Assert.Equal((name, mail), (browser.Page.QuerySelector("#draft-name")!.GetAttribute("value"),
            browser.Page.QuerySelector("#draft-mail")!.GetAttribute("value")));
        Assert.All(browser.Page.QuerySelectorAll("form input[required]"), input =>
            Assert.Contains("required", browser.Page.QuerySelector($"label[for={input.Id}]")!.TextContent, StringComparison.Ordinal));
    }
}

using System.Net;

using LlmGuide.Core.Data;
using LlmGuide.Core.Members;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Web.Tests.Accounts;

/// <summary>Names that nobody may choose, and passwords that nobody should.</summary>
public sealed class NamesAndPasswordsTests(AccountDatabase site) : IClassFixture<AccountDatabase>
{
    private GuideHost Host => site.Host!;

    [Theory]
    [InlineData("1234567890")]
    [InlineData("password12")]
    [InlineData("QWERTYUIOP")]
    [InlineData("ｑｗｅｒｔｙｕｉｏｐ")]
    [InlineData("P@ssw0rd2026!")]
    [InlineData("dragondragon")]
    [InlineData("9876543210")]
    [InlineData("abcdefghijklm")]
    [InlineData("!!liverpool99")]
    public async Task A_password_that_is_guessed_first_is_refused_wherever_one_is_chosen(string password)
    {
        using var stranger = new Browser(Host);
        await stranger.RegisterAsync("guessable", "guessable@example.org", password);
        Assert.Contains(
            "Many people use this password", stranger.Page.QuerySelector("#draft-password-err")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await Host.AskAsync(db => db.Members.CountAsync(m => m.UserName == "guessable", GuideHost.Cancelled)));
        using var member = new Browser(Host, await Host.SignInAsync("chooses"));
        await member.OpenAsync("/account/password");
        await member.SendAsync("password", ("Draft.Current", GuideHost.Password), ("Draft.Password", password));
        Assert.Contains("Many people use this password", member.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("correct horse battery staple")]
    [InlineData("liverpool plays on tuesdays")]
    [InlineData("xkqv-7391-mzpt")]
    [InlineData("4815162342108")]
    public void A_password_that_nobody_guesses_is_taken(string password) =>
        Assert.Null(LlmGuide.Core.Accounts.Passwords.Fault(password, "ada", "ada@example.org"));

    [Theory]
    [InlineData("admin")]
    [InlineData("Admin")]
    [InlineData("adm1n")]
    [InlineData("a-d-m-i-n")]
    [InlineData("admin2")]
    [InlineData("adrnin")]
    [InlineData("Administrator")]
    [InlineData("m0derat0r")]
    [InlineData("operator")]
    [InlineData("LLMguide")]
    [InlineData("the-guide")]
    [InlineData("curator_1")]
    public async Task A_name_that_readers_would_take_for_the_guides_own_is_refused(string name)
    {
        using var browser = new Browser(Host);
        await browser.RegisterAsync(name, "somebody@example.org");
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.Contains(
            "Readers would take this name", browser.Page.QuerySelector("#draft-name-err")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ada")]
    [InlineData("modern")]
    [InlineData("admiral")]
    [InlineData("rooted")]
    [InlineData("steam-2")]
    public void A_name_of_somebodys_own_is_not(string name) => Assert.False(MemberName.IsReserved(name));

    [Fact]
    public async Task Who_had_such_a_name_or_password_before_signs_in_as_ever()
    {
        await Host.SignInAsync("moderator");
        using var browser = new Browser(Host);
        await browser.SignInAsync("moderator");
        Assert.Equal("/", browser.Location);
    }
}

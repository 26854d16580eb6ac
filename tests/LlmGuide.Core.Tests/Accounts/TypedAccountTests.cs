using LlmGuide.Core.Accounts;
using LlmGuide.Core.Accounts.SignIn;
using LlmGuide.Core.Members;
using LlmGuide.Core.Text;

using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace LlmGuide.Core.Tests.Accounts;

/// <summary>Codes, passwords, names and addresses as keyboards, apps and clipboards give them.</summary>
public sealed class TypedAccountTests
{
    [Theory]
    [InlineData("123456")]
    [InlineData("123 456")]
    [InlineData("123-456")]
    [InlineData("123\u00A0456")]
    [InlineData("123\u202F456")]
    [InlineData("123\t456\n")]
    [InlineData(" 12 34 56 ")]
    [InlineData("123\u2013456")]
    [InlineData("123.456")]
    [InlineData("\u200B123456\uFEFF")]
    [InlineData("１２３４５６")]
    [InlineData("١٢٣٤٥٦")]
    [InlineData("१२३४५६")]
    public void A_code_of_an_app_is_its_six_digits_however_they_are_written(string typed)
    {
        Assert.Equal("123456", TypedCode.Of(typed));
        Assert.True(TypedCode.IsOfApp(TypedCode.Of(typed)));
    }

    [Theory]
    [InlineData("BCDFG-23456")]
    [InlineData("bcdfg-23456")]
    [InlineData("bcdfg23456")]
    [InlineData("BCDFG 23456")]
    [InlineData("bcdfg\u201323456")]
    [InlineData("b c d f g - 2 3 4 5 6")]
    [InlineData("ＢＣＤＦＧ－２３４５６")]
    [InlineData("ｂｃｄｆｇ２３４５６")]
    [InlineData("  BCDFG\u00A0-\u00A023456\r\n")]
    public void A_recovery_code_is_as_it_was_shown_however_it_is_typed(string typed) =>
        Assert.Equal("BCDFG-23456", TypedCode.Of(typed));

    [Theory]
    [InlineData("")]
    [InlineData("      ")]
    [InlineData("12345")]
    [InlineData("1234567")]
    [InlineData("ABCDEF")]
    public void What_is_no_code_of_an_app_is_none(string typed) => Assert.False(TypedCode.IsOfApp(TypedCode.Of(typed)));

    [Theory]
    [InlineData("caf\u00E9 au lait noir", "cafe\u0301 au lait noir")]
    [InlineData("\u1E69\u1E69 long words \u1E69", "s\u0323\u0307s\u0307\u0323 long words s\u0323\u0307")]
    [InlineData("p\uFF41ss words are long", "pass words are long")]
    [InlineData("\uD55C\uAD6D\uC5B4 is long", "\u1112\u1161\u11AB\u1100\u116E\u11A8\u110B\u1165 is long")]
    [InlineData("two\u00A0words and more", "two words and more")]
    public void Two_spellings_of_a_password_are_one_password(string one, string other)
    {
        var passwords = Hasher();
        var hash = passwords.Hash(one);
        Assert.True(passwords.Verify(hash, other));
        Assert.True(passwords.Verify(passwords.Hash(other), one));
        Assert.False(passwords.Verify(hash, other + "x"));
    }

    [Fact]
    public void A_hash_of_what_was_typed_is_good_once_more_and_made_anew()
    {
        const string Typed = "cafe\u0301 au lait noir";
        var old = new PasswordHasher<Member>().HashPassword(new Member(), Typed);
        var hasher = Hasher();
        Assert.Equal(PasswordVerificationResult.SuccessRehashNeeded, hasher.VerifyHashedPassword(new Member(), old, Typed));
        Assert.Equal(PasswordVerificationResult.Failed, hasher.VerifyHashedPassword(new Member(), old, "caf\u00E9 au lait rouge"));
        Assert.Equal(
            PasswordVerificationResult.Success,
            hasher.VerifyHashedPassword(
                new Member(), new PasswordHasher<Member>().HashPassword(new Member(), "plain old words"), "plain old words"));
    }

    [Fact]
    public void The_length_of_a_password_is_counted_in_characters_and_not_in_bytes()
    {
        Assert.NotNull(Passwords.Fault("😀🐙🦊🐢🐝", "ada", null));
        Assert.Null(Passwords.Fault("😀🐙🦊🐢🐝🍎🍋🍇🥝🍒", "ada", null));
    }

    [Theory]
    [InlineData("password123")]
    [InlineData("Password1234!")]
    [InlineData("letmein2026")]
    [InlineData("qwertyuiop123")]
    [InlineData("1q2w3e4r5t")]
    [InlineData("iloveyou11")]
    [InlineData("ＰＡＳＳＷＯＲＤ１２３")]
    [InlineData("llmguide2026")]
    [InlineData("LLM-guide-2026!")]
    [InlineData("ada-lovelace-1815")]
    [InlineData("Countess.Ada77")]
    [InlineData("aaaaaaaaaaaa")]
    public void A_password_that_is_guessed_first_is_refused_with_the_reason(string password) =>
        Assert.Matches("guess", Passwords.Fault(password, "ada-lovelace", "countess.ada@example.org"));

    [Theory]
    [InlineData("ada", "ada")]
    [InlineData(" Ada\u00A0", "Ada")]
    [InlineData("ada\u200B", "ada")]
    [InlineData("@ada", "ada")]
    [InlineData("ａｄａ", "ada")]
    [InlineData("＠ada", "ada")]
    [InlineData("\u202Aada@example.org\u202C", "ada@example.org")]
    [InlineData("<mailto:ada@example.org>", "ada@example.org")]
    [InlineData("mailto:ada@example.org", "ada@example.org")]
    [InlineData("ﬁ@example.org", "ﬁ@example.org")]
    [InlineData("@", "")]
    [InlineData("", "")]
    public void Whoever_signs_in_is_known_by_what_can_be_seen(string typed, string account) =>
        Assert.Equal(account, TypedAccount.Of(typed));

    [Theory]
    [InlineData("ada@example.org")]
    [InlineData("ada+guide@example.org")]
    [InlineData("o'hara@mail.example.co.uk")]
    [InlineData("a@b.io")]
    [InlineData("ada_lovelace@sub-domain.example.org")]
    [InlineData("jürgen@exämple.org")]
    [InlineData("ada@xn--exmple-cua.org")]
    [InlineData("用户@例子.公司")]
    public void An_address_that_mail_can_be_sent_to_is_taken(string address) => Assert.True(MailAddressText.IsPossible(address));

    [Theory]
    [InlineData("")]
    [InlineData("ada")]
    [InlineData("ada@")]
    [InlineData("@example.org")]
    [InlineData("<x@example.org>")]
    [InlineData("x@example.org>")]
    [InlineData("Ada <ada@example.org>")]
    [InlineData("\"Ada\" ada@example.org")]
    [InlineData("ada@.org")]
    [InlineData("ada@example..org")]
    [InlineData("ada@example.org.")]
    [InlineData("ada@-example.org")]
    [InlineData("ada@example-.org")]
    [InlineData("ada@exa_mple.org")]
    [InlineData("ada@example")]
    [InlineData("ada@example.123")]
    [InlineData("ada@[127.0.0.1]")]
    [InlineData("ada@127.0.0.1")]
    [InlineData(".ada@example.org")]
    [InlineData("ada.@example.org")]
    [InlineData("a..da@example.org")]
    [InlineData("ada@bob@example.org")]
    [InlineData("ada,bob@example.org")]
    [InlineData("ada@example.org,bob@example.org")]
    [InlineData("ada@example.org (Ada)")]
    [InlineData("ada lovelace@example.org")]
    [InlineData("ada@exam ple.org")]
    [InlineData("ada\u200B@example.org")]
    [InlineData("ada@example\u202E.org")]
    [InlineData("mailto:ada@example.org")]
    [InlineData("ada@example.org;")]
    [InlineData("group: ada@example.org;")]
    public void An_address_that_no_mail_can_reach_is_refused(string address) => Assert.False(MailAddressText.IsPossible(address));

    [Fact]
    public void An_address_is_no_longer_than_servers_take()
    {
        Assert.True(MailAddressText.IsPossible($"{new string('a', 64)}@example.org"));
        Assert.False(MailAddressText.IsPossible($"{new string('a', 65)}@example.org"));
        Assert.False(MailAddressText.IsPossible($"a@{new string('b', 64)}.org"));
        Assert.False(MailAddressText.IsPossible($"a@{string.Join('.', Enumerable.Repeat(new string('b', 60), 5))}.org"));
    }

    [Theory]
    [InlineData("admin")]
    [InlineData("ADMINISTRATOR")]
    [InlineData("adm1n1strat0r")]
    [InlineData("admins")]
    [InlineData("site-admin")]
    [InlineData("the_real_admin")]
    [InlineData("RealAdmin99")]
    [InlineData("GuideTeam")]
    [InlineData("guide-support")]
    [InlineData("llm-guide-staff")]
    [InlineData("official-guide")]
    [InlineData("Head-Moderator")]
    [InlineData("m0d")]
    [InlineData("mod-team")]
    [InlineData("moderat0r5")]
    [InlineData("curat0r")]
    [InlineData("former-member")]
    [InlineData("FormerMember2")]
    [InlineData("web-master")]
    [InlineData("postmaster")]
    [InlineData("he1p")]
    [InlineData("help-desk")]
    [InlineData("abuse-team")]
    [InlineData("no-reply")]
    [InlineData("b0t")]
    [InlineData("8ot")]
    [InlineData("r00t")]
    [InlineData("5ystem")]
    [InlineData("0perator")]
    [InlineData("the-guide")]
    [InlineData("2-admin")]
    [InlineData("everyone")]
    [InlineData("anonymous")]
    [InlineData("dev-team")]
    [InlineData("Lead-Developer")]
    [InlineData("site-maintainer")]
    [InlineData("auto-moderator")]
    [InlineData("tech_support")]
    [InlineData("trust-and-safety")]
    [InlineData("Redaktion")]
    public void A_name_that_sounds_like_those_who_run_the_guide_is_nobodys(string name) => Assert.True(MemberName.IsReserved(name));

    [Theory]
    [InlineData("ada")]
    [InlineData("modern-times")]
    [InlineData("admiral")]
    [InlineData("rooted")]
    [InlineData("steam-2")]
    [InlineData("gpt-bot-9000")]
    [InlineData("guidebook")]
    [InlineData("ecosystem")]
    [InlineData("abbot")]
    [InlineData("theodora")]
    [InlineData("realist")]
    [InlineData("ai-alice")]
    [InlineData("sitelle")]
    [InlineData("helpful-hannah")]
    [InlineData("supportvector")]
    [InlineData("mike")]
    [InlineData("dev")]
    [InlineData("webster")]
    [InlineData("vera-verified-later")]
    [InlineData("claude")]
    public void A_name_of_somebodys_own_is_free(string name) => Assert.False(MemberName.IsReserved(name));

    private static MemberPasswordHasher Hasher() => new(Options.Create(new PasswordHasherOptions()));
}

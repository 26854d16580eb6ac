using LlmGuide.Core.Members;

namespace LlmGuide.Browser.Tests;

/// <summary>The pages of who is signed in, and those that lead there.</summary>
public sealed class SignedInTests(Browser browser)
{
    /// <summary>For anybody, for a member, and for those who look after the guide.</summary>
    public static readonly TheoryData<string, string?, Role> Pages = new()
    {
        { "/account/sign-in", null, Role.None },
        { "/account/register", null, Role.None },
        { "/account/forgotten", null, Role.None },
        { "/u/vera", null, Role.None },
        { "/changes", null, Role.None },
        { "/discussions", null, Role.None },
        { "/progress", null, Role.None },
        { "/me", "vera", Role.None },
        { "/me/known", "vera", Role.None },
        { "/me/reviews", "vera", Role.None },
        { "/me/notes", "vera", Role.None },
        { "/me/bookmarks", "vera", Role.None },
        { "/groups", "vera", Role.None },
        { "/groups/new", "vera", Role.None },
        { "/topics/transformer/checks/loss-before-training?sent=1&answer=6.02&hint=1", "vera", Role.None },
        { "/topics/nlp-tasks/checks/a-longer-span?sent=1&answer=0", null, Role.None },
        { "/account", "vera", Role.None },
        { "/account/password", "vera", Role.None },
        { "/account/mail", "vera", Role.None },
        { "/account/authenticator", "vera", Role.None },
        { "/account/passkeys", "vera", Role.None },
        { "/account/delete", "vera", Role.None },
        { "/me/notifications", "vera", Role.None },
        { "/write/1", "vera", Role.None },
        { "/topics/transformer", "vera", Role.None },
        { "/moderate", "mona", Role.Moderator },
        { "/u/vera/suspend", "mona", Role.Moderator },
        { "/conversations/1/lock", "mona", Role.Moderator },
        { "/admin", "rita", Role.Admin },
        { "/admin/members/vera", "rita", Role.Admin },
        { "/admin/settings", "rita", Role.Admin },
        { "/admin/health", "rita", Role.Admin },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_has_no_accessibility_fault_in_either_theme_and_fits_360_pixels(string path, string? member, Role roles)
    {
        await browser.Host.SignInAsync("vera");
        await Axe.FindsNothingAsync(await browser.OpenAsync(path, member: member, roles: roles));
    }
}

using System.Security.Claims;

using LlmGuide.Core.Accounts.Own;
using LlmGuide.Core.Accounts.Registration;
using LlmGuide.Core.Accounts.SignIn;
using LlmGuide.Web.Forms;
using LlmGuide.Web.Shared;

using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace LlmGuide.Web.Accounts.SignIn;

/// <summary>Where another site's sign-in comes back to.</summary>
public sealed partial class ExternalPage
{
    private ExternalLoginInfo? _login;
    private bool _refused;
    private string? _known;
    private string _provider = "";

    [SupplyParameterFromForm]
    public ExternalDraft Draft { get => field ??= new ExternalDraft(); set; }

    [SupplyParameterFromQuery]
    public string? Back { get; set; }

    [Inject]
    public required RegisterElsewhere Register { get; set; }

    [Inject]
    public required OwnAccount Own { get; set; }

    [Inject]
    public required SecurityLog Security { get; set; }

    [Inject]
    internal MemberSignIn SignIn { get; set; } = null!;

    [Inject]
    public required NavigationManager Navigation { get; set; }

    private FormState Form { get; } = new() { Prefix = "Draft" };

    protected override async Task OnInitializedAsync()
    {
        var self = Http.Actor();
        _login = await SignIn.GetExternalLoginInfoAsync(self is null ? null : ConfirmedId(self.Id));
        _provider = _login?.ProviderDisplayName ?? "The other site";
        if (_login is null)
        {
            Navigation.NavigateTo(self is null ? Links.SignIn : Links.Account);
        }
        else if (self is not null)
        {
            // Asked by a form with a token: whoever makes this browser follow links would otherwise connect an account of theirs.
            _known = _login.Principal.Identity?.Name ?? _login.Principal.FindFirstValue("email");
        }
        else if (HttpMethods.IsGet(Http.Request.Method))
        {
            await TryAsync(_login);
        }
    }

    private async Task TryAsync(ExternalLoginInfo login)
    {
        var result = await SignIn.ExternalLoginSignInAsync(
            login.LoginProvider, login.ProviderKey, isPersistent: false, bypassTwoFactor: false);
        if (result.Succeeded)
        {
            Navigation.NavigateTo(LocalAddress.Of(Back));
        }
        else if (result.RequiresTwoFactor)
        {
            Navigation.NavigateTo(Links.With(Links.TwoFactor, KeyValuePair.Create("back", Back)));
        }
        else
        {
            _refused = result.IsNotAllowed || result.IsLockedOut;
        }
    }

    private async Task ConnectAsync()
    {
        if (_login is not { } login || Http.Actor() is not { } self)
        {
            return;
        }

        var done = await Own.WithAsync(
            self,
            async (members, member) => (await members.AddLoginAsync(member, login)).Succeeded
                ? default(Core.Done)
                : Core.Refusal.Rule("Somebody else is connected with it."),
            Aborted);
        Security.After(done, SecurityEvent.ExternalConnected, self.Id);
        await Http.SignOutAsync(IdentityConstants.ExternalScheme);
        Navigation.NavigateTo($"{Links.Account}?done={(done.Refusal is null ? "linked" : "elsewhere")}");
    }

    private async Task CreateAsync()
    {
        if (_login is not { } login || Http.Actor() is not null
            || !Form.IsRight(FormState.Missing(Draft.Name, "Choose a name.", nameof(Draft.Name))))
        {
            return;
        }

        var made = await Register.RunAsync(Draft.Name.Trim(), VerifiedMail(login.Principal), login, Aborted);
        if (made.Value is not { } member)
        {
            Form.Wrong = made.Refusal!;
            return;
        }

        await Http.SignOutAsync(IdentityConstants.ExternalScheme);
        await SignIn.SignInAsync(member, isPersistent: false);
        Navigation.NavigateTo(LocalAddress.Of(Back));
    }

    /// <summary>An address that the other site has not checked is worth nothing.</summary>
    private static string? VerifiedMail(ClaimsPrincipal principal) =>
        string.Equals(principal.FindFirstValue("email_verified"), "true", StringComparison.OrdinalIgnoreCase)
            ? principal.FindFirstValue("email") ?? principal.FindFirstValue(ClaimTypes.Email)
            : null;

    private static string ConfirmedId(int id) => id.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public sealed class ExternalDraft
    {
        public string Name { get; set; } = "";
    }
}

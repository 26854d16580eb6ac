using LlmGuide.Core;
using LlmGuide.Core.Accounts.Registration;
using LlmGuide.Core.Accounts.SignIn;
using LlmGuide.Web.Forms;
using LlmGuide.Web.Shared;

using Microsoft.AspNetCore.Components;

namespace LlmGuide.Web.Accounts.SignIn;

public sealed partial class SignInPage
{
    private static readonly Refusal Wrong = Refusal.Rule(
        "Wrong name or password. An email address works once it is confirmed, a name always. "
        + "After five wrong tries in a row, an account accepts no more for five minutes.");
    private static readonly Refusal Disabled = Refusal.Rule("The password is right, but this account was disabled.");
    private bool _passkeyFailed;

    [SupplyParameterFromForm(FormName = "sign-in")]
    public SignInDraft Draft { get => field ??= new SignInDraft(); set; }

    [SupplyParameterFromQuery]
    public string? Back { get; set; }

    [Inject]
    internal MemberSignIn SignIn { get; set; } = null!;

    [Inject]
    public required AskToConfirm Confirmation { get; set; }

    [Inject]
    internal MailLinks Mails { get; set; } = null!;

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [Inject]
    public required TimeProvider Clock { get; set; }

    private FormState Form { get; } = new() { Prefix = "Draft" };

    protected override void OnInitialized()
    {
        // A session belongs to one member: to become somebody else, one signs out first.
        if (Http.Actor() is not null && !StaleForm.IsShown(Http))
        {
            Navigation.NavigateTo(LocalAddress.Of(Back));
        }
    }

    private async Task SignInAsync()
    {
        if (Http.Actor() is not null || !Form.IsRight(
            FormState.Missing(Draft.Who, "Enter your email or your name.", nameof(Draft.Who)),
            FormState.Missing(Draft.Password, "Enter your password.", nameof(Draft.Password))))
        {
            return;
        }

        var result = await ConstantTime.OfAsync(
            () => SignIn.WithPasswordAsync(TypedAccount.Of(Draft.Who), Draft.Password, Draft.Remember), Clock, Aborted);
        if (result.Succeeded)
        {
            Navigation.NavigateTo(LocalAddress.Of(Back));
        }
        else if (result.RequiresTwoFactor)
        {
            Navigation.NavigateTo(Links.With(
                Links.TwoFactor, KeyValuePair.Create("back", Back), KeyValuePair.Create("remember", Draft.Remember ? "true" : null)));
        }
        else
        {
            Form.Wrong = result.IsNotAllowed ? await NotOpenAsync() : Wrong;
        }
    }

    /// <summary>Who has shown the password gets the link to confirm the address once more: the first mail may be lost.</summary>
    private async Task<Refusal> NotOpenAsync()
    {
        if (await SignIn.FindAsync(TypedAccount.Of(Draft.Who)) is not { DisabledAt: null } member)
        {
            return Disabled;
        }

        var asked = await Confirmation.RunAsync(member.Id, Mails.All, Aborted);
        return Refusal.Rule("The password is right, but the address of this account is not confirmed yet. " + (asked.Refusal?.Why
            ?? "We have sent the email with the link again: follow it, then sign in."));
    }

    private async Task WithPasskeyAsync(string credential)
    {
        if (Http.Actor() is null && (await SignIn.PasskeySignInAsync(credential)).Succeeded)
        {
            Navigation.NavigateTo(LocalAddress.Of(Back));
        }
        else
        {
            _passkeyFailed = true;
        }
    }

    public sealed class SignInDraft
    {
        public string Who { get; set; } = "";

        public string Password { get; set; } = "";

        public bool Remember { get; set; }
    }
}

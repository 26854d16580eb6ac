using System.ComponentModel.DataAnnotations;

using LlmGuide.Core;
using LlmGuide.Web.Forms;
using LlmGuide.Web.Shared;

using Microsoft.AspNetCore.Components;

namespace LlmGuide.Web.Accounts.SignIn;

public sealed partial class SignInPage
{
    private static readonly Refusal Wrong = Refusal.Rule(
        "Wrong name or password. An email address works once it is confirmed, a name always. "
        + "After five wrong tries in a row, an account accepts no more for five minutes.");
    private static readonly Refusal NotOpen = Refusal.Rule(
        "The password is right, but you cannot sign in: either the address is not confirmed "
        + "yet (the email with the link is in your inbox), or the account was disabled.");
    private bool _passkeyFailed;

    [SupplyParameterFromForm(FormName = "sign-in")]
    public SignInDraft Draft { get => field ??= new SignInDraft(); set; }

    [SupplyParameterFromQuery]
    public string? Back { get; set; }

    [Inject]
    internal MemberSignIn SignIn { get; set; } = null!;

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [Inject]
    public required TimeProvider Clock { get; set; }

    private Form Form => field ??= new Form(Draft);

    protected override void OnInitialized()
    {
        // A session belongs to one member: to become somebody else, one signs out first.
        if (Http.Actor() is not null)
        {
            Navigation.NavigateTo(LocalAddress.Of(Back));
        }
    }

    private async Task SignInAsync()
    {
        if (Http.Actor() is not null)
        {
            return;
        }

        var result = await ConstantTime.OfAsync(
            () => SignIn.WithPasswordAsync(Draft.Who.Trim(), Draft.Password, Draft.Remember), Clock, Aborted);
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
            Form.Refuse(result.IsNotAllowed ? NotOpen : Wrong);
        }
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
        [Required(ErrorMessage = "Enter your email or your name.")]
        public string Who { get; set; } = "";

        [Required(ErrorMessage = "Enter your password.")]
        public string Password { get; set; } = "";

        public bool Remember { get; set; }
    }
}

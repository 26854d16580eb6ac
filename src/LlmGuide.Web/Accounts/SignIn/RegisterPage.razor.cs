using LlmGuide.Core.Accounts;
using LlmGuide.Core.Accounts.Registration;
using LlmGuide.Web.Forms;
using LlmGuide.Web.Shared;

using Microsoft.AspNetCore.Components;

namespace LlmGuide.Web.Accounts.SignIn;

public sealed partial class RegisterPage
{
    [SupplyParameterFromForm]
    public RegisterDraft Draft { get => field ??= new RegisterDraft(); set; }

    [SupplyParameterFromQuery]
    public string? Back { get; set; }

    [Inject]
    public required Register Register { get; set; }

    [Inject]
    internal MemberSignIn SignIn { get; set; } = null!;

    [Inject]
    internal MailLinks Mails { get; set; } = null!;

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [Inject]
    public required TimeProvider Clock { get; set; }

    private FormState Form { get; } = new() { Prefix = "Draft" };

    protected override void OnInitialized()
    {
        if (Http.Actor() is not null && !StaleForm.IsShown(Http))
        {
            Navigation.NavigateTo(LocalAddress.Of(Back));
        }
    }

    private async Task RegisterAsync()
    {
        if (Http.Actor() is not null)
        {
            return;
        }

        // People do not see this field. A program that filled it in is told what it wants to hear.
        if (!string.IsNullOrEmpty(Draft.Website))
        {
            Navigation.NavigateTo(Links.Mailbox);
            return;
        }

        var wanted = new NewMember(Draft.Name?.Trim() ?? "", Draft.Mail?.Trim() ?? "", Draft.Password ?? "");
        var made = await ConstantTime.OfAsync(() => Register.RunAsync(wanted, Mails.All, Aborted), Clock, Aborted);
        if (made.Refusal is { } refusal)
        {
            Form.Wrong = refusal;
        }
        else if (made.Value is { } member)
        {
            await SignIn.SignInAsync(member, isPersistent: false);
            Navigation.NavigateTo(Links.With(Links.Welcome, KeyValuePair.Create("back", Back)));
        }
        else
        {
            Navigation.NavigateTo(Links.Mailbox);
        }
    }

    public sealed class RegisterDraft
    {
        public string? Name { get; set; }

        public string? Mail { get; set; }

        public string? Password { get; set; }

        public string? Website { get; set; }
    }
}

using LlmGuide.Core;
using LlmGuide.Core.Accounts;
using LlmGuide.Core.Accounts.Registration;
using LlmGuide.Core.Members;
using LlmGuide.Web.Forms;
using LlmGuide.Web.Shared;

using Microsoft.AspNetCore.Components;

namespace LlmGuide.Web.Accounts.Administration;

public sealed partial class SetupPage
{
    private bool _open;

    [SupplyParameterFromForm]
    public SetupDraft Draft { get => field ??= new SetupDraft(); set; }

    [SupplyParameterFromQuery]
    public string? Token { get; set; }

    [Inject]
    internal SetupLink Link { get; set; } = null!;

    [Inject]
    public required FirstAdmin FirstAdmin { get; set; }

    [Inject]
    internal MemberSignIn SignIn { get; set; } = null!;

    [Inject]
    public required NavigationManager Navigation { get; set; }

    private FormState Form { get; } = new() { Prefix = "Draft" };

    protected override async Task OnInitializedAsync()
    {
        _open = await Link.IsOpenAsync(Token, Aborted);
        if (!_open)
        {
            Navigation.NotFound();
        }
    }

    private async Task CreateAsync()
    {
        if (_open && Http.Actor() is null)
        {
            var mail = Draft.Mail?.Trim() is { Length: > 0 } given ? given : null;
            var wanted = new NewMember(Draft.Name?.Trim() ?? "", mail, Draft.Password ?? "");
            await FinishAsync(await FirstAdmin.CreateAsync(wanted, Aborted), signIn: true);
        }
    }

    private async Task PromoteAsync()
    {
        if (_open && Http.Actor() is { } member)
        {
            await FinishAsync(await FirstAdmin.PromoteAsync(member, Aborted), signIn: false);
        }
    }

    private async Task FinishAsync(Outcome<Member> outcome, bool signIn)
    {
        if (outcome.Value is not { } member)
        {
            Form.Wrong = outcome.Refusal!;
            return;
        }

        if (signIn)
        {
            await SignIn.SignInAsync(member, isPersistent: false);
        }

        Navigation.NavigateTo(Links.Admin);
    }

    public sealed class SetupDraft
    {
        public string? Name { get; set; }

        public string? Mail { get; set; }

        public string? Password { get; set; }
    }
}

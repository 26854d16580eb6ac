using System.Diagnostics.CodeAnalysis;

using LlmGuide.Core.Accounts.Own;
using LlmGuide.Core.Accounts.Registration;
using LlmGuide.Core.Accounts.SignIn;
using LlmGuide.Core.Members;
using LlmGuide.Web.Accounts.SignIn.External;
using LlmGuide.Web.Forms;
using LlmGuide.Web.Shared;

using Microsoft.AspNetCore.Components;

namespace LlmGuide.Web.Accounts.Own;

public sealed partial class AccountPage
{
    private OwnAccountView? _account;
    private bool _sent;
    private string? _fault;

    [SupplyParameterFromForm(FormName = "profile"), AllowNull]
    public ProfileDraft Profile { get => field ??= new ProfileDraft(); set => (field, _sent) = (value, value is not null); }

    /// <summary>What was just done, in one word.</summary>
    [SupplyParameterFromQuery]
    public string? Done { get; set; }

    [Inject]
    public required OwnAccountQuery Accounts { get; set; }

    [Inject]
    public required OwnAccount Own { get; set; }

    [Inject]
    public required SecurityLog Security { get; set; }

    [Inject]
    public required AskToConfirm Confirmation { get; set; }

    [Inject]
    internal MailLinks Mails { get; set; } = null!;

    [Inject]
    public required Sessions Sessions { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [Inject]
    public required TimeProvider Clock { get; set; }

    private FormState Form { get; } = new() { Prefix = "Profile" };

    private Actor Self => Http.Actor()!;

    protected override async Task OnInitializedAsync()
    {
        _account = await Accounts.RunAsync(Self.Id, Aborted);
        if (!_sent && _account is { } account)
        {
            Profile.About = account.About;
        }
    }

    private async Task DescribeAsync()
    {
        var done = await Own.DescribeAsync(Self, Profile.About?.Trim() ?? "", Aborted);
        if (done.Refusal is { } refusal)
        {
            Form.Wrong = refusal;
        }
        else
        {
            Navigation.NavigateTo($"{Links.Account}?done=profile");
        }
    }

    private async Task AskToConfirmAsync()
    {
        var asked = await Confirmation.RunAsync(Self.Id, Mails.All, Aborted);
        _fault = asked.Refusal?.Why;
        if (_fault is null)
        {
            Navigation.NavigateTo($"{Links.Account}?done=confirm");
        }
    }

    private async Task EndAsync(int session)
    {
        await Sessions.EndOneAsync(Self.Id, session, Aborted);
        Navigation.NavigateTo($"{Links.Account}?done=session#sessions");
    }

    private async Task EndOthersAsync()
    {
        await Sessions.EndOthersAsync(Self.Id, Http.User.SessionId(), Aborted);
        Navigation.NavigateTo($"{Links.Account}?done=sessions#sessions");
    }

    private async Task UnlinkAsync(string provider)
    {
        var done = await Own.WithAsync(Self, (members, member) => ExternalSignIn.UnlinkAsync(members, member, provider), Aborted);
        Security.After(done, SecurityEvent.ExternalDisconnected, Self.Id);
        Navigation.NavigateTo($"{Links.Account}?done={(done.Refusal is null ? "unlinked" : "last")}");
    }

    private static string? Told(string done) => done switch
    {
        "profile" => "Your profile is saved.",
        "confirm" => "An email is on its way to your address. Follow the link in it within a day.",
        "session" => "That session is signed out.",
        "sessions" => "You are signed out everywhere else.",
        "password" => "Your password is changed, and you are signed out everywhere else.",
        "mail" => "Your address is changed.",
        "sent" => "An email is on its way to the new address. The change takes effect once you follow the link in it.",
        "linked" => "You can sign in that way from now on.",
        "elsewhere" => "Nothing was connected: another member here is connected with that account.",
        "last" => "Set a password first: this is your only way to sign in.",
        "unlinked" => "You can no longer sign in that way.",
        _ => null,
    };

    private static string Mailed(OwnAccountView account) => account.Mails.Notifications switch
    {
        MailFrequency.Never => account.Mails.Reviews ? "none but of checks to review" : "none",
        _ when !account.MailConfirmed => "none until your address is confirmed",
        MailFrequency.Weekly => "once a week",
        _ => "when they have been unread for some minutes",
    };

    /// <summary>What was asked for, and not done.</summary>
    private static bool Refused(string done) => done is "elsewhere" or "last";

    private static string Roles(Role roles) => roles.ToString().ToLowerInvariant();

    public sealed class ProfileDraft
    {
        public string? About { get; set; } = "";
    }
}

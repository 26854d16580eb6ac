using LlmGuide.Core.Accounts.Administration;
using LlmGuide.Core.Accounts.Own;
using LlmGuide.Core.Accounts.Registration;
using LlmGuide.Core.Accounts.SignIn;
using LlmGuide.Core.Accounts.Tokens;

using Microsoft.Extensions.DependencyInjection;

namespace LlmGuide.Core.Accounts;

/// <summary>Accounts, sessions and signing in.</summary>
internal static class AccountsRoom
{
    public static IServiceCollection AddAccounts(this IServiceCollection services) => services
        .AddSingleton<Sessions>()
        .AddSingleton<CurrentMember>()
        .AddSingleton<KeyRing>()
        .AddSingleton<SecurityLog>()
        .AddSingleton<SignInTries>()
        .AddSingleton<SignInCodes>()
        .AddSingleton<MemberWriting>()
        .AddSingleton<Register>()
        .AddSingleton<AddMember>()
        .AddSingleton<ChangeRoles>()
        .AddSingleton<DisableMember>()
        .AddSingleton<FirstAdmin>()
        .AddSingleton<ConfirmMail>()
        .AddSingleton<AskToConfirm>()
        .AddSingleton<ForgottenPassword>()
        .AddSingleton<OwnAccount>()
        .AddSingleton<OwnPassword>()
        .AddSingleton<MailAllowance>()
        .AddSingleton<AccountMails>()
        .AddSingleton<ChangePassword>()
        .AddSingleton<ChangeMail>()
        .AddSingleton<OwnAccountQuery>()
        .AddSingleton<SecondFactor>()
        .AddSingleton<RegisterElsewhere>()
        .AddSingleton<AccessTokens>()
        .AddSingleton<CreateAccessToken>()
        .AddSingleton<RemoveAccessToken>()
        .AddSingleton<OwnAccessTokensQuery>();
}

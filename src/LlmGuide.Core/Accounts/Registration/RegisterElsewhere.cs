using LlmGuide.Core.Accounts.SignIn;
using LlmGuide.Core.Members;

using Microsoft.AspNetCore.Identity;

namespace LlmGuide.Core.Accounts.Registration;

/// <summary>Somebody makes an account who signs in at another site.</summary>
public sealed class RegisterElsewhere(MemberWriting writing, SecurityLog security, TimeProvider clock)
{
    /// <param name="mail">An address that the other site has checked; <c>null</c> where it has none.</param>
    public async Task<Outcome<Member>> RunAsync(string name, string? mail, UserLoginInfo login, CancellationToken cancellationToken)
    {
        var wanted = new NewMember(name, mail, null);
        if (wanted.Fault() is { } fault)
        {
            return fault;
        }

        var joined = await writing.RunAsync<Member>(
            async (_, members) =>
            {
                if (await wanted.NameFaultAsync(members) is { } wrong)
                {
                    return wrong;
                }

                if (mail is not null && await members.FindByEmailAsync(mail) is not null)
                {
                    return Refusal.Rule(
                        $"There is an account with the address {mail} already. Sign in to it, then connect the two under “Your account”.");
                }

                var made = await wanted.AddAsync(members, hash: null, confirmed: mail is not null, Role.None, clock.GetUtcNow());
                return made.Value is { } member && await members.AddLoginAsync(member, login) is { Succeeded: false } refused
                    ? refused.Refused() : made;
            },
            cancellationToken);
        return security.After(joined, SecurityEvent.AccountMade, joined.Value?.Id);
    }
}

using LlmGuide.Core.Accounts.Registration;
using LlmGuide.Core.Members;

using Microsoft.AspNetCore.Identity;

namespace LlmGuide.Core.Accounts.Own;

/// <summary>What members change about their own account.</summary>
public sealed class OwnAccount(MemberWriting writing)
{
    public const int LongestAbout = 300;

    internal static readonly Refusal Gone = Refusal.NotThere("This account no longer exists.");

    public async Task<Outcome<Done>> DescribeAsync(Actor by, string about, CancellationToken cancellationToken)
    {
        if (about.Length > LongestAbout)
        {
            return Refusal.Rule($"Use at most {LongestAbout} characters.", "About");
        }

        return await WithAsync(by, async (members, member) =>
        {
            member.About = about;
            return Answer(await members.UpdateAsync(member));
        }, [PageTags.Member(by.Name)], cancellationToken);
    }

    /// <summary>Something that only Identity changes: a second factor, a passkey, another way to sign in.</summary>
    public Task<Outcome<Done>> WithAsync(
        Actor by, Func<UserManager<Member>, Member, Task<Outcome<Done>>> change, CancellationToken cancellationToken) =>
        WithAsync(by, change, [], cancellationToken);

    private Task<Outcome<Done>> WithAsync(
        Actor by, Func<UserManager<Member>, Member, Task<Outcome<Done>>> change, IReadOnlyCollection<string> evict,
        CancellationToken cancellationToken) =>
        writing.RunAsync<Done>(
            async (_, members) => await members.FindByIdAsync(ConfirmMail.Id(by.Id)) is { } member ? await change(members, member) : Gone,
            _ => evict,
            cancellationToken);

    internal static Outcome<Done> Answer(IdentityResult result, string? field = null) =>
        result.Succeeded ? default(Done) : result.Refused(field);
}

using LlmGuide.Core.Data;
using LlmGuide.Core.Members;

using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Accounts;

/// <summary>
/// Where Identity keeps members. An address belongs to somebody once it is confirmed, and only then is it looked for and unique. Until
/// then it is what somebody typed, and any number may type the same: so nothing that an unconfirmed account does, such as being made,
/// getting another address or signing in with it, can tell who else has the address. A name belongs to its member for ever
/// (<see cref="FormerName"/>).
/// </summary>
internal sealed class MemberStore(GuideDb db)
    : UserOnlyStore<Member, GuideDb, int, IdentityUserClaim<int>, IdentityUserLogin<int>, IdentityUserToken<int>, IdentityUserPasskey<int>>(
        db)
{
    public override Task SetNormalizedEmailAsync(Member user, string? normalizedEmail, CancellationToken cancellationToken = default) =>
        base.SetNormalizedEmailAsync(user, user.EmailConfirmed ? normalizedEmail : null, cancellationToken);

    public override Task<Member?> FindByEmailAsync(string normalizedEmail, CancellationToken cancellationToken = default) =>
        Users.SingleOrDefaultAsync(m => m.NormalizedEmail == normalizedEmail && m.EmailConfirmed, cancellationToken);

    public override async Task<IdentityResult> CreateAsync(Member user, CancellationToken cancellationToken = default)
    {
        if (await Context.IsFormerNameAsync(user.NormalizedUserName!, cancellationToken))
        {
            return IdentityResult.Failed(ErrorDescriber.DuplicateUserName(user.UserName!));
        }

        await ReleaseAsync(user, cancellationToken);
        return await base.CreateAsync(user, cancellationToken);
    }

    public override async Task<IdentityResult> UpdateAsync(Member user, CancellationToken cancellationToken = default)
    {
        await ReleaseAsync(user, cancellationToken);
        return await base.UpdateAsync(user, cancellationToken);
    }

    public override Task<IdentityResult> DeleteAsync(Member user, CancellationToken cancellationToken = default)
    {
        Context.FormerNames.Add(FormerName.Of(user.NormalizedUserName!));
        return base.DeleteAsync(user, cancellationToken);
    }

    // Rows of before this rule may hold an address that was never confirmed.
    private Task<int> ReleaseAsync(Member user, CancellationToken cancellationToken) => user.NormalizedEmail is not { } mail
        ? Task.FromResult(0)
        : Users.Where(m => m.Id != user.Id && m.NormalizedEmail == mail && !m.EmailConfirmed).ExecuteUpdateAsync(
            set => set.SetProperty(m => m.NormalizedEmail, (string?)null), cancellationToken);
}

internal static class FormerNames
{
    extension(GuideDb db)
    {
        public Task<bool> IsFormerNameAsync(string normalized, CancellationToken cancellationToken)
        {
            var digest = FormerName.DigestOf(normalized);
            return db.FormerNames.AnyAsync(n => n.Digest == digest, cancellationToken);
        }
    }
}

using LlmGuide.Core.Members;
using LlmGuide.Core.Text;

using Microsoft.AspNetCore.Identity;

namespace LlmGuide.Core.Accounts;

/// <summary>An account that is to be made.</summary>
/// <param name="Name">See <see cref="MemberName"/>.</param>
/// <param name="Mail">The address; <c>null</c> where there is none.</param>
/// <param name="Password"><c>null</c> for somebody who signs in elsewhere.</param>
public sealed record NewMember(string Name, string? Mail, string? Password)
{
    /// <summary>By a member, or by one who left.</summary>
    private static readonly Refusal Taken = Refusal.Rule("This name is already taken.", nameof(Name));

    /// <returns>All that is wrong with it as it stands, whoever else there is; <c>null</c> when nothing is.</returns>
    internal Refusal? Fault() => Refusal.All(Faults());

    /// <returns>As <see cref="Fault"/>, one for each field.</returns>
    internal IEnumerable<Refusal> Faults()
    {
        if (NameFault(Name) is { } name)
        {
            yield return Refusal.Rule(name, nameof(Name));
        }

        if (MailFault(Mail) is { } mail)
        {
            yield return Refusal.Rule(mail, nameof(Mail));
        }

        if (Password is { } password && Passwords.Fault(password, Name, Mail) is { } fault)
        {
            yield return Refusal.Rule(fault, nameof(Password));
        }
    }

    /// <returns>What is wrong with a name that somebody chooses for themselves. One that is taken is said to be taken.</returns>
    internal async Task<Refusal?> NameFaultAsync(UserManager<Member> members) =>
        !MemberName.IsValid(Name) ? null
        : await members.FindByNameAsync(Name) is not null ? Taken
        : MemberName.IsReserved(Name)
            ? Refusal.Rule("Readers would take this name for the guide itself, or for those who run it. Choose another.", nameof(Name))
        : null;

    /// <returns>What is wrong with an address, or <c>null</c>; nothing is with none.</returns>
    internal static string? MailFault(string? mail) => mail switch
    {
        null => null,
        "" => "Enter an email address.",
        _ when MailAddressText.IsPossible(mail) => null,
        _ => "This does not look like an email address. It has one @, and a domain such as example.org after it.",
    };

    private static string? NameFault(string name) =>
        MemberName.IsValid(name) ? null
        : name.Length == 0 ? "Choose a name."
        : $"A name has {MemberName.MinLength} to {MemberName.MaxLength} letters, digits, "
            + "hyphens and underscores, and begins and ends with a letter or digit.";

    /// <summary>Adds the member within a write.</summary>
    /// <param name="hash">Of the password; hashing takes too long to be done in a transaction.</param>
    /// <param name="roles">What they may do.</param>
    internal async Task<Outcome<Member>> AddAsync(UserManager<Member> members, string? hash, bool confirmed, Role roles, DateTimeOffset now)
    {
        if (await members.FindByNameAsync(Name) is not null)
        {
            return Taken;
        }

        var member = new Member
        {
            UserName = Name,
            Email = Mail,
            EmailConfirmed = confirmed,
            PasswordHash = hash,
            Roles = roles,
            JoinedAt = now,
            LockoutEnabled = true,
            UnsubscribeKey = Guid.NewGuid(),
        };
        var made = await members.CreateAsync(member);
        return made.Succeeded ? member
            : made.Errors.Any(error => error.Code == nameof(IdentityErrorDescriber.DuplicateUserName)) ? Taken : made.Refused();
    }
}

internal static class IdentityAnswers
{
    /// <summary>Identity's own words, for what the guide's rules have let through.</summary>
    public static Refusal Refused(this IdentityResult answer, string? field = null) =>
        Refusal.Rule(string.Join(' ', answer.Errors.Select(error => error.Description)), field);
}

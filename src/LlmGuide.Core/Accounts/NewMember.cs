using System.ComponentModel.DataAnnotations;

using LlmGuide.Core.Members;

using Microsoft.AspNetCore.Identity;

namespace LlmGuide.Core.Accounts;

/// <summary>An account that is to be made.</summary>
/// <param name="Name">See <see cref="MemberName"/>.</param>
/// <param name="Mail">The address; <c>null</c> where there is none.</param>
/// <param name="Password"><c>null</c> for somebody who signs in elsewhere.</param>
public sealed record NewMember(string Name, string? Mail, string? Password)
{
    private static readonly EmailAddressAttribute Address = new();

    /// <summary>By a member, or by one who left.</summary>
    private static readonly Refusal Taken = Refusal.Rule("This name is already taken.", nameof(Name));

    /// <returns>What is wrong with it as it stands, whoever else there is.</returns>
    internal Refusal? Fault() =>
        !MemberName.IsValid(Name)
            ? Refusal.Rule(
                $"A name has {MemberName.MinLength} to {MemberName.MaxLength} letters, digits, "
                + "hyphens and underscores, and begins and ends with a letter or digit.",
                nameof(Name))
        : MailFault(Mail) is { } mail ? Refusal.Rule(mail, nameof(Mail))
        : Password is { } password && Passwords.Fault(password, Name, Mail) is { } fault ? Refusal.Rule(fault, nameof(Password))
        : null;

    /// <returns>What is wrong with a name that somebody chooses for themselves. One that is taken is said to be taken.</returns>
    internal async Task<Refusal?> NameFaultAsync(UserManager<Member> members) =>
        await members.FindByNameAsync(Name) is not null ? Taken
        : MemberName.IsReserved(Name)
            ? Refusal.Rule("Readers would take this name for the guide itself, or for those who run it. Choose another.", nameof(Name))
        : null;

    /// <returns>What is wrong with an address, or <c>null</c>.</returns>
    internal static string? MailFault(string? mail) =>
        mail is null ? null
        : mail.Length <= 254 && Address.IsValid(mail) && !mail.Any(char.IsControl) && !mail.Any(char.IsWhiteSpace) ? null
        : "This does not look like an email address.";

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

using Microsoft.AspNetCore.Identity;

namespace LlmGuide.Core.Members;

/// <summary>Somebody with an account. Names, passwords and second factors are ASP.NET Core Identity's; the rest is the guide's.</summary>
public sealed class Member : IdentityUser<int>
{
    public Role Roles { get; set; }

    public DateTimeOffset JoinedAt { get; set; }

    /// <summary>Reads only until then; <c>null</c> for a member in good standing.</summary>
    public DateTimeOffset? SuspendedUntil { get; set; }

    /// <summary>Why, for the member to read.</summary>
    public string? SuspensionReason { get; set; }

    /// <summary>Closed by an administrator: nobody can sign in.</summary>
    public DateTimeOffset? DisabledAt { get; set; }

    /// <summary>A few words about oneself, as plain text. At most 300 characters.</summary>
    public string About { get; set; } = "";

    /// <summary>When to be told by mail.</summary>
    public MailFrequency MailRhythm { get; set; }

    /// <summary>Whether to be told once a week how many checks have come back to be answered again.</summary>
    public bool ReviewMails { get; set; } = true;

    /// <summary>When the last weekly mail was written, be it of notifications or of reviews.</summary>
    public DateTimeOffset? DigestAt { get; set; }

    /// <summary>In the address that ends all mails with one click; says nothing by itself.</summary>
    public Guid UnsubscribeKey { get; set; }

    public bool IsSuspended(DateTimeOffset now) => SuspendedUntil > now;
}

/// <summary>When a member is told by mail of what was not read on the site.</summary>
public enum MailFrequency
{
    /// <summary>After it has been unread for some minutes.</summary>
    Soon,
    Weekly,
    Never,
}

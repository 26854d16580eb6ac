using LlmGuide.Core.Members;

using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LlmGuide.Core.Data;

/// <summary>The tables of members: Identity's without its roles, whose three names are a column here.</summary>
public static class MemberTables
{
    extension(GuideDb db)
    {
        public DbSet<Member> Members => db.Set<Member>();

        public DbSet<MemberSession> Sessions => db.Set<MemberSession>();

        public DbSet<FormerName> FormerNames => db.Set<FormerName>();

        public DbSet<ProtectionKey> ProtectionKeys => db.Set<ProtectionKey>();
    }
}

internal sealed class MemberConfiguration : IEntityTypeConfiguration<Member>
{
    private const int LongestMail = 254;

    public void Configure(EntityTypeBuilder<Member> builder)
    {
        builder.ToTable("Members");
        builder.Property(m => m.UserName).HasMaxLength(MemberName.MaxLength).IsRequired();
        builder.Property(m => m.NormalizedUserName).HasMaxLength(MemberName.MaxLength).IsRequired();
        builder.Property(m => m.Email).HasMaxLength(LongestMail);
        builder.Property(m => m.NormalizedEmail).HasMaxLength(LongestMail);
        builder.Property(m => m.ConcurrencyStamp).IsConcurrencyToken();

        // Counted by statements that hold the rule (SignInTries). A member who was read before would write an older count over it.
        builder.Property(m => m.AccessFailedCount).Metadata.SetAfterSaveBehavior(PropertySaveBehavior.Ignore);
        builder.Property(m => m.LockoutEnd).Metadata.SetAfterSaveBehavior(PropertySaveBehavior.Ignore);
        builder.Property(m => m.MailRhythm).HasConversion<string>().HasMaxLength(20);
        builder.Property(m => m.About).HasMaxLength(300);
        builder.HasIndex(m => m.NormalizedUserName).IsUnique();
        builder.HasIndex(m => m.NormalizedEmail).IsUnique();
        builder.HasIndex(m => m.UnsubscribeKey).IsUnique();
        builder.HasMany<IdentityUserClaim<int>>().WithOne().HasForeignKey(c => c.UserId);
        builder.HasMany<IdentityUserLogin<int>>().WithOne().HasForeignKey(l => l.UserId);
        builder.HasMany<IdentityUserToken<int>>().WithOne().HasForeignKey(t => t.UserId);
        builder.HasMany<IdentityUserPasskey<int>>().WithOne().HasForeignKey(p => p.UserId);
        builder.HasMany<MemberSession>().WithOne().HasForeignKey(s => s.MemberId);
    }
}

internal sealed class FormerNameConfiguration : IEntityTypeConfiguration<FormerName>
{
    public void Configure(EntityTypeBuilder<FormerName> builder)
    {
        builder.ToTable("FormerNames");
        builder.HasKey(n => n.Digest);
        builder.Property(n => n.Digest).HasMaxLength(FormerName.Length);
    }
}

internal sealed class MemberClaimConfiguration : IEntityTypeConfiguration<IdentityUserClaim<int>>
{
    public void Configure(EntityTypeBuilder<IdentityUserClaim<int>> builder) => builder.ToTable("MemberClaims");
}

internal sealed class MemberLoginConfiguration : IEntityTypeConfiguration<IdentityUserLogin<int>>
{
    public void Configure(EntityTypeBuilder<IdentityUserLogin<int>> builder)
    {
        builder.ToTable("MemberLogins");
        builder.HasKey(l => new { l.LoginProvider, l.ProviderKey });
    }
}

internal sealed class MemberTokenConfiguration : IEntityTypeConfiguration<IdentityUserToken<int>>
{
    public void Configure(EntityTypeBuilder<IdentityUserToken<int>> builder)
    {
        builder.ToTable("MemberTokens");
        builder.HasKey(t => new { t.UserId, t.LoginProvider, t.Name });
    }
}

internal sealed class MemberPasskeyConfiguration : IEntityTypeConfiguration<IdentityUserPasskey<int>>
{
    // The longest that WebAuthn allows (https://www.w3.org/TR/webauthn-3/#credential-id).
    private const int LongestCredentialId = 1023;

    public void Configure(EntityTypeBuilder<IdentityUserPasskey<int>> builder)
    {
        builder.ToTable("MemberPasskeys");
        builder.HasKey(p => p.CredentialId);
        builder.Property(p => p.CredentialId).HasMaxLength(LongestCredentialId);
        builder.OwnsOne(p => p.Data).ToJson();
    }
}

internal sealed class MemberSessionConfiguration : IEntityTypeConfiguration<MemberSession>
{
    public void Configure(EntityTypeBuilder<MemberSession> builder)
    {
        builder.ToTable("MemberSessions");
        builder.HasIndex(s => s.KeyDigest).IsUnique();
        builder.Property(s => s.KeyDigest).HasMaxLength(64);
        builder.HasIndex(s => s.ExpiresAt);
        builder.Property(s => s.Browser).HasMaxLength(200);
    }
}

internal sealed class ProtectionKeyConfiguration : IEntityTypeConfiguration<ProtectionKey>
{
    public void Configure(EntityTypeBuilder<ProtectionKey> builder)
    {
        builder.ToTable("ProtectionKeys");
        builder.HasIndex(k => k.Name).IsUnique();
    }
}

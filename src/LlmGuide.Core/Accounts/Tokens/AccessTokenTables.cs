using System.Security.Cryptography;

using LlmGuide.Core.Data;
using LlmGuide.Core.Members;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LlmGuide.Core.Accounts.Tokens;

public static class AccessTokenTables
{
    extension(GuideDb db)
    {
        public DbSet<AccessToken> AccessTokens => db.Set<AccessToken>();
    }
}

internal sealed class AccessTokenConfiguration : IEntityTypeConfiguration<AccessToken>
{
    public void Configure(EntityTypeBuilder<AccessToken> builder)
    {
        builder.ToTable("AccessTokens");
        builder.HasIndex(t => t.Digest).IsUnique();
        builder.Property(t => t.Digest).HasMaxLength(2 * SHA256.HashSizeInBytes);
        builder.Property(t => t.Name).HasMaxLength(AccessToken.LongestName);
        builder.HasOne<Member>().WithMany().HasForeignKey(t => t.MemberId);
    }
}

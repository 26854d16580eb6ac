using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LlmGuide.Core.Interchange.Seed.Kept;

internal static class SeedTables
{
    extension(GuideDb db)
    {
        public DbSet<SeedLoad> SeedLoads => db.Set<SeedLoad>();
    }
}

internal sealed class SeedLoadConfiguration : IEntityTypeConfiguration<SeedLoad>
{
    public void Configure(EntityTypeBuilder<SeedLoad> builder)
    {
        builder.ToTable("SeedLoads");
        builder.Property(load => load.Hash).HasMaxLength(64);
        builder.HasIndex(load => load.Hash);
    }
}

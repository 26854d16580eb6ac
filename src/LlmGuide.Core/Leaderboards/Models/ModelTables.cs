using LlmGuide.Core.Data;
using LlmGuide.Core.Leaderboards.Results;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LlmGuide.Core.Leaderboards.Models;

public static class ModelTables
{
    extension(GuideDb db)
    {
        public DbSet<ScoredModel> Models => db.Set<ScoredModel>();
    }
}

internal sealed class ScoredModelConfiguration : IEntityTypeConfiguration<ScoredModel>
{
    public void Configure(EntityTypeBuilder<ScoredModel> builder)
    {
        builder.ToTable("Models");
        builder.HasIndex(m => m.Slug).IsUnique();
        builder.HasIndex(m => m.Name).IsUnique();
        builder.Property(m => m.Slug).HasMaxLength(Slug.MaxLength);
        builder.Property(m => m.Name).HasMaxLength(BenchmarkResult.LongestModel);
        builder.Property(m => m.Title).HasMaxLength(BenchmarkResult.LongestModel);
        builder.Property(m => m.Vendor).HasMaxLength(Measurer.LongestName);
        builder.HasOne(m => m.MergedInto).WithMany().HasForeignKey(m => m.MergedIntoId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(m => m.ShownAs).WithMany().HasForeignKey(m => m.ShownAsId).OnDelete(DeleteBehavior.Restrict);
    }
}

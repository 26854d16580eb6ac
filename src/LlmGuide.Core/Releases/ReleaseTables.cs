using LlmGuide.Core.Data;
using LlmGuide.Core.Data.Columns;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LlmGuide.Core.Releases;

public static class ReleaseTables
{
    extension(GuideDb db)
    {
        public DbSet<Release> Releases => db.Set<Release>();
    }
}

internal sealed class ReleaseConfiguration : IEntityTypeConfiguration<Release>
{
    public void Configure(EntityTypeBuilder<Release> builder)
    {
        builder.ToTable("Releases");
        builder.HasIndex(r => r.Number).IsUnique();
        builder.HasProse(r => r.Notes);
        builder.Property(r => r.Snapshot).HasConversion<CleanDocuments>();
        builder.HasOne(r => r.Entry).WithOne().HasForeignKey<Release>(r => r.EntryId).OnDelete(DeleteBehavior.Restrict);
    }
}

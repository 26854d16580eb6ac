using LlmGuide.Core.Data;
using LlmGuide.Core.Data.Columns;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LlmGuide.Core.Revisions;

public static class RevisionTables
{
    extension(GuideDb db)
    {
        public DbSet<Revision> Revisions => db.Set<Revision>();
    }
}

internal sealed class RevisionConfiguration : IEntityTypeConfiguration<Revision>
{
    public void Configure(EntityTypeBuilder<Revision> builder)
    {
        builder.ToTable("Revisions");
        builder.Property(r => r.Kind).HasConversion<string>().HasMaxLength(20);
        builder.Property(r => r.Before).HasConversion<CleanDocuments>();
        builder.Property(r => r.After).HasConversion<CleanDocuments>();

        // Two edits that start from the same version cannot both be kept, whatever happens between look and save.
        builder.HasIndex(r => new { r.Kind, r.SubjectId, r.Number }).IsUnique();
        builder.HasOne(r => r.Entry).WithOne().HasForeignKey<Revision>(r => r.EntryId).OnDelete(DeleteBehavior.Cascade);
    }
}

using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LlmGuide.Core.Search.Index;

/// <summary>The table of what can be found.</summary>
public static class SearchTables
{
    extension(GuideDb db)
    {
        public DbSet<SearchEntry> SearchEntries => db.Set<SearchEntry>();
    }
}

internal sealed class SearchEntryConfiguration : IEntityTypeConfiguration<SearchEntry>
{
    public void Configure(EntityTypeBuilder<SearchEntry> builder)
    {
        // The databases write it themselves: it is no part of what is copied, and its migration is written by hand.
        builder.ToTable("SearchEntries", table => table.ExcludeFromMigrations());
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.Type).HasConversion<string>().HasMaxLength(20);
    }
}

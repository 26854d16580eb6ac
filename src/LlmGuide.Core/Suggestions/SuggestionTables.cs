using LlmGuide.Core.Catalogue.Addresses;
using LlmGuide.Core.Data;
using LlmGuide.Core.Data.Columns;
using LlmGuide.Core.Discussion.Comments;
using LlmGuide.Core.Members;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LlmGuide.Core.Suggestions;

/// <summary>The tables of suggestions.</summary>
public static class SuggestionTables
{
    extension(GuideDb db)
    {
        public DbSet<Suggestion> Suggestions => db.Set<Suggestion>();

        public DbSet<SuggestionDecision> SuggestionDecisions => db.Set<SuggestionDecision>();

        public DbSet<SuggestionSecond> SuggestionSeconds => db.Set<SuggestionSecond>();
    }
}

internal sealed class SuggestionConfiguration : IEntityTypeConfiguration<Suggestion>
{
    public void Configure(EntityTypeBuilder<Suggestion> builder)
    {
        builder.ToTable("Suggestions");
        builder.Property(s => s.Kind).HasConversion<string>().HasMaxLength(20);
        builder.Property(s => s.State).HasConversion<string>().HasMaxLength(20);
        builder.Property(s => s.SubjectKind).HasConversion<string>().HasMaxLength(20);
        builder.Property(s => s.SubjectKey).HasMaxLength(Slug.MaxLength);
        builder.Property(s => s.Topic).HasMaxLength(Slug.MaxLength);
        builder.Property(s => s.Field).HasMaxLength(40);
        builder.Property(s => s.UrlKey).HasMaxLength(ResourceUrl.MaxLength);
        builder.Property(s => s.PendingKey).HasMaxLength(64);
        builder.Property(s => s.Network).HasMaxLength(NetworkMark.Length);

        // Drafts, and otherwise texts.
        builder.Property(s => s.Was).HasConversion<CleanDocuments>();
        builder.Property(s => s.Value).HasConversion<CleanDocuments>();

        // Of many who propose the same at once one is first; the others find it.
        builder.HasIndex(s => s.PendingKey).IsUnique();
        builder.HasIndex(s => new { s.State, s.SuggestedAt });
        builder.HasIndex(s => new { s.SuggestedById, s.SuggestedAt });
        builder.HasIndex(s => new { s.SubjectKind, s.SubjectId });
        builder.HasIndex(s => s.UrlKey);
        builder.Ignore(s => s.DraftField).Ignore(s => s.IsSmall).Ignore(s => s.Subject);
        builder.HasOne<Member>().WithMany().HasForeignKey(s => s.SuggestedById).OnDelete(DeleteBehavior.SetNull);
        builder.HasOne<Member>().WithMany().HasForeignKey(s => s.ClaimedById).OnDelete(DeleteBehavior.SetNull);
        builder.HasOne<Comment>().WithMany().HasForeignKey(s => s.CommentId).OnDelete(DeleteBehavior.SetNull);
        builder.HasMany(s => s.Decisions).WithOne().HasForeignKey(d => d.SuggestionId);
        builder.HasMany(s => s.Seconds).WithOne().HasForeignKey(s => s.SuggestionId);
    }
}

internal sealed class SuggestionDecisionConfiguration : IEntityTypeConfiguration<SuggestionDecision>
{
    public void Configure(EntityTypeBuilder<SuggestionDecision> builder)
    {
        builder.ToTable("SuggestionDecisions");
        builder.Property(d => d.State).HasConversion<string>().HasMaxLength(20);
        builder.HasIndex(d => d.At);
        builder.HasOne<Member>().WithMany().HasForeignKey(d => d.ById).OnDelete(DeleteBehavior.SetNull);
        builder.HasOne<LogEntry>().WithMany().HasForeignKey(d => d.EntryId).OnDelete(DeleteBehavior.SetNull);
    }
}

internal sealed class SuggestionSecondConfiguration : IEntityTypeConfiguration<SuggestionSecond>
{
    public void Configure(EntityTypeBuilder<SuggestionSecond> builder)
    {
        builder.ToTable("SuggestionSeconds");
        builder.HasKey(s => new { s.SuggestionId, s.MemberId });
        builder.Property(s => s.Network).HasMaxLength(NetworkMark.Length);
        builder.HasIndex(s => new { s.MemberId, s.At });
        builder.HasOne<Member>().WithMany().HasForeignKey(s => s.MemberId);
    }
}

using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Catalogue.Topics;
using LlmGuide.Core.Data;
using LlmGuide.Core.Learning.Groups;
using LlmGuide.Core.Learning.Reviews;
using LlmGuide.Core.Members;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LlmGuide.Core.Learning;

/// <summary>The tables of what members have read. All of it goes with the account.</summary>
public static class LearningTables
{
    extension(GuideDb db)
    {
        public DbSet<ReadingMark> ReadingMarks => db.Set<ReadingMark>();

        public DbSet<ReadingChange> ReadingChanges => db.Set<ReadingChange>();

        public DbSet<TopicMark> TopicMarks => db.Set<TopicMark>();

        public DbSet<CheckCard> CheckCards => db.Set<CheckCard>();

        public DbSet<ReadingGroup> ReadingGroups => db.Set<ReadingGroup>();

        public DbSet<GroupMember> GroupMembers => db.Set<GroupMember>();

        public DbSet<Learner> Learners => db.Set<Learner>();
    }
}

internal sealed class ReadingMarkConfiguration : IEntityTypeConfiguration<ReadingMark>
{
    public void Configure(EntityTypeBuilder<ReadingMark> builder)
    {
        builder.ToTable("ReadingMarks");
        builder.HasKey(m => new { m.MemberId, m.ResourceId });
        builder.HasOne<Member>().WithMany().HasForeignKey(m => m.MemberId);
        builder.HasOne<Resource>().WithMany().HasForeignKey(m => m.ResourceId);
    }
}

internal sealed class ReadingChangeConfiguration : IEntityTypeConfiguration<ReadingChange>
{
    public void Configure(EntityTypeBuilder<ReadingChange> builder)
    {
        builder.ToTable("ReadingChanges");
        builder.HasIndex(c => new { c.MemberId, c.At });
        builder.HasOne<Member>().WithMany().HasForeignKey(c => c.MemberId);
        builder.HasOne<Resource>().WithMany().HasForeignKey(c => c.ResourceId);
    }
}

internal sealed class TopicMarkConfiguration : IEntityTypeConfiguration<TopicMark>
{
    public void Configure(EntityTypeBuilder<TopicMark> builder)
    {
        builder.ToTable("TopicMarks");
        builder.HasKey(m => new { m.MemberId, m.TopicId });
        builder.HasOne<Member>().WithMany().HasForeignKey(m => m.MemberId);
        builder.HasOne<Topic>().WithMany().HasForeignKey(m => m.TopicId);
    }
}

internal sealed class CheckCardConfiguration : IEntityTypeConfiguration<CheckCard>
{
    public void Configure(EntityTypeBuilder<CheckCard> builder)
    {
        builder.ToTable("CheckCards");
        builder.HasKey(c => new { c.MemberId, c.TopicId, c.Check });
        builder.Property(c => c.Check).HasMaxLength(Slug.MaxLength);
        builder.HasOne<Member>().WithMany().HasForeignKey(c => c.MemberId);
        builder.HasOne<Topic>().WithMany().HasForeignKey(c => c.TopicId);
    }
}

internal sealed class LearnerConfiguration : IEntityTypeConfiguration<Learner>
{
    public void Configure(EntityTypeBuilder<Learner> builder)
    {
        builder.ToTable("Learners");
        builder.HasKey(l => l.MemberId);
        builder.Property(l => l.MemberId).ValueGeneratedNever();
        builder.HasIndex(l => l.FeedKey).IsUnique();
        builder.HasOne<Member>().WithOne().HasForeignKey<Learner>(l => l.MemberId);
    }
}

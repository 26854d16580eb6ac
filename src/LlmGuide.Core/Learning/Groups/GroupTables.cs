using LlmGuide.Core.Data.Columns;
using LlmGuide.Core.Members;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LlmGuide.Core.Learning.Groups;

internal sealed class ReadingGroupConfiguration : IEntityTypeConfiguration<ReadingGroup>
{
    public void Configure(EntityTypeBuilder<ReadingGroup> builder)
    {
        builder.ToTable("ReadingGroups");
        builder.HasIndex(g => g.Slug).IsUnique();
        builder.Property(g => g.Slug).HasMaxLength(Slug.MaxLength);
        builder.Property(g => g.Name).HasMaxLength(GroupRules.LongestName);
        builder.Property(g => g.TimeZone).HasMaxLength(GroupRules.LongestZone);
        builder.Property(g => g.InviteKey).HasMaxLength(GroupRules.KeyLength);
        builder.Property(g => g.TopicIds).AsJson();
        builder.Property(g => g.Pauses).AsJson();
        builder.HasOne(g => g.Conversation).WithMany().HasForeignKey(g => g.ConversationId)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(g => g.Members).WithOne(m => m.Group).HasForeignKey(m => m.GroupId);
    }
}

internal sealed class GroupMemberConfiguration : IEntityTypeConfiguration<GroupMember>
{
    public void Configure(EntityTypeBuilder<GroupMember> builder)
    {
        builder.ToTable("GroupMembers");
        builder.HasKey(m => new { m.GroupId, m.MemberId });
        builder.HasIndex(m => m.CalendarKey).IsUnique();
        builder.Property(m => m.CalendarKey).HasMaxLength(GroupRules.KeyLength);
        builder.HasOne<Member>().WithMany().HasForeignKey(m => m.MemberId);
    }
}

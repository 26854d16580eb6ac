using LlmGuide.Core.Data;
using LlmGuide.Core.Data.Columns;
using LlmGuide.Core.Discussion.Comments;
using LlmGuide.Core.Discussion.Conversations;
using LlmGuide.Core.Discussion.Moderation;
using LlmGuide.Core.Discussion.Notifications;
using LlmGuide.Core.Members;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LlmGuide.Core.Discussion;

/// <summary>The tables of the discussion.</summary>
public static class DiscussionTables
{
    /// <summary>
    /// The name of the filter by which every query leaves out what is said in private conversations, and these themselves.
    /// <see cref="ReadableDiscussion"/> gives them to whose they are.
    /// </summary>
    public const string Public = "Public";

    /// <summary>For <c>IgnoreQueryFilters</c>, where what is asked for was authorized before, or is a member's own.</summary>
    internal static readonly string[] OfAll = [Public];

    extension(GuideDb db)
    {
        public DbSet<Conversation> Conversations => db.Set<Conversation>();

        public DbSet<Comment> Comments => db.Set<Comment>();

        public DbSet<CommentRevision> CommentRevisions => db.Set<CommentRevision>();

        public DbSet<CommentVote> Votes => db.Set<CommentVote>();

        public DbSet<CommentFlag> Flags => db.Set<CommentFlag>();

        public DbSet<Subscription> Subscriptions => db.Set<Subscription>();

        public DbSet<Notification> Notifications => db.Set<Notification>();
    }
}

internal sealed class ConversationConfiguration : IEntityTypeConfiguration<Conversation>
{
    public void Configure(EntityTypeBuilder<Conversation> builder)
    {
        builder.ToTable("Conversations");
        builder.Property(c => c.Type).HasConversion<string>().HasMaxLength(20);
        builder.Property(c => c.Slug).HasMaxLength(Slug.MaxLength);
        builder.HasIndex(c => new { c.Type, c.Slug }).IsUnique();
        builder.HasIndex(c => c.LastCommentAt);
        builder.Ignore(c => c.Subject);
        builder.HasQueryFilter(DiscussionTables.Public, c => c.Type != SubjectType.Group);
    }
}

internal sealed class CommentConfiguration : IEntityTypeConfiguration<Comment>
{
    public void Configure(EntityTypeBuilder<Comment> builder)
    {
        builder.ToTable("Comments", table => table.HasCheckConstraint("CK_Comments_Depth", $"\"Depth\" BETWEEN 0 AND {Comment.MaxDepth}"));
        builder.Property(c => c.Kind).HasConversion<string>().HasMaxLength(20);
        builder.Property(c => c.State).HasConversion<string>().HasMaxLength(20);
        builder.HasProse(c => c.Body);
        builder.HasQueryFilter(DiscussionTables.Public, c => !c.IsPrivate);
        builder.HasOne<Conversation>().WithMany().HasForeignKey(c => c.ConversationId);
        builder.HasOne<Comment>().WithMany().HasForeignKey(c => c.ParentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Comment>().WithMany().HasForeignKey(c => c.RootId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Comment>().WithMany().HasForeignKey(c => c.AnswerId).OnDelete(DeleteBehavior.SetNull);
        builder.HasOne<Member>().WithMany().HasForeignKey(c => c.AuthorId).OnDelete(DeleteBehavior.SetNull);

        // The comments at the top in the order of each way to sort them; then those below, nearest first.
        builder.HasIndex(c => new { c.ConversationId, c.ParentId, c.Rank, c.CreatedAt });
        builder.HasIndex(c => new { c.ConversationId, c.ParentId, c.CreatedAt });
        builder.HasIndex(c => new { c.RootId, c.Depth, c.Rank });
        builder.HasIndex(c => c.CreatedAt);
        builder.HasIndex(c => new { c.AuthorId, c.CreatedAt });
        builder.HasIndex(c => new { c.AuthorId, c.DraftKey }).IsUnique();
        builder.HasIndex(c => new { c.State, c.StateSince });
    }
}

internal sealed class CommentRevisionConfiguration : IEntityTypeConfiguration<CommentRevision>
{
    public void Configure(EntityTypeBuilder<CommentRevision> builder)
    {
        builder.ToTable("CommentRevisions");
        builder.HasProse(r => r.Body);
        builder.HasOne<Comment>().WithMany().HasForeignKey(r => r.CommentId);
    }
}

internal sealed class CommentVoteConfiguration : IEntityTypeConfiguration<CommentVote>
{
    public void Configure(EntityTypeBuilder<CommentVote> builder)
    {
        builder.ToTable("CommentVotes", table => table.HasCheckConstraint("CK_CommentVotes_Value", "\"Value\" IN (-1, 1)"));
        builder.HasKey(v => new { v.CommentId, v.MemberId });
        builder.HasOne<Comment>().WithMany().HasForeignKey(v => v.CommentId);
        builder.HasOne<Member>().WithMany().HasForeignKey(v => v.MemberId);
    }
}

internal sealed class CommentFlagConfiguration : IEntityTypeConfiguration<CommentFlag>
{
    public void Configure(EntityTypeBuilder<CommentFlag> builder)
    {
        builder.ToTable("CommentFlags");
        builder.HasKey(f => new { f.CommentId, f.MemberId });
        builder.Property(f => f.Reason).HasConversion<string>().HasMaxLength(20);
        builder.Property(f => f.Network).HasMaxLength(NetworkMark.Length);
        builder.HasIndex(f => new { f.SettledAt, f.At });
        builder.HasOne<Comment>().WithMany().HasForeignKey(f => f.CommentId);
        builder.HasOne<Member>().WithMany().HasForeignKey(f => f.MemberId);
    }
}

internal sealed class SubscriptionConfiguration : IEntityTypeConfiguration<Subscription>
{
    public void Configure(EntityTypeBuilder<Subscription> builder)
    {
        builder.ToTable("Subscriptions");
        builder.HasKey(r => new { r.MemberId, r.ConversationId });
        builder.HasIndex(r => new { r.ConversationId, r.Level });
        builder.Property(r => r.Level).HasConversion<string>().HasMaxLength(20);
        builder.HasOne<Member>().WithMany().HasForeignKey(r => r.MemberId);
        builder.HasOne<Conversation>().WithMany().HasForeignKey(r => r.ConversationId);
    }
}

internal sealed class NotificationConfiguration : IEntityTypeConfiguration<Notification>
{
    public void Configure(EntityTypeBuilder<Notification> builder)
    {
        builder.ToTable("Notifications");
        builder.Property(n => n.Reason).HasConversion<string>().HasMaxLength(20);
        builder.Property(n => n.Event).HasMaxLength(60);
        builder.HasIndex(n => new { n.MemberId, n.Event }).IsUnique();
        builder.HasIndex(n => new { n.MemberId, n.ReadAt });
        builder.HasIndex(n => new { n.MailedAt, n.ReadAt, n.At });
        builder.HasOne<Comment>().WithMany().HasForeignKey(n => n.CommentId);
        builder.HasOne<Member>().WithMany().HasForeignKey(n => n.MemberId);
        builder.HasOne<Member>().WithMany().HasForeignKey(n => n.ByMemberId).OnDelete(DeleteBehavior.SetNull);
    }
}

using LlmGuide.Core.Catalogue.Addresses;
using LlmGuide.Core.Catalogue.Path;
using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Catalogue.Topics;
using LlmGuide.Core.Data;
using LlmGuide.Core.Data.Columns;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LlmGuide.Core.Catalogue;

/// <summary>The tables of the catalogue.</summary>
public static class CatalogueTables
{
    /// <summary>
    /// The filter that keeps removed stages, topics and resources, and what belongs to them, from every query that does not ask for them
    /// with <c>IgnoreQueryFilters([CatalogueTables.Listed])</c>.
    /// </summary>
    public const string Listed = nameof(Listed);

    extension(GuideDb db)
    {
        public DbSet<LearningPath> Paths => db.Set<LearningPath>();

        public DbSet<Stage> Stages => db.Set<Stage>();

        public DbSet<Topic> Topics => db.Set<Topic>();

        public DbSet<Prerequisite> Prerequisites => db.Set<Prerequisite>();

        public DbSet<Resource> Resources => db.Set<Resource>();

        public DbSet<Placement> Placements => db.Set<Placement>();

        public DbSet<BuildsOn> BuildsOn => db.Set<BuildsOn>();

        public DbSet<FormerSlug> FormerSlugs => db.Set<FormerSlug>();
    }
}

internal sealed class LearningPathConfiguration : IEntityTypeConfiguration<LearningPath>
{
    public void Configure(EntityTypeBuilder<LearningPath> builder)
    {
        builder.ToTable("Paths");
        builder.HasMany(p => p.Stages).WithOne().HasForeignKey(s => s.PathId);
        builder.HasData(new { Id = LearningPath.OnlyId, Version = 0 });
    }
}

internal sealed class StageConfiguration : IEntityTypeConfiguration<Stage>
{
    public void Configure(EntityTypeBuilder<Stage> builder)
    {
        builder.ToTable("Stages");
        builder.HasIndex(s => s.Slug).IsUnique();
        builder.Property(s => s.Slug).HasMaxLength(Slug.MaxLength);
        builder.Property(s => s.PathId).HasDefaultValue(LearningPath.OnlyId);
        builder.HasQueryFilter(CatalogueTables.Listed, s => s.RemovedAt == null);
    }
}

internal sealed class TopicConfiguration : IEntityTypeConfiguration<Topic>
{
    public void Configure(EntityTypeBuilder<Topic> builder)
    {
        builder.ToTable("Topics");
        builder.HasIndex(t => t.Slug).IsUnique();
        builder.HasIndex(t => new { t.RemovedAt, t.Position });
        builder.Property(t => t.Slug).HasMaxLength(Slug.MaxLength);
        builder.HasProse(t => t.Introduction);
        builder.Property(t => t.Concepts).AsJson();
        builder.Property(t => t.Checks).AsJson();
        builder.HasQueryFilter(CatalogueTables.Listed, t => t.RemovedAt == null);
        builder.HasOne(t => t.Stage).WithMany(s => s.Topics).HasForeignKey(t => t.StageId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(t => t.Conversation).WithOne().HasForeignKey<Topic>(t => t.ConversationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(t => t.Prerequisites).WithOne(p => p.Topic).HasForeignKey(p => p.TopicId);
        builder.HasMany(t => t.Placements).WithOne(p => p.Topic).HasForeignKey(p => p.TopicId);
    }
}

internal sealed class PrerequisiteConfiguration : IEntityTypeConfiguration<Prerequisite>
{
    public void Configure(EntityTypeBuilder<Prerequisite> builder)
    {
        builder.ToTable("Prerequisites", table => table.HasCheckConstraint("CK_Prerequisites_NotItself", "\"TopicId\" <> \"RequiredId\""));
        builder.HasKey(p => new { p.TopicId, p.RequiredId });
        builder.HasQueryFilter(CatalogueTables.Listed, p => p.Topic.RemovedAt == null && p.Required.RemovedAt == null);
        builder.HasOne(p => p.Required).WithMany().HasForeignKey(p => p.RequiredId);
    }
}

internal sealed class ResourceConfiguration : IEntityTypeConfiguration<Resource>
{
    public void Configure(EntityTypeBuilder<Resource> builder)
    {
        builder.ToTable("Resources");
        builder.HasIndex(r => r.Slug).IsUnique();
        builder.HasIndex(r => r.CitationKey).IsUnique();
        builder.HasIndex(r => r.AddedAt);
        builder.HasIndex(r => r.Year);
        builder.HasIndex(r => r.Title);

        // Not unique: what was listed twice before there were keys must stay; who adds something is asked.
        builder.HasIndex(r => r.UrlKey);
        builder.HasIndex(r => r.ArxivKey);
        builder.HasIndex(r => r.DoiKey);
        builder.Property(r => r.UrlKey).HasMaxLength(ResourceUrl.MaxLength);
        builder.Property(r => r.ArxivKey).HasMaxLength(Slug.MaxLength);
        builder.Property(r => r.DoiKey).HasMaxLength(ResourceUrl.MaxLength);
        builder.Property(r => r.Slug).HasMaxLength(Slug.MaxLength);
        builder.Property(r => r.Kind).HasConversion<string>().HasMaxLength(20);
        builder.Property(r => r.Level).HasConversion<string>().HasMaxLength(20);
        builder.Property(r => r.Access).HasConversion<string>().HasMaxLength(20);
        builder.Property(r => r.LinkStatus).HasConversion<string>().HasMaxLength(20);
        builder.HasProse(r => r.Summary);
        builder.HasQueryFilter(CatalogueTables.Listed, r => r.RemovedAt == null);
        builder.HasOne(r => r.Conversation).WithOne().HasForeignKey<Resource>(r => r.ConversationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(r => r.Placements).WithOne(p => p.Resource).HasForeignKey(p => p.ResourceId);
        builder.HasMany(r => r.Foundations).WithOne(b => b.Resource).HasForeignKey(b => b.ResourceId);
    }
}

internal sealed class PlacementConfiguration : IEntityTypeConfiguration<Placement>
{
    public void Configure(EntityTypeBuilder<Placement> builder)
    {
        builder.ToTable("Placements");
        builder.HasIndex(p => new { p.TopicId, p.ResourceId }).IsUnique();
        builder.HasIndex(p => new { p.TopicId, p.Position });
        builder.Property(p => p.Role).HasConversion<string>().HasMaxLength(20);
        builder.HasProse(p => p.Why);
        builder.HasQueryFilter(CatalogueTables.Listed, p => p.Resource.RemovedAt == null && p.Topic.RemovedAt == null);
        builder.HasOne(p => p.CompanionOf).WithMany().HasForeignKey(p => p.CompanionOfId);
    }
}

internal sealed class BuildsOnConfiguration : IEntityTypeConfiguration<BuildsOn>
{
    public void Configure(EntityTypeBuilder<BuildsOn> builder)
    {
        builder.ToTable("BuildsOn", table => table.HasCheckConstraint("CK_BuildsOn_NotItself", "\"ResourceId\" <> \"FoundationId\""));
        builder.HasKey(b => new { b.ResourceId, b.FoundationId });
        builder.HasQueryFilter(CatalogueTables.Listed, b => b.Resource.RemovedAt == null && b.Foundation.RemovedAt == null);
        builder.HasOne(b => b.Foundation).WithMany().HasForeignKey(b => b.FoundationId);
    }
}

internal sealed class FormerSlugConfiguration : IEntityTypeConfiguration<FormerSlug>
{
    public void Configure(EntityTypeBuilder<FormerSlug> builder)
    {
        builder.ToTable("FormerSlugs");
        builder.HasIndex(f => new { f.Owner, f.Slug }).IsUnique();
        builder.Property(f => f.Owner).HasConversion<string>().HasMaxLength(20);
        builder.Property(f => f.Slug).HasMaxLength(Slug.MaxLength);
        builder.Property(f => f.Current).HasMaxLength(Slug.MaxLength);
    }
}

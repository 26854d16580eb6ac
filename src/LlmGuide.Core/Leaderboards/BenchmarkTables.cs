using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Data;
using LlmGuide.Core.Data.Columns;
using LlmGuide.Core.Leaderboards.Benchmarks;
using LlmGuide.Core.Leaderboards.Metrics;
using LlmGuide.Core.Leaderboards.Results;
using LlmGuide.Core.Leaderboards.Tasks;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LlmGuide.Core.Leaderboards;

/// <summary>The tables of tasks and what they are measured by.</summary>
public static class BenchmarkTables
{
    extension(GuideDb db)
    {
        public DbSet<NlpTask> NlpTasks => db.Set<NlpTask>();

        public DbSet<Metric> Metrics => db.Set<Metric>();

        public DbSet<Benchmark> Benchmarks => db.Set<Benchmark>();

        public DbSet<BenchmarkMetric> BenchmarkMetrics => db.Set<BenchmarkMetric>();

        public DbSet<BenchmarkResult> Results => db.Set<BenchmarkResult>();

        public DbSet<ResultScore> Scores => db.Set<ResultScore>();

        public DbSet<ResultSource> ResultSources => db.Set<ResultSource>();
    }
}

internal sealed class NlpTaskConfiguration : IEntityTypeConfiguration<NlpTask>
{
    public void Configure(EntityTypeBuilder<NlpTask> builder)
    {
        builder.ToTable("NlpTasks");
        builder.HasIndex(t => t.Slug).IsUnique();
        builder.Property(t => t.Slug).HasMaxLength(Slug.MaxLength);
        builder.HasQueryFilter(CatalogueTables.Listed, t => t.RemovedAt == null);
        builder.HasOne(t => t.Conversation).WithOne().HasForeignKey<NlpTask>(t => t.ConversationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(t => t.Metrics).WithOne(m => m.Task).HasForeignKey(m => m.TaskId);
        builder.HasMany(t => t.Benchmarks).WithOne(b => b.Task).HasForeignKey(b => b.TaskId);
        builder.HasMany(t => t.Topics).WithMany().UsingEntity("NlpTaskTopics");
    }
}

internal sealed class TaskMetricConfiguration : IEntityTypeConfiguration<TaskMetric>
{
    public void Configure(EntityTypeBuilder<TaskMetric> builder)
    {
        builder.ToTable("NlpTaskMetrics");
        builder.HasKey(m => new { m.TaskId, m.MetricId });
        builder.HasQueryFilter(CatalogueTables.Listed, m => m.Task.RemovedAt == null && m.Metric.RemovedAt == null);
        builder.HasOne(m => m.Metric).WithMany().HasForeignKey(m => m.MetricId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class MetricConfiguration : IEntityTypeConfiguration<Metric>
{
    public void Configure(EntityTypeBuilder<Metric> builder)
    {
        builder.ToTable("Metrics");
        builder.HasIndex(m => m.Slug).IsUnique();
        builder.Property(m => m.Slug).HasMaxLength(Slug.MaxLength);
        builder.HasProse(m => m.Formula);
        builder.HasQueryFilter(CatalogueTables.Listed, m => m.RemovedAt == null);
    }
}

internal sealed class BenchmarkConfiguration : IEntityTypeConfiguration<Benchmark>
{
    public void Configure(EntityTypeBuilder<Benchmark> builder)
    {
        builder.ToTable("Benchmarks");
        builder.HasIndex(b => b.Slug).IsUnique();
        builder.Property(b => b.Slug).HasMaxLength(Slug.MaxLength);
        builder.HasQueryFilter(CatalogueTables.Listed, b => b.RemovedAt == null);
        builder.HasOne(b => b.Metric).WithMany().HasForeignKey(b => b.MetricId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(b => b.Resource).WithMany().HasForeignKey(b => b.ResourceId).OnDelete(DeleteBehavior.SetNull);
        builder.HasMany(b => b.Metrics).WithOne().HasForeignKey(m => m.BenchmarkId);
        builder.HasOne(b => b.State).WithOne().HasForeignKey<BenchmarkState>(s => s.BenchmarkId);
    }
}

internal sealed class BenchmarkStateConfiguration : IEntityTypeConfiguration<BenchmarkState>
{
    public void Configure(EntityTypeBuilder<BenchmarkState> builder)
    {
        builder.ToTable("BenchmarkStates");
        builder.HasKey(s => s.BenchmarkId);
        builder.Property(s => s.Lifecycle).HasConversion<string>().HasMaxLength(20);
        builder.HasOne(s => s.Successor).WithMany().HasForeignKey(s => s.SuccessorId).OnDelete(DeleteBehavior.SetNull);
    }
}

internal sealed class BenchmarkMetricConfiguration : IEntityTypeConfiguration<BenchmarkMetric>
{
    public void Configure(EntityTypeBuilder<BenchmarkMetric> builder)
    {
        builder.ToTable("BenchmarkMetrics");
        builder.HasIndex(m => new { m.BenchmarkId, m.Name }).IsUnique();
        builder.Property(m => m.Name).HasMaxLength(BenchmarkMetric.LongestName);
        builder.HasOne(m => m.Metric).WithMany().HasForeignKey(m => m.MetricId).OnDelete(DeleteBehavior.Restrict);
    }
}

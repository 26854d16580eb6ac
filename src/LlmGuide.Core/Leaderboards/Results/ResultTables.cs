using LlmGuide.Core.Catalogue;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LlmGuide.Core.Leaderboards.Results;

internal sealed class BenchmarkResultConfiguration : IEntityTypeConfiguration<BenchmarkResult>
{
    public void Configure(EntityTypeBuilder<BenchmarkResult> builder)
    {
        builder.ToTable("Results");
        builder.HasIndex(r => new { r.BenchmarkId, r.Id });
        builder.HasIndex(r => r.Model);
        builder.Property(r => r.Model).HasMaxLength(BenchmarkResult.LongestModel);
        builder.Property(r => r.Setting).HasMaxLength(BenchmarkResult.LongestSetting);
        builder.Property(r => r.Track).HasMaxLength(BenchmarkResult.LongestSetting);
        builder.Property(r => r.Note).HasMaxLength(BenchmarkResult.LongestNote);
        builder.Property(r => r.BenchmarkVersion).HasMaxLength(BenchmarkResult.LongestVersion).HasDefaultValue("");
        builder.Property(r => r.MeasuredByKind).HasConversion<string>().HasMaxLength(20);
        builder.Property(r => r.MeasuredByName).HasMaxLength(Measurer.LongestName).HasDefaultValue("");
        builder.Property(r => r.Reference).HasConversion<string>().HasMaxLength(20);
        builder.Ignore(r => r.Date);
        builder.Ignore(r => r.MeasuredBy);
        builder.HasQueryFilter(CatalogueTables.Listed, r => r.RemovedAt == null);
        builder.HasOne(r => r.Benchmark).WithMany().HasForeignKey(r => r.BenchmarkId);
        builder.HasOne(r => r.Source).WithMany().HasForeignKey(r => r.SourceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(r => r.Resource).WithMany().HasForeignKey(r => r.ResourceId).OnDelete(DeleteBehavior.SetNull);
        builder.HasMany(r => r.Scores).WithOne().HasForeignKey(s => s.ResultId);
    }
}

internal sealed class ResultScoreConfiguration : IEntityTypeConfiguration<ResultScore>
{
    public void Configure(EntityTypeBuilder<ResultScore> builder)
    {
        builder.ToTable("Scores");
        builder.HasIndex(s => new { s.ResultId, s.MetricId }).IsUnique();
        builder.HasIndex(s => s.MetricId);
        builder.Property(s => s.Text).HasMaxLength(ScoreText.MaxLength);
        builder.HasOne(s => s.Metric).WithMany().HasForeignKey(s => s.MetricId);
    }
}

internal sealed class ResultSourceConfiguration : IEntityTypeConfiguration<ResultSource>
{
    public void Configure(EntityTypeBuilder<ResultSource> builder)
    {
        builder.ToTable("ResultSources");
        builder.HasIndex(s => s.Name).IsUnique();
        builder.Property(s => s.Name).HasMaxLength(ResultSource.LongestName);
    }
}

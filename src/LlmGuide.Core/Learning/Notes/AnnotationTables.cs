using System.Linq.Expressions;

using LlmGuide.Core.Data;
using LlmGuide.Core.Data.Columns;
using LlmGuide.Core.Members;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LlmGuide.Core.Learning.Notes;

public static class AnnotationTables
{
    extension(GuideDb db)
    {
        public DbSet<Annotation> Annotations => db.Set<Annotation>();
    }
}

internal sealed class AnnotationConfiguration : IEntityTypeConfiguration<Annotation>
{
    private static readonly string[] Things =
        [nameof(Annotation.TopicId), nameof(Annotation.ResourceId), nameof(Annotation.TaskId), nameof(Annotation.BenchmarkId)];

    public void Configure(EntityTypeBuilder<Annotation> builder)
    {
        builder.ToTable("Annotations", table => table.HasCheckConstraint(
            "CK_Annotations_OneThing",
            string.Join(" + ", Things.Select(column => $"CASE WHEN \"{column}\" IS NULL THEN 0 ELSE 1 END")) + " = 1"));
        builder.HasProse(a => a.Note);
        builder.HasOne<Member>().WithMany().HasForeignKey(a => a.MemberId);
        builder.HasOne(a => a.Topic).WithMany().HasForeignKey(a => a.TopicId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(a => a.Resource).WithMany().HasForeignKey(a => a.ResourceId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(a => a.Task).WithMany().HasForeignKey(a => a.TaskId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(a => a.Benchmark).WithMany().HasForeignKey(a => a.BenchmarkId).OnDelete(DeleteBehavior.Cascade);
        OneOfEach(builder, a => new { a.MemberId, a.TopicId });
        OneOfEach(builder, a => new { a.MemberId, a.ResourceId });
        OneOfEach(builder, a => new { a.MemberId, a.TaskId });
        OneOfEach(builder, a => new { a.MemberId, a.BenchmarkId });
        builder.HasIndex(a => new { a.MemberId, a.NotedAt });
    }

    /// <summary>Both databases take two rows without a value for two different ones.</summary>
    private static void OneOfEach(EntityTypeBuilder<Annotation> builder, Expression<Func<Annotation, object?>> columns) =>
        builder.HasIndex(columns).IsUnique();
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LlmGuide.Core.LinkChecks.Rounds;

/// <summary>One look at every link. There is at most one that is not finished, whatever the number of nodes.</summary>
public sealed class LinkCheckRun
{
    private LinkCheckRun()
    {
    }

    /// <param name="startedBy">Whose wish it is, as the log names them.</param>
    /// <param name="topic">The slug of the one topic whose works are looked at; <c>null</c> for all.</param>
    public LinkCheckRun(string startedBy, string? topic, int total, DateTimeOffset now)
    {
        StartedBy = startedBy;
        Topic = topic;
        Total = total;
        StartedAt = now;
        LeaseUntil = now;
        Open = 1;
    }

    public int Id { get; private set; }

    public string StartedBy { get; private set; } = "";

    public string? Topic { get; private set; }

    public DateTimeOffset StartedAt { get; private set; }

    public DateTimeOffset? FinishedAt { get; private set; }

    /// <summary>1 until it is finished, then <c>null</c>: its unique index lets one round be open.</summary>
    public int? Open { get; private set; }

    /// <summary>Who is at it; whoever takes it over writes another name.</summary>
    public Guid? Holder { get; private set; }

    /// <summary>Then the holder is taken for dead, unless it shows up before.</summary>
    public DateTimeOffset LeaseUntil { get; private set; }

    public int Total { get; private set; }

    public int Done { get; private set; }

    /// <summary>Why it was stopped before its end, as a sentence.</summary>
    public string? Problem { get; private set; }
}

internal sealed class LinkCheckRunConfiguration : IEntityTypeConfiguration<LinkCheckRun>
{
    public void Configure(EntityTypeBuilder<LinkCheckRun> builder)
    {
        builder.ToTable("LinkRounds");
        builder.HasIndex(r => r.Open).IsUnique();
        builder.HasIndex(r => r.StartedAt);
        builder.Property(r => r.Topic).HasMaxLength(Slug.MaxLength);
        builder.Property(r => r.StartedBy).HasMaxLength(100);
        builder.Property(r => r.Problem).HasMaxLength(200);
    }
}

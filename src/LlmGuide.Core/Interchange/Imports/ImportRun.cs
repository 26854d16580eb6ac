using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LlmGuide.Core.Interchange.Imports;

/// <summary>A file that a curator sent, and what became of it. One node reads it, and every node can show its report.</summary>
internal sealed class ImportRun
{
    private ImportRun()
    {
    }

    /// <param name="request">What it is and what is to be done with it, as JSON.</param>
    /// <param name="file">See <see cref="File"/>.</param>
    /// <param name="leaseUntil">See <see cref="LeaseUntil"/>.</param>
    internal ImportRun(string request, byte[]? file, DateTimeOffset now, DateTimeOffset leaseUntil)
    {
        Id = Guid.NewGuid();
        Request = request;
        File = file;
        StartedAt = now;
        LeaseUntil = leaseUntil;
    }

    public Guid Id { get; private set; }

    public string Request { get; private set; } = "";

    /// <summary>What was sent, packed; <c>null</c> where nothing was, and once it is imported.</summary>
    public byte[]? File { get; private set; }

    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>Then its node is taken for dead, unless it has ended or shows up before.</summary>
    public DateTimeOffset LeaseUntil { get; private set; }

    public long Done { get; private set; }

    public long Rows { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>What became of each row, packed; <c>null</c> until it has ended, and when it ended early.</summary>
    public byte[]? Report { get; private set; }

    /// <summary>Why it ended early, as a sentence.</summary>
    public string? Fault { get; private set; }
}

internal static class ImportTables
{
    extension(Data.GuideDb db)
    {
        public DbSet<ImportRun> Imports => db.Set<ImportRun>();
    }
}

internal sealed class ImportRunConfiguration : IEntityTypeConfiguration<ImportRun>
{
    public void Configure(EntityTypeBuilder<ImportRun> builder)
    {
        builder.ToTable("Imports");
        builder.Property(run => run.Id).ValueGeneratedNever();
    }
}

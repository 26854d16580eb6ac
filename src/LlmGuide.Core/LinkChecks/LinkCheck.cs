using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Data;
using LlmGuide.Core.LinkChecks.Rounds;
using LlmGuide.Core.Lookup;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LlmGuide.Core.LinkChecks;

/// <summary>
/// What is known of one work's link. It is dead only after <see cref="FailuresUntilDead"/> failures in a row on as many days: a server
/// may be away for an afternoon, or for a weekend.
/// </summary>
public sealed class LinkCheck
{
    /// <summary>So many failures in a row, and so many days (UTC) with one among them.</summary>
    public const int FailuresUntilDead = 3;

    /// <summary>How long a person's word that a link is fine counts against what the guide sees.</summary>
    public static readonly TimeSpan WordCounts = TimeSpan.FromDays(90);

    private LinkCheck()
    {
    }

    public LinkCheck(int resourceId, string url)
    {
        ResourceId = resourceId;
        Url = url;
    }

    public int ResourceId { get; private set; }

    /// <summary>The address that all of this is about; the work may have another one by now.</summary>
    public string Url { get; private set; } = "";

    public LinkStatus Status { get; private set; }

    public DateTimeOffset? CheckedAt { get; private set; }

    /// <summary>The last round that looked at it.</summary>
    public int? RoundId { get; private set; }

    /// <summary>What the last look said, in words.</summary>
    public string Words { get; private set; } = "";

    /// <summary>The new address that the server proposes.</summary>
    public string? MovedTo { get; private set; }

    public string? ETag { get; private set; }

    public DateTimeOffset? LastModified { get; private set; }

    /// <summary>In a row.</summary>
    public int Failures { get; private set; }

    /// <summary>On how many days those were.</summary>
    public int FailedDays { get; private set; }

    public DateTimeOffset? LastFailedAt { get; private set; }

    /// <summary>Since when somebody should find another address for it.</summary>
    public DateTimeOffset? DeadSince { get; private set; }

    /// <summary>Until when somebody's word counts that it is fine.</summary>
    public DateTimeOffset? FineUntil { get; private set; }

    public PageVersion? Version => ETag is null && LastModified is null ? null : new PageVersion(ETag, LastModified);

    /// <summary>Starts anew for another address of the same work.</summary>
    public void Restart(string url)
    {
        (Url, Status, Words, MovedTo) = (url, LinkStatus.Unchecked, "", null);
        (ETag, LastModified, CheckedAt, FineUntil) = (null, null, null, null);
        Forgive();
    }

    /// <summary>Takes in what one look said.</summary>
    /// <param name="at">When; not before the last one.</param>
    /// <returns>Whether the status is another now.</returns>
    public bool Note(LinkCheckResult finding, DateTimeOffset at, int? roundId)
    {
        var before = Status;
        (CheckedAt, RoundId, Words) = (at, roundId, finding.Words);
        switch (finding.Verdict)
        {
            case LinkVerdict.Failed:
                Fail(at);
                break;
            case LinkVerdict.NotAsked:
                break;
            default:
                Answered(finding);
                break;
        }

        return Status != before;
    }

    /// <summary>A person has looked and says that it is fine, which counts for <see cref="WordCounts"/>.</summary>
    public void Vouch(DateTimeOffset at)
    {
        (Status, MovedTo, FineUntil) = (LinkStatus.Ok, null, at + WordCounts);
        Forgive();
    }

    private void Answered(LinkCheckResult finding)
    {
        Forgive();
        if (finding.Verdict != LinkVerdict.Blocked)
        {
            (ETag, LastModified, MovedTo) = (finding.Version?.ETag, finding.Version?.LastModified, finding.MovedTo);
        }

        Status = finding.Verdict switch
        {
            LinkVerdict.Moved => LinkStatus.Moved,
            LinkVerdict.Blocked => LinkStatus.Blocked,
            _ => LinkStatus.Ok,
        };
    }

    private void Fail(DateTimeOffset at)
    {
        if (at < FineUntil)
        {
            return;
        }

        Failures++;
        FailedDays += LastFailedAt is { } last && last.UtcDateTime.Date == at.UtcDateTime.Date ? 0 : 1;
        LastFailedAt = at;
        var dead = Failures >= FailuresUntilDead && FailedDays >= FailuresUntilDead;
        Status = dead ? LinkStatus.Dead : LinkStatus.Suspect;
        DeadSince = dead ? DeadSince ?? at : null;
    }

    private void Forgive() => (Failures, FailedDays, LastFailedAt, DeadSince) = (0, 0, null, null);
}

internal sealed class LinkCheckConfiguration : IEntityTypeConfiguration<LinkCheck>
{
    public void Configure(EntityTypeBuilder<LinkCheck> builder)
    {
        builder.ToTable("LinkChecks");
        builder.HasKey(c => c.ResourceId);
        builder.Property(c => c.ResourceId).ValueGeneratedNever();
        builder.HasIndex(c => c.Status);
        builder.HasIndex(c => c.RoundId);
        builder.Property(c => c.Status).HasConversion<string>().HasMaxLength(20);
        builder.HasOne<Resource>().WithOne().HasForeignKey<LinkCheck>(c => c.ResourceId).OnDelete(DeleteBehavior.Cascade);
    }
}

public static class LinkTables
{
    extension(GuideDb db)
    {
        public DbSet<LinkCheck> LinkChecks => db.Set<LinkCheck>();

        public DbSet<LinkCheckRun> LinkCheckRuns => db.Set<LinkCheckRun>();
    }
}

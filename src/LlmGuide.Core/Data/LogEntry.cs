using LlmGuide.Core.Members;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LlmGuide.Core.Data;

/// <summary>
/// One act of curation or moderation, for everybody to read at <c>/changes</c>. Written in the transaction of the act; never changed.
/// </summary>
public sealed class LogEntry
{
    private LogEntry()
    {
    }

    /// <param name="act">What was done, in words such as "removed".</param>
    /// <param name="reason">Why, for everybody to read; empty where none is asked for.</param>
    public LogEntry(Actor actor, string act, LogSubject subject, string reason, DateTimeOffset at)
    {
        ActorId = actor.MemberId;
        ActorName = actor.Name;
        Act = act;
        Kind = subject.Kind;
        Key = subject.Key;
        Title = subject.Title;
        Reason = reason;
        At = at;
    }

    public int Id { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary><c>null</c> for the operator, and for somebody whose account is gone.</summary>
    public int? ActorId { get; private set; }

    public string ActorName { get; private set; } = "";

    /// <summary>What was done, as a past participle: "removed", "locked", "suspended".</summary>
    public string Act { get; private set; } = "";

    public LogKind Kind { get; private set; }

    /// <summary>The slug, name or number that the subject's address ends with.</summary>
    public string Key { get; private set; } = "";

    /// <summary>How the subject was called at the time.</summary>
    public string Title { get; private set; } = "";

    public string Reason { get; private set; } = "";
}

/// <param name="Key">See <see cref="LogEntry.Key"/>.</param>
/// <param name="Title">See <see cref="LogEntry.Title"/>.</param>
public sealed record LogSubject(LogKind Kind, string Key, string Title);

/// <summary>What can be acted upon. Stored by name: adding one changes no table.</summary>
public enum LogKind
{
    Topic,
    Resource,
    Task,
    Comment,
    Member,
    Stage,
    Metric,
    Benchmark,
    Result,
    Release,
    Suggestion,
    Path,
    Model,

    /// <summary>The links of many works.</summary>
    Link,
}

public static class LogTables
{
    extension(GuideDb db)
    {
        public DbSet<LogEntry> Log => db.Set<LogEntry>();
    }
}

internal sealed class LogEntryConfiguration : IEntityTypeConfiguration<LogEntry>
{
    public void Configure(EntityTypeBuilder<LogEntry> builder)
    {
        builder.ToTable("Log");
        builder.HasIndex(e => e.At);
        builder.HasIndex(e => new { e.Kind, e.Key });
        builder.Property(e => e.Kind).HasConversion<string>().HasMaxLength(20);
        builder.Property(e => e.Act).HasMaxLength(40);
        builder.HasOne<Member>().WithMany().HasForeignKey(e => e.ActorId).OnDelete(DeleteBehavior.SetNull);
    }
}

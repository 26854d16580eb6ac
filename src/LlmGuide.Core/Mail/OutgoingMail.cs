using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LlmGuide.Core.Mail;

/// <summary>
/// A mail that is to be sent. It is written in the transaction of what it is about, so it exists if and only if that happened; a
/// sender of its own takes it from here.
/// </summary>
public sealed class OutgoingMail
{
    public int Id { get; init; }

    /// <summary>The Message-ID, given once: a receiver who gets it twice knows.</summary>
    public required Guid MessageId { get; init; }

    public required string To { get; init; }

    public required string Subject { get; init; }

    /// <summary>The whole mail as plain text.</summary>
    public required string Text { get; init; }

    /// <summary>The same as HTML.</summary>
    public required string Html { get; init; }

    /// <summary>The address that takes the one-click POST of RFC 8058; <c>null</c> for mails that somebody asked for.</summary>
    public string? UnsubscribeUrl { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Not tried before then.</summary>
    public required DateTimeOffset NotBefore { get; set; }

    public int Attempts { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    /// <summary>What the server last said against it.</summary>
    public string? LastError { get; set; }

    /// <param name="now">When it is written, and may be sent.</param>
    /// <param name="id">See <see cref="MessageId"/>; a new one when not given.</param>
    public static OutgoingMail For(string to, MailContent content, DateTimeOffset now, Guid? id = null) => new()
    {
        MessageId = id ?? Guid.NewGuid(),
        To = to,
        Subject = content.Subject,
        Text = content.Text,
        Html = content.Html,
        UnsubscribeUrl = content.UnsubscribeUrl,
        CreatedAt = now,
        NotBefore = now,
    };
}

public static class MailTables
{
    extension(GuideDb db)
    {
        public DbSet<OutgoingMail> Mails => db.Set<OutgoingMail>();
    }
}

internal sealed class OutgoingMailConfiguration : IEntityTypeConfiguration<OutgoingMail>
{
    public void Configure(EntityTypeBuilder<OutgoingMail> builder)
    {
        builder.ToTable("OutgoingMails");
        builder.HasIndex(m => new { m.SentAt, m.NotBefore });
        builder.HasIndex(m => m.MessageId).IsUnique();
    }
}

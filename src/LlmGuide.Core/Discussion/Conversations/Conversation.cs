using LlmGuide.Core.Data;

namespace LlmGuide.Core.Discussion.Conversations;

/// <summary>
/// What is said about one subject. The subject has a foreign key to it; for addresses and lists it carries the subject's slug and
/// title, which its owner keeps up to date.
/// </summary>
public sealed class Conversation
{
    private Conversation()
    {
    }

    public Conversation(SubjectType type, string slug, string title)
    {
        Type = type;
        Slug = slug;
        Title = title;
    }

    public int Id { get; private set; }

    public SubjectType Type { get; private set; }

    /// <summary>The subject's slug.</summary>
    public string Slug { get; private set; } = "";

    /// <summary>The subject's title.</summary>
    public string Title { get; private set; } = "";

    /// <summary>How many comments stand in it; what was deleted, removed or hidden does not count.</summary>
    public int Comments { get; private set; }

    /// <summary>How many questions in it have no answer yet.</summary>
    public int OpenQuestions { get; private set; }

    public DateTimeOffset? LastCommentAt { get; private set; }

    public DateTimeOffset? LockedAt { get; private set; }

    /// <summary>Why nobody can write in it now.</summary>
    public string? LockReason { get; private set; }

    /// <summary>What it is about, for the log.</summary>
    internal LogSubject Subject => new(
        Type switch { SubjectType.Topic => LogKind.Topic, SubjectType.Resource => LogKind.Resource, _ => LogKind.Task }, Slug, Title);

    public void Lock(string reason, DateTimeOffset now)
    {
        LockedAt = now;
        LockReason = reason;
    }

    public void Unlock()
    {
        LockedAt = null;
        LockReason = null;
    }

    /// <summary>The subject has another name or address now.</summary>
    public void Rename(string slug, string title)
    {
        Slug = slug;
        Title = title;
    }
}

/// <summary>What can be talked about.</summary>
public enum SubjectType
{
    Topic,
    Resource,
    Task,

    /// <summary>A reading group, whose conversation is its members' alone.</summary>
    Group,
}

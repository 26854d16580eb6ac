namespace LlmGuide.Core.Learning;

/// <summary>What a member said of a topic as a whole, and when they were through with it.</summary>
public sealed class TopicMark
{
    private TopicMark()
    {
    }

    internal TopicMark(int memberId, int topicId) => (MemberId, TopicId) = (memberId, topicId);

    public int MemberId { get; private set; }

    public int TopicId { get; private set; }

    /// <summary>Since when the member knows it without reading; it is then done, whatever is added to it.</summary>
    public DateTimeOffset? KnownSince { get; private set; }

    /// <summary>
    /// When its last essential was done. It stays while the topic changes: essentials of a finished topic that are not done were added
    /// since. Who takes a mark back has not finished any more.
    /// </summary>
    public DateTimeOffset? FinishedAt { get; private set; }

    internal void Know(DateTimeOffset now) => KnownSince ??= now;

    internal void Forget() => KnownSince = null;

    internal void Finish(DateTimeOffset at) => FinishedAt ??= at;

    internal void Reopen() => FinishedAt = null;
}

namespace LlmGuide.Core.Learning;

/// <summary>One change of a <see cref="ReadingMark"/>, for its owner. Never changed.</summary>
public sealed class ReadingChange
{
    private ReadingChange()
    {
    }

    internal ReadingChange(int memberId, int resourceId, ReadingState state, DateTimeOffset at) =>
        (MemberId, ResourceId, State, At) = (memberId, resourceId, state, at);

    public int Id { get; private set; }

    public int MemberId { get; private set; }

    public int ResourceId { get; private set; }

    public ReadingState State { get; private set; }

    /// <summary>When it was marked; on a device, that was before the guide was told.</summary>
    public DateTimeOffset At { get; private set; }
}

namespace LlmGuide.Core.Learning;

/// <summary>
/// How far a member is with a work, and since when. It hangs on the work and not on its place, so nothing that happens to the path
/// can lose it. One that was taken back stays as <see cref="ReadingState.ToDo"/>: its time decides against an older mark of a device.
/// </summary>
public sealed class ReadingMark
{
    private ReadingMark()
    {
    }

    internal ReadingMark(int memberId, int resourceId) => (MemberId, ResourceId) = (memberId, resourceId);

    public int MemberId { get; private set; }

    public int ResourceId { get; private set; }

    public ReadingState State { get; private set; }

    public DateTimeOffset Since { get; private set; }

    /// <summary>Whether the work stood in a topic then; for who reads a work that is on the path no longer.</summary>
    public bool OnPath { get; private set; }

    /// <summary>How long it took its reader, in minutes, if they say so; of a work that is read only.</summary>
    public int? TookMinutes { get; private set; }

    internal void Set(ReadingState state, DateTimeOffset since, bool onPath)
    {
        (State, Since, OnPath) = (state, since, onPath);
        TookMinutes = state == ReadingState.Read ? TookMinutes : null;
    }

    internal void Took(int? minutes) => TookMinutes = minutes;
}

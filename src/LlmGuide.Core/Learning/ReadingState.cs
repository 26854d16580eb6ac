namespace LlmGuide.Core.Learning;

/// <summary>
/// How far a member is with a work. The numbers are in the table, and a greater one is the better state: of two works that turn out to be
/// the same, it stays.
/// </summary>
public enum ReadingState
{
    ToDo = 0,
    Reading = 1,

    /// <summary>Not to be read, because it is known or not wanted. It counts as done.</summary>
    Skipped = 2,
    Read = 3,
}

public static class ReadingStates
{
    /// <summary>Whether nothing of the work is left to do.</summary>
    public static bool IsDone(this ReadingState state) => state is ReadingState.Read or ReadingState.Skipped;
}

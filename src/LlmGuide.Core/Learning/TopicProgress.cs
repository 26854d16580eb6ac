namespace LlmGuide.Core.Learning;

/// <summary>How far somebody is with a topic.</summary>
/// <param name="Left">Its essentials that are not done, in reading order.</param>
/// <param name="Others">How many of its companions and further works are read; they count in no percent.</param>
/// <param name="LastMark">When one of its essentials was last marked.</param>
/// <param name="Known">Whether its member said that they know it.</param>
/// <param name="Added">
/// How many essentials it got since it was finished; 0 where it was not, or where they are done too.
/// </param>
public sealed record TopicProgress(
    CourseTopic Topic, TopicState State, IReadOnlyList<CourseWork> Left, int Others, DateTimeOffset? LastMark, bool Known, int Added)
{
    /// <summary>How many of its essentials are done; of a known topic all are.</summary>
    public int Done => Topic.Essentials.Count - Left.Count;

    internal static TopicProgress Of(CourseTopic topic, OwnMarks marks)
    {
        var own = marks.Topics.GetValueOrDefault(topic.Id);
        var known = own?.KnownSince is not null;
        CourseWork[] left = known ? [] : [.. topic.Essentials.Where(work => !marks.StateOf(work.Id).IsDone())];
        var touched = topic.Essentials.Any(work => marks.StateOf(work.Id) != ReadingState.ToDo);
        var state = known || (topic.Essentials.Count > 0 && left.Length == 0) ? TopicState.Done
            : touched ? TopicState.Started
            : TopicState.ToDo;
        var last = topic.Essentials.Select(work => marks.Works.GetValueOrDefault(work.Id))
            .Where(mark => mark is { State: not ReadingState.ToDo }).Max(mark => mark?.Since);
        return new TopicProgress(
            topic, state, left, topic.Others.Count(work => marks.StateOf(work) == ReadingState.Read), last, known,
            own?.FinishedAt is null ? 0 : left.Length);
    }
}

public enum TopicState
{
    ToDo,

    /// <summary>One essential is being read or is done.</summary>
    Started,

    /// <summary>Every essential is done, or it is known.</summary>
    Done,
}

namespace LlmGuide.Core.Learning;

/// <summary>
/// How far somebody is along the path. Pure: every count that a page shows is made here, from the course and the marks, so they agree.
/// </summary>
public sealed class Progress
{
    private readonly Dictionary<int, TopicProgress> _topics;

    private Progress(IReadOnlyList<TopicProgress> topics)
    {
        Topics = topics;
        _topics = topics.ToDictionary(topic => topic.Topic.Id);
        Here = topics.Where(topic => topic.State == TopicState.Started).OrderByDescending(topic => topic.LastMark).FirstOrDefault();
        Next = Here ?? topics.FirstOrDefault(topic => topic.State == TopicState.ToDo && topic.Topic.Essentials.Count > 0 && IsOpen(topic));
        Ready = [.. topics.Where(topic => topic != Here && topic.State != TopicState.Done && IsOpen(topic))
            .Select(topic => new ReadyTopic(topic, [.. topic.Topic.Needs.Where(need => _topics.ContainsKey(need.TopicId))
                .Select(need => _topics[need.TopicId].Topic)]))];
    }

    /// <summary>In path order.</summary>
    public IReadOnlyList<TopicProgress> Topics { get; }

    /// <summary>The topic that one is in: of those that are started and not done, where something was marked last.</summary>
    public TopicProgress? Here { get; }

    /// <summary>Topics that could come next, since what they need is done; without <see cref="Here"/>. In path order.</summary>
    public IReadOnlyList<ReadyTopic> Ready { get; }

    /// <summary>The topic with the next work: the one that one is in, or else the first whose prerequisites are done.</summary>
    public TopicProgress? Next { get; }

    /// <summary>The next work to read: the first essential of <see cref="Next"/> that is not done; <c>null</c> when none is left.</summary>
    public CourseWork? NextWork => Next is { Left: [var first, ..] } ? first : null;

    /// <summary>How many essentials are done, over all topics. One that stands in two topics counts in both, as on the map.</summary>
    public int Done => Topics.Sum(topic => topic.Done);

    public int Essentials => Topics.Sum(topic => topic.Topic.Essentials.Count);

    /// <summary>How many topics that have essentials, or are known, are done.</summary>
    public int TopicsDone => Topics.Count(topic => topic.State == TopicState.Done);

    /// <summary>Whether anything is marked that the path counts.</summary>
    public bool Any => Topics.Any(topic => topic.State != TopicState.ToDo);

    /// <summary>Essentials alone, from 0 to 100; 100 only when all are done.</summary>
    public int Percent => Essentials == 0 ? 0 : Done * 100 / Essentials;

    public TopicProgress? Of(string topic) => Topics.FirstOrDefault(one => one.Topic.Slug == topic);

    public static Progress Of(Course course, OwnMarks marks) =>
        new([.. course.Topics.Select(topic => TopicProgress.Of(topic, marks))]);

    /// <summary>
    /// Whether all that it needs is done. A topic without essentials has nothing to do, so nothing waits for it.
    /// </summary>
    private bool IsOpen(TopicProgress topic) => topic.Topic.Needs.All(
        need => !_topics.TryGetValue(need.TopicId, out var needed)
            || needed.State == TopicState.Done || needed.Topic.Essentials.Count == 0);
}

/// <param name="After">What was done for it.</param>
public sealed record ReadyTopic(TopicProgress Topic, IReadOnlyList<CourseTopic> After);

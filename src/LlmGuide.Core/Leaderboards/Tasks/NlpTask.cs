using LlmGuide.Core.Catalogue.Topics;
using LlmGuide.Core.Data;
using LlmGuide.Core.Discussion.Conversations;
using LlmGuide.Core.Leaderboards.Benchmarks;
using LlmGuide.Core.Leaderboards.Metrics;
using LlmGuide.Core.Revisions;

namespace LlmGuide.Core.Leaderboards.Tasks;

/// <summary>A task of natural language processing: what goes in, what should come out, and how that is measured.</summary>
public sealed class NlpTask : IRevised
{
    private readonly List<TaskMetric> _metrics = [];
    private readonly List<Benchmark> _benchmarks = [];
    private readonly List<Topic> _topics = [];

    private NlpTask()
    {
    }

    /// <param name="slug">See <see cref="Core.Slug"/>.</param>
    /// <param name="type">The shape of the task, such as "Classification" or "Seq2Seq".</param>
    /// <param name="position">Counted from 1; the tasks of the original guide come first.</param>
    public NlpTask(string slug, string name, string type, int position)
    {
        Slug = slug;
        Name = name;
        Type = type;
        Position = position;
        Conversation = new Conversation(SubjectType.Task, slug, name);
    }

    public int Id { get; private set; }

    public string Slug { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string Type { get; private set; } = "";

    public int Position { get; private set; }

    /// <summary>What goes in and what must come out, in one sentence.</summary>
    public string Objective { get; private set; } = "";

    /// <summary>What to look out for in its scores.</summary>
    public string Lookout { get; private set; } = "";

    public string ExampleInput { get; private set; } = "";

    public string ExampleOutput { get; private set; } = "";

    /// <summary>Whether the README that this guide grew out of had it in its table.</summary>
    public bool InOriginalGuide { get; private set; }

    /// <summary>Where the original guide sent its readers for results; the address may lead elsewhere by now.</summary>
    public string? OriginalBenchmarksUrl { get; private set; }

    /// <summary>What became of <see cref="OriginalBenchmarksUrl"/>, in a sentence.</summary>
    public string? OriginalBenchmarksNote { get; private set; }

    public int ConversationId { get; private set; }

    int? IRevised.DiscussedIn => ConversationId;

    /// <summary>What is said about it.</summary>
    public Conversation Conversation { get; private set; } = null!;

    public IReadOnlyList<TaskMetric> Metrics => _metrics;

    public IReadOnlyList<Benchmark> Benchmarks => _benchmarks;

    public IReadOnlyList<Topic> Topics => _topics;

    public void Describe(string objective, string lookout, string exampleInput, string exampleOutput, bool inOriginalGuide)
    {
        Objective = objective;
        Lookout = lookout;
        ExampleInput = exampleInput;
        ExampleOutput = exampleOutput;
        InOriginalGuide = inOriginalGuide;
    }

    /// <summary>Sets what it is called, and with it the name of its conversation.</summary>
    public void Rename(string slug, string name)
    {
        Slug = slug;
        Name = name;
        Conversation.Rename(slug, name);
    }

    /// <summary>Gives it its place among all tasks, counted from 1.</summary>
    internal void MoveTo(int position) => Position = position;

    public void Classify(string type) => Type = type;

    /// <summary>Remembers where the original guide had its benchmarks, and what became of that.</summary>
    public void HadBenchmarksAt(string? url, string? note)
    {
        OriginalBenchmarksUrl = url;
        OriginalBenchmarksNote = note;
    }

    public void MeasureBy(Metric metric) => _metrics.Add(new TaskMetric(this, metric, _metrics.Count + 1));

    /// <summary>Says of all metrics at once which it is measured by, in this order.</summary>
    public void MeasureByOnly(IReadOnlyList<Metric> metrics)
    {
        _metrics.RemoveAll(own => !metrics.Contains(own.Metric));
        foreach (var (index, metric) in metrics.Index())
        {
            if (_metrics.Find(own => own.Metric == metric) is not { } known)
            {
                _metrics.Add(known = new TaskMetric(this, metric, index + 1));
            }

            known.MoveTo(index + 1);
        }
    }

    public void Add(Benchmark benchmark) => _benchmarks.Add(benchmark);

    public void BelongTo(Topic topic) => _topics.Add(topic);

    /// <summary>Says of all topics at once which teach it.</summary>
    public void BelongToOnly(IReadOnlyList<Topic> topics)
    {
        _topics.RemoveAll(topic => !topics.Contains(topic));
        _topics.AddRange(topics.Where(topic => !_topics.Contains(topic)));
    }

    /// <summary>
    /// Since when it is no part of the guide; <c>null</c> for one that is. Queries do not see those that are not (docs/decisions/0016).
    /// </summary>
    public DateTimeOffset? RemovedAt { get; private set; }

    /// <summary>Takes it out of the guide. Everything about it stays.</summary>
    public void Remove(DateTimeOffset now) => RemovedAt ??= now;

    public void Restore() => RemovedAt = null;

    public int Version { get; private set; }

    LogSubject IRevised.Subject => new(LogKind.Task, Slug, Name);

    void IRevised.CountRevision() => Version++;
}

/// <summary>One of the metrics of a task, at its place in the task's list.</summary>
public sealed class TaskMetric
{
    private TaskMetric()
    {
    }

    internal TaskMetric(NlpTask task, Metric metric, int position)
    {
        Task = task;
        Metric = metric;
        Position = position;
    }

    public int TaskId { get; private set; }

    public NlpTask Task { get; private set; } = null!;

    public int MetricId { get; private set; }

    public Metric Metric { get; private set; } = null!;

    public int Position { get; private set; }

    internal void MoveTo(int position) => Position = position;
}

namespace LlmGuide.Core.Catalogue.Path.Edits;

/// <summary>The order of the path. Each act gives a new draft; what is not there is left as it is.</summary>
public sealed record PathDraft
{
    /// <summary>In the order of the path.</summary>
    public IReadOnlyList<StageOrder> Stages { get; init; } = [];

    /// <summary>One place towards the start; from the first of a stage to the end of the stage before.</summary>
    public PathDraft Earlier(string topic) => Shift(topic, -1);

    /// <summary>One place towards the end; from the last of a stage to the start of the stage after.</summary>
    public PathDraft Later(string topic) => Shift(topic, +1);

    /// <summary>Into a stage, before one of its topics or, without one, at its end.</summary>
    public PathDraft Put(string topic, string stage, string? before = null)
    {
        if (before == topic || StageOf(topic) is null || Stages.All(s => s.Stage != stage))
        {
            return this;
        }

        return new PathDraft
        {
            Stages = [.. Without(topic).Stages.Select(s => s.Stage == stage ? s with { Topics = Inserted(s.Topics, topic, before) } : s)],
        };
    }

    /// <summary>A whole stage, one place towards the start.</summary>
    public PathDraft StageEarlier(string stage) => ShiftStage(stage, -1);

    /// <summary>A whole stage, one place towards the end.</summary>
    public PathDraft StageLater(string stage) => ShiftStage(stage, +1);

    /// <returns>The stage that a topic is in.</returns>
    public string? StageOf(string topic) => Stages.FirstOrDefault(s => s.Topics.Contains(topic))?.Stage;

    private PathDraft Without(string topic) =>
        new() { Stages = [.. Stages.Select(s => s with { Topics = [.. s.Topics.Where(t => t != topic)] })] };

    private PathDraft Shift(string topic, int by)
    {
        var at = Stages.ToList().FindIndex(s => s.Topics.Contains(topic));
        if (at < 0)
        {
            return this;
        }

        var (topics, index) = (Stages[at].Topics, Stages[at].Topics.ToList().IndexOf(topic));
        if (index + by >= 0 && index + by < topics.Count)
        {
            return Put(topic, Stages[at].Stage, by < 0 ? topics[index - 1] : topics.ElementAtOrDefault(index + 2));
        }

        return at + by < 0 || at + by >= Stages.Count ? this
            : Put(topic, Stages[at + by].Stage, by < 0 || Stages[at + by].Topics is not [var first, ..] ? null : first);
    }

    private PathDraft ShiftStage(string stage, int by)
    {
        var stages = Stages.ToList();
        var at = stages.FindIndex(s => s.Stage == stage);
        if (at < 0 || at + by < 0 || at + by >= stages.Count)
        {
            return this;
        }

        (stages[at], stages[at + by]) = (stages[at + by], stages[at]);
        return new PathDraft { Stages = stages };
    }

    private static IReadOnlyList<string> Inserted(IReadOnlyList<string> topics, string topic, string? before)
    {
        var at = before is null ? -1 : topics.ToList().IndexOf(before);
        return at < 0 ? [.. topics, topic] : [.. topics.Take(at), topic, .. topics.Skip(at)];
    }
}

/// <param name="Stage">The stage's slug.</param>
/// <param name="Topics">The slugs of its topics, in order.</param>
public sealed record StageOrder(string Stage, IReadOnlyList<string> Topics);

using LlmGuide.Core.Catalogue.Topics;
using LlmGuide.Core.Data;
using LlmGuide.Core.Revisions;

namespace LlmGuide.Core.Catalogue.Path;

/// <summary>A stretch of the path: a handful of topics that are read together.</summary>
public sealed class Stage : IRevised
{
    private readonly List<Topic> _topics = [];

    private Stage()
    {
    }

    /// <param name="slug">See <see cref="Core.Slug"/>.</param>
    /// <param name="title">In sentence case.</param>
    /// <param name="position">Counted from 1 along the path.</param>
    public Stage(string slug, string title, string summary, int position)
    {
        Slug = slug;
        Title = title;
        Summary = summary;
        Position = position;
    }

    public int Id { get; private set; }

    public string Slug { get; private set; } = "";

    public string Title { get; private set; } = "";

    public string Summary { get; private set; } = "";

    public int Position { get; private set; }

    /// <summary>The path that it is a part of; there is one.</summary>
    public int PathId { get; private set; } = LearningPath.OnlyId;

    public IReadOnlyList<Topic> Topics => _topics;

    /// <summary>Since when it is no part of the path; <c>null</c> for one that is.</summary>
    public DateTimeOffset? RemovedAt { get; private set; }

    public int Version { get; private set; }

    LogSubject IRevised.Subject => new(LogKind.Stage, Slug, Title);

    /// <summary>Sets what the map calls it.</summary>
    public void Describe(string title, string summary)
    {
        Title = title;
        Summary = summary;
    }

    /// <summary>Takes it off the path; it has no topics any more.</summary>
    public void Remove(DateTimeOffset now) => RemovedAt ??= now;

    public void Restore() => RemovedAt = null;

    internal void MoveTo(int position) => Position = position;

    void IRevised.CountRevision() => Version++;
}

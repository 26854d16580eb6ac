using LlmGuide.Core.Data;
using LlmGuide.Core.Revisions;

namespace LlmGuide.Core.Catalogue.Path;

/// <summary>The path as a whole: which stages it has, and in which order its topics stand. There is one.</summary>
public sealed class LearningPath : IRevised
{
    /// <summary>The number of the one row.</summary>
    public const int OnlyId = 1;

    /// <summary>What stands for a slug.</summary>
    public const string Key = "path";

    private readonly List<Stage> _stages = [];

    private LearningPath()
    {
    }

    public int Id { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<Stage> Stages => _stages;

    LogSubject IRevised.Subject => new(LogKind.Path, Key, "The path");

    void IRevised.CountRevision() => Version++;
}

using LlmGuide.Core.Data;
using LlmGuide.Core.Revisions;

namespace LlmGuide.Core.Catalogue;

/// <summary>A stretch of the path: a handful of topics that are read together.</summary>
public sealed class Stage : IRevised
{
    private Stage()
    {
    }

    /// <param name="slug">See <see cref="Core.Slug"/>.</param>
    /// <param name="title">In sentence case.</param>
    /// <param name="summary">A few words for the map.</param>
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

    public int Version { get; private set; }

    LogSubject IRevised.Subject => new(LogKind.Stage, Slug, Title);

    void IRevised.CountRevision() => Version++;
}

namespace LlmGuide.Core.Learning.Notes;

/// <summary>What notes and bookmarks can be about; in addresses and JSON in lower case.</summary>
public enum AnnotatedKind
{
    Topic,
    Resource,
    Task,
    Benchmark,
}

/// <summary>One of them, as it is called now.</summary>
public sealed record AnnotatedThing(AnnotatedKind Kind, int Id, string Slug, string Title)
{
    internal int? IdAs(AnnotatedKind kind) => kind == Kind ? Id : null;
}

namespace LlmGuide.Core.Catalogue.Path.Edits;

/// <summary>How the log calls what happens to the path as a whole.</summary>
public static class PathActions
{
    public const string Moved = "reordered";
    public const string Published = "published";
}

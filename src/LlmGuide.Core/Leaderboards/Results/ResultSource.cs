namespace LlmGuide.Core.Leaderboards.Results;

/// <summary>Where numbers were taken from, and under what licence. Every result has one.</summary>
public sealed class ResultSource
{
    public const int LongestName = 200;

    private ResultSource()
    {
    }

    /// <param name="name">As the source calls itself. No two have the same.</param>
    /// <param name="licence">Under which it may be used, as the source says; <c>null</c> where it says nothing.</param>
    /// <param name="attribution">The words that it asks for wherever its numbers are shown; empty where it asks for none.</param>
    public ResultSource(string name, string url, string? licence, string attribution)
    {
        Name = name;
        Url = url;
        Licence = licence;
        Attribution = attribution;
    }

    public int Id { get; private set; }

    public string Name { get; private set; } = "";

    public string Url { get; private set; } = "";

    public string? Licence { get; private set; }

    public string Attribution { get; private set; } = "";
}

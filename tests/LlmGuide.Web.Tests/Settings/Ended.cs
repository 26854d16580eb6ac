namespace LlmGuide.Web.Tests.Settings;

/// <summary>What a run of the program came to.</summary>
/// <param name="Code">Its exit code.</param>
/// <param name="Output">All of standard output.</param>
/// <param name="Errors">All of standard error.</param>
internal sealed record Ended(int Code, string Output, string Errors)
{
    /// <summary>It failed with one line for the operator, and printed no result.</summary>
    /// <returns>The line.</returns>
    public string FailsInOneLine()
    {
        Assert.True(Code == 1, ToString());
        Assert.Equal("", Output);
        return Assert.Single(Errors.TrimEnd().Split('\n'));
    }

    /// <summary>It did what it should.</summary>
    public Ended Succeeds()
    {
        Assert.True(Code == 0, ToString());
        return this;
    }
}

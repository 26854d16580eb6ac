using LlmGuide.Core.Text;

namespace LlmGuide.Web.Settings;

/// <summary>The program cannot go on; the message says why and what to do, and is all that the operator gets to see.</summary>
public sealed class StartUpException : Exception
{
    public StartUpException()
    {
    }

    public StartUpException(string message)
        : base(message)
    {
    }

    public StartUpException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <param name="value">What it is, where it may be repeated: in one line.</param>
    /// <param name="allowed">“a number from 1 to 65535”.</param>
    internal static StartUpException Setting(string key, string value, string allowed) =>
        new($"The setting {key} is “{CleanText.Marked(value).ReplaceLineEndings(" ")}”; it must be {allowed}.");
}

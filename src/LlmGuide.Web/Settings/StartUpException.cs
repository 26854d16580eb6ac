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
}

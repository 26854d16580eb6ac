namespace LlmGuide.Db.Sqlite;

/// <summary>
/// No turn to write came up in time. A type of its own, since others run out of time too, and not because of the database.
/// </summary>
public sealed class WritersWaitException : TimeoutException
{
    public WritersWaitException()
    {
    }

    public WritersWaitException(string message)
        : base(message)
    {
    }

    public WritersWaitException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

namespace LlmGuide.Core.Data.Storage;

/// <summary>
/// What is kept there is not this guide's database any more; the message says so, and what to do, in one line for the operator.
/// </summary>
public sealed class StorageException : Exception
{
    public StorageException()
    {
    }

    public StorageException(string message)
        : base(message)
    {
    }

    public StorageException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

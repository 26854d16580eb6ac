namespace LlmGuide.Core.Data;

/// <summary>Knows what the exceptions of one database mean.</summary>
public interface IDatabaseFaults
{
    /// <summary>What is wrong with the database, looked for in an exception and in what caused it.</summary>
    /// <returns>
    /// <c>null</c> when it is none of these: a bug, a broken rule such as a slug that is taken,
    /// or somebody who did not wait for the answer.
    /// </returns>
    DatabaseFault? Classify(Exception exception)
    {
        // Whoever gives up makes the driver fail in many ways: that is said on top, and is no fault of the database.
        for (var at = exception; at is not null and not OperationCanceledException; at = at.InnerException)
        {
            if (Meaning(at) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    /// <summary>What one exception means by itself, without what caused it.</summary>
    DatabaseFault? Meaning(Exception exception);
}

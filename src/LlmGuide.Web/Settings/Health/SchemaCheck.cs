using System.Data.Common;

using LlmGuide.Core.Data;
using LlmGuide.Core.Data.Storage;

namespace LlmGuide.Web.Settings.Health;

/// <summary>Whether a database fits this program, in words for whoever starts it.</summary>
internal static class SchemaCheck
{
    /// <exception cref="StartUpException">
    /// The database is newer than this program, older than its first release, or out of reach.
    /// </exception>
    public static async Task<SchemaState> StateAsync(GuideDb db, CancellationToken cancellationToken)
    {
        try
        {
            return await Schema.StateAsync(db, cancellationToken) switch
            {
                SchemaState.Ahead => throw new StartUpException(
                    "The database was written by a newer version of LlmGuide. Use that version, or restore a backup from before."),
                SchemaState.Unreleased => throw new StartUpException(
                    "The database was made by a version of LlmGuide from before its first release. "
                    + "Delete it, on SQLite with its -wal, -shm and -made, and start again to fill a new one."),
                var fitting => fitting,
            };
        }
        catch (Exception unreachable) when (Refusal(unreachable) is { } said)
        {
            throw Unreachable(said);
        }
    }

    // EF Core wraps what may pass, such as a server that does not answer, in an exception that proposes to try again.
    public static DbException? Refusal(Exception exception) => exception as DbException ?? exception.InnerException as DbException;

    public static StartUpException Unreachable(DbException unreachable) =>
        new($"The database cannot be opened: {unreachable.Message.ReplaceLineEndings(" ")}", unreachable);
}

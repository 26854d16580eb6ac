using LlmGuide.Core.Data;

using Microsoft.Data.Sqlite;

using static SQLitePCL.raw;

namespace LlmGuide.Db.Sqlite;

/// <summary>What SQLite's result codes mean (https://www.sqlite.org/rescode.html).</summary>
internal sealed class SqliteFaults : IDatabaseFaults
{
    public DatabaseFault? Meaning(Exception exception) => exception switch
    {
        WritersWaitException => DatabaseFault.Busy,
        SqliteException refused => Extended(refused.SqliteExtendedErrorCode) ?? Primary(refused.SqliteErrorCode),
        _ => null,
    };

    private static DatabaseFault? Extended(int code) => code switch
    {
        // A commit is turned into a rollback where it would be lost, and for no other reason (SqliteConnections).
        SQLITE_READONLY_DBMOVED or SQLITE_CONSTRAINT_COMMITHOOK => DatabaseFault.Moved,

        // The memory that connections share is a file too, and grows with the first of them.
        SQLITE_IOERR_SHMSIZE => DatabaseFault.Full,
        _ => null,
    };

    private static DatabaseFault? Primary(int code) => code switch
    {
        SQLITE_BUSY or SQLITE_LOCKED => DatabaseFault.Busy,
        SQLITE_FULL => DatabaseFault.Full,
        SQLITE_READONLY or SQLITE_PERM => DatabaseFault.ReadOnly,
        SQLITE_CANTOPEN or SQLITE_IOERR => DatabaseFault.Away,

        // Somebody wrote over it, or the disk did: nothing that is read there can be believed.
        SQLITE_CORRUPT or SQLITE_NOTADB => DatabaseFault.Away,
        _ => null,
    };
}

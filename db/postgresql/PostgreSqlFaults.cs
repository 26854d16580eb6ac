using LlmGuide.Core.Data;

using Npgsql;

namespace LlmGuide.Db.PostgreSql;

/// <summary>
/// What PostgreSQL's SQLSTATEs mean (https://www.postgresql.org/docs/current/errcodes-appendix.html),
/// and what Npgsql says when there is none.
/// </summary>
internal sealed class PostgreSqlFaults : IDatabaseFaults
{
    public DatabaseFault? Meaning(Exception exception) => exception switch
    {
        PostgresException answered => OfState(answered.SqlState),

        // Too long for a connection of the pool, or for an answer.
        NpgsqlException { InnerException: TimeoutException } => DatabaseFault.Busy,

        // Without a SQLSTATE the server did not get to say anything: refused, cut off, or a host that is not there.
        NpgsqlException { InnerException: not OperationCanceledException } => DatabaseFault.Away,
        _ => null,
    };

    private static DatabaseFault? OfState(string state) => state switch
    {
        PostgresErrorCodes.DiskFull => DatabaseFault.Full,
        PostgresErrorCodes.ReadOnlySqlTransaction => DatabaseFault.ReadOnly,
        PostgresErrorCodes.TooManyConnections or PostgresErrorCodes.OutOfMemory
            or PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.QueryCanceled
            or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected => DatabaseFault.Busy,
        PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown
            or PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.IoError
            or PostgresErrorCodes.InvalidCatalogName or PostgresErrorCodes.InvalidPassword
            or PostgresErrorCodes.InvalidAuthorizationSpecification =>
            DatabaseFault.Away,
        _ => state.StartsWith("08", StringComparison.Ordinal) ? DatabaseFault.Away : null,
    };
}

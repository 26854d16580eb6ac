using System.Data.Common;

using Microsoft.EntityFrameworkCore.Diagnostics;

using Npgsql;

namespace LlmGuide.Web.Tests.Settings;

/// <summary>Counts the moments at which what is kept can change, and at one of them ends every session of the database.</summary>
internal sealed class SessionEnds
{
    private readonly string _connection;

    /// <param name="connection">Of the database.</param>
    /// <param name="at">At which moment, counted from 1; 0 for none.</param>
    public SessionEnds(string connection, int at)
    {
        (_connection, At) = (connection, at);
        Commands = new CommandWatch(this);
        Transactions = new TransactionWatch(this);
    }

    public int At { get; }

    public int Moments { get; private set; }

    public CommandWatch Commands { get; }

    public TransactionWatch Transactions { get; }

    private async Task PassAsync()
    {
        Moments++;
        if (Moments == At)
        {
            await using var other = new NpgsqlConnection(_connection);
            await other.OpenAsync(GuideHost.Cancelled);
            await using var end = new NpgsqlCommand(
                "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity "
                + "WHERE datname = current_database() AND pid <> pg_backend_pid()",
                other);
            await end.ExecuteNonQueryAsync(GuideHost.Cancelled);
        }
    }

    /// <summary>A statement outside a transaction commits by itself.</summary>
    internal sealed class CommandWatch(SessionEnds ends) : DbCommandInterceptor
    {
        public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            if (command.Transaction is null)
            {
                await ends.PassAsync();
            }

            return result;
        }
    }

    internal sealed class TransactionWatch(SessionEnds ends) : DbTransactionInterceptor
    {
        public override async ValueTask<InterceptionResult> TransactionCommittingAsync(
            DbTransaction transaction, TransactionEventData eventData,
            InterceptionResult result, CancellationToken cancellationToken = default)
        {
            await ends.PassAsync();
            return result;
        }

        public override Task TransactionCommittedAsync(
            DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default) =>
            ends.PassAsync();
    }
}

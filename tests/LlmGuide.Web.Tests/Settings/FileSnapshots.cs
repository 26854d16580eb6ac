using System.Data.Common;
using System.Security.Cryptography;

using Microsoft.EntityFrameworkCore.Diagnostics;

namespace LlmGuide.Web.Tests.Settings;

/// <summary>Copies the files of a database before and after every statement and commit, and keeps each state once.</summary>
internal sealed class FileSnapshots
{
    private static readonly string[] Ends = ["", "-wal", "-made"];

    private readonly string _database;
    private readonly HashSet<string> _seen = [];

    public FileSnapshots(string database)
    {
        _database = database;
        Commands = new CommandWatch(Take);
        Transactions = new TransactionWatch(Take);
    }

    public List<Dictionary<string, byte[]>> Distinct { get; } = [];

    public CommandWatch Commands { get; }

    public TransactionWatch Transactions { get; }

    public static void Restore(Dictionary<string, byte[]> files, string database)
    {
        foreach (var (end, content) in files)
        {
            File.WriteAllBytes(database + end, content);
        }
    }

    private void Take()
    {
        var files = Ends.Where(end => File.Exists(_database + end))
            .ToDictionary(end => end, end => Read(_database + end), StringComparer.Ordinal);
        if (_seen.Add(string.Join(' ', files.Select(f => $"{f.Key}:{Convert.ToHexString(SHA256.HashData(f.Value))}"))))
        {
            Distinct.Add(files);
        }
    }

    // Who has the turn holds that file locked, and what it says matters to nobody. Reading the others ends the locks that SQLite has on
    // them in this process, which nobody else uses.
    private static byte[] Read(string file) =>
        file.EndsWith("-made", StringComparison.Ordinal) ? new byte[new FileInfo(file).Length] : File.ReadAllBytes(file);

    internal sealed class CommandWatch(Action take) : DbCommandInterceptor
    {
        public override InterceptionResult<int> NonQueryExecuting(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
        {
            take();
            return result;
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            take();
            return ValueTask.FromResult(result);
        }

        public override ValueTask<int> NonQueryExecutedAsync(
            DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default)
        {
            take();
            return ValueTask.FromResult(result);
        }

        public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default)
        {
            take();
            return ValueTask.FromResult(result);
        }

        public override ValueTask<object?> ScalarExecutedAsync(
            DbCommand command, CommandExecutedEventData eventData, object? result, CancellationToken cancellationToken = default)
        {
            take();
            return ValueTask.FromResult(result);
        }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData,
            InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            take();
            return ValueTask.FromResult(result);
        }
    }

    internal sealed class TransactionWatch(Action take) : DbTransactionInterceptor
    {
        public override ValueTask<InterceptionResult> TransactionCommittingAsync(
            DbTransaction transaction, TransactionEventData eventData,
            InterceptionResult result, CancellationToken cancellationToken = default)
        {
            take();
            return ValueTask.FromResult(result);
        }

        public override Task TransactionCommittedAsync(
            DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            take();
            return Task.CompletedTask;
        }
    }
}

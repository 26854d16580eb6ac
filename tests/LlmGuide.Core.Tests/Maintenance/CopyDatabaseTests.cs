using LlmGuide.Core.Data;
using LlmGuide.Core.Data.Bulk;
using LlmGuide.Core.Data.Storage;
using LlmGuide.Core.Maintenance.Copying;
using LlmGuide.Core.Members;
using LlmGuide.Core.Search;
using LlmGuide.Core.Tests.Databases;
using LlmGuide.Core.Tests.Discussion;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace LlmGuide.Core.Tests.Maintenance;

public sealed class CopyDatabaseTests
{
    [Fact]
    public async Task From_sqlite_to_postgresql_and_back_everything_is_the_same_while_somebody_writes()
    {
        await using var talk = new Scene(await TestDatabases.Sqlite().SeededAsync());
        var first = talk.Database;
        await EveryTable.FillAsync(first);
        var gone = (await talk.JoinAsync("gone")).Id;
        await using (var db = await first.OpenAsync())
        {
            await db.Members.Where(member => member.Id == gone).ExecuteDeleteAsync(GuideDatabase.Cancelled);
        }

        await using var server = TestDatabases.PostgreSql();
        await using var second = TestDatabases.Sqlite("Data Source=" + NewFile(out var file), () => File.Delete(file));
        var before = await RowsAsync(first);
        Assert.All(before.Values, rows => Assert.NotEmpty(rows));

        var copied = await CopyAsync(first, server, new Writer(first));
        Assert.Null(copied.Refusal);
        var there = copied.Value!;
        copied = await CopyAsync(server, second);
        Assert.Null(copied.Refusal);
        var back = copied.Value!;

        Assert.Equal(before.Values.Sum(rows => rows.Count), there.Rows);
        Assert.Equal(there.Tables, back.Tables);
        await AssertSameAsync(before, second);
        Assert.Equal(1 + before["Members"].Count, (await RowsAsync(first))["Members"].Count);
        foreach (var copy in (GuideDatabase[])[server, second])
        {
            Assert.NotEmpty(await copy.Get<NearMissQuery>().RunAsync("transformer", GuideDatabase.Cancelled));
            Assert.Equal(gone + 1, (await new Scene(copy).JoinAsync("next")).Id);
        }
    }

    [Fact]
    public async Task A_target_with_a_row_in_it_is_refused_and_stays_as_it_is()
    {
        await using var first = await TestDatabases.Sqlite().MigratedAsync();
        await using var talk = await Scene.StartAsync(TestDatabases.Sqlite(), "ada");
        var before = await RowsAsync(talk.Database);
        var refused = await CopyAsync(first, talk.Database);
        Assert.Equal("The target is not empty: there are rows in Members. Nothing in it was changed.", refused.Refusal?.Why);
        await AssertSameAsync(before, talk.Database);
    }

    [Fact]
    public async Task A_copy_that_is_not_the_same_is_thrown_away_and_says_where()
    {
        await using var talk = await Scene.StartAsync(TestDatabases.Sqlite(), "ada", "bob");
        await using var second = await TestDatabases.Sqlite().MigratedAsync();
        var refused = await CopyAsync(talk.Database, second, bulk: new ForgetfulCopy(second.Get<IBulkCopy>()));
        Assert.Equal("The copy is not the same, and was thrown away: Members 2 has another Email.", refused.Refusal?.Why);
        await using var db = await second.OpenAsync();
        Assert.Equal(0, await db.Members.CountAsync(GuideDatabase.Cancelled));
    }

    private static Task<Outcome<CopiedDatabase>> CopyAsync(
        GuideDatabase from, GuideDatabase to, IProgress<(long Done, long All)>? progress = null, IBulkCopy? bulk = null) =>
        from.Get<CopyDatabase>().RunAsync(
            new CopyTarget
            {
                Databases = to.Get<IDbContextFactory<GuideDb>>(),
                Bulk = bulk ?? to.Get<IBulkCopy>(),
                Storage = to.Get<IStorage>(),
                Turns = to.Get<SchemaTurn>(),
            },
            progress ?? new Progress<(long Done, long All)>(), GuideDatabase.Cancelled);

    private static async Task<Dictionary<string, List<object?[]>>> RowsAsync(GuideDatabase database)
    {
        await using var db = await database.OpenAsync();
        await db.Database.OpenConnectionAsync(GuideDatabase.Cancelled);
        var rows = new Dictionary<string, List<object?[]>>(StringComparer.Ordinal);
        foreach (var table in BulkTable.All(db))
        {
            rows[table.Name] = await table.ReadAsync(db, database.Get<IBulkCopy>(), GuideDatabase.Cancelled)
                .ToListAsync(GuideDatabase.Cancelled);
        }

        return rows;
    }

    private static async Task AssertSameAsync(Dictionary<string, List<object?[]>> before, GuideDatabase database)
    {
        await using var db = await database.OpenAsync();
        var after = await RowsAsync(database);
        foreach (var table in BulkTable.All(db))
        {
            Assert.Equal(before[table.Name].Count, after[table.Name].Count);
            foreach (var (one, other) in before[table.Name].Zip(after[table.Name]))
            {
                Assert.All(table.Columns.Index(), column => Assert.True(
                    column.Item.AreSame(one[column.Index], other[column.Index]), $"{table.Name}.{column.Item.Name}"));
            }
        }
    }

    private static string NewFile(out string file) =>
        file = Path.Combine(Path.GetTempPath(), $"llmguide-copy-{Guid.NewGuid():N}.db");

    /// <summary>Writes once, in the middle of the copying.</summary>
    private sealed class Writer(GuideDatabase database) : IProgress<(long Done, long All)>
    {
        private bool _done;

        public void Report((long Done, long All) value)
        {
            if (!_done)
            {
                _done = true;
                using var db = database.Get<IDbContextFactory<GuideDb>>().CreateDbContext();
                db.Add(new Member { UserName = "late", NormalizedUserName = "LATE", UnsubscribeKey = Guid.NewGuid() });
                db.SaveChanges();
            }
        }
    }

    /// <summary>Loses something of one row.</summary>
    private sealed class ForgetfulCopy(IBulkCopy real) : IBulkCopy
    {
        public Task<IDbContextTransaction> BeginReadingAsync(GuideDb db, CancellationToken cancellationToken) =>
            real.BeginReadingAsync(db, cancellationToken);

        public Task<IDbContextTransaction> BeginFillingAsync(GuideDb db, CancellationToken cancellationToken) =>
            real.BeginFillingAsync(db, cancellationToken);

        public Task FillAsync(GuideDb db, BulkTable table, IAsyncEnumerable<object?[]> rows, CancellationToken cancellationToken) =>
            real.FillAsync(db, table, rows.Select((row, index) => index == 1 ? Without(table, row) : row), cancellationToken);

        public Task FinishAsync(GuideDb db, CancellationToken cancellationToken) => real.FinishAsync(db, cancellationToken);

        public Task<long?> LastNumberAsync(GuideDb db, BulkTable table, CancellationToken cancellationToken) =>
            real.LastNumberAsync(db, table, cancellationToken);

        public Task NumberFromAsync(GuideDb db, BulkTable table, long last, CancellationToken cancellationToken) =>
            real.NumberFromAsync(db, table, last, cancellationToken);

        public string InByteOrder(BulkColumn column) => real.InByteOrder(column);

        private static object?[] Without(BulkTable table, object?[] row) =>
            [.. row.Select((value, at) => table.Columns[at].Name == "Email" ? null : value)];
    }
}

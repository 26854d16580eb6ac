using LlmGuide.Core.Search.Index;
using LlmGuide.Core.Tests.Databases;

using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Tests.Search;

/// <summary>SQLite reads on, whatever becomes of whoever asked: its driver stops nothing by itself.</summary>
public sealed class StoppedSearchTests
{
    [Fact]
    public async Task A_token_stops_what_SQLite_would_read_for_ever()
    {
        await using var database = await TestDatabases.Sqlite().MigratedAsync();
        await using var db = await database.OpenAsync();
        using var stop = new CancellationTokenSource();
        await db.Database.OpenConnectionAsync(GuideDatabase.Cancelled);
        ((SqliteConnection)db.Database.GetDbConnection()).CreateFunction("stop", () =>
        {
            stop.Cancel();
            return 1;
        });
        await using var stopping = database.Get<ITextIndex>().StopWith(db, stop.Token);
        var stopped = await Assert.ThrowsAsync<SqliteException>(() => db.Database.ExecuteSqlRawAsync(
            "WITH RECURSIVE n(i) AS (SELECT stop() UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n", GuideDatabase.Cancelled));
        Assert.Equal(9, stopped.SqliteErrorCode);
    }
}

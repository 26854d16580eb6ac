using System.Runtime.Versioning;

using LlmGuide.Core.Data;
using LlmGuide.Core.Data.Columns;
using LlmGuide.Core.Data.Storage;
using LlmGuide.Core.Members;
using LlmGuide.Core.Tests.Databases;

using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Tests.Data;

/// <summary>
/// What becomes of a database whose file is taken away, replaced, locked or somebody else's. By themselves: a test that ends closes what
/// the pools hold of every file, and these need theirs open.
/// </summary>
[CollectionDefinition(nameof(SqliteStorageTests), DisableParallelization = true)]
[Collection(nameof(SqliteStorageTests))]
public sealed class SqliteStorageTests : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("llmguide-storage-");
    private readonly GuideDatabase _database;

    public SqliteStorageTests() => _database = Open();

    private string File => Path.Combine(_folder.FullName, "guide.db");

    private string Elsewhere => Path.Combine(_folder.FullName, "elsewhere.db");

    [Fact]
    public async Task What_is_written_to_a_file_that_was_deleted_is_refused_and_no_other_file_appears()
    {
        await _database.MigratedAsync();
        await AddKeyAsync("before");
        System.IO.File.Delete(File);

        await IsRefusedAsync();
        Assert.False(System.IO.File.Exists(File));
    }

    [Fact]
    public async Task What_is_written_to_a_file_that_was_replaced_is_refused_until_it_is_put_back()
    {
        await _database.MigratedAsync();
        await AddKeyAsync("before");
        System.IO.File.Move(File, Elsewhere);
        System.IO.File.Copy(Elsewhere, File);

        await IsRefusedAsync();
        System.IO.File.Move(Elsewhere, File, overwrite: true);
        await AddKeyAsync("after");
        Assert.Null((await ReadyAsync()).Fault);
        Assert.Equal(["after", "before"], await KeysAsync());
    }

    /// <summary>As <c>cp</c> does it: the file has the same name and the same number on the disk.</summary>
    [Theory]
    [InlineData("nothing")]
    [InlineData("garbage")]
    [InlineData("another")]
    public async Task What_is_written_to_a_file_that_was_written_over_is_refused_and_no_empty_database_appears(string with)
    {
        await _database.MigratedAsync();
        await AddKeyAsync("before");
        Past("PRAGMA wal_checkpoint(TRUNCATE)");
        await AddKeyAsync("seen");
        byte[] content = with switch { "nothing" => [], "garbage" => new byte[100_000], _ => await AnotherAsync() };
        await System.IO.File.WriteAllBytesAsync(File, content, GuideDatabase.Cancelled);

        await IsRefusedAsync();
        Assert.Equal(content, await System.IO.File.ReadAllBytesAsync(File, GuideDatabase.Cancelled));
    }

    [Fact]
    public async Task What_is_written_to_a_log_that_was_deleted_is_refused()
    {
        await _database.MigratedAsync();
        await AddKeyAsync("before");
        System.IO.File.Delete(File + "-wal");

        var refused = await Assert.ThrowsAnyAsync<Exception>(() => AddKeyAsync("lost"));
        Assert.Equal(DatabaseFault.Moved, _database.Get<IDatabaseFaults>().Classify(refused));
    }

    [Fact]
    public async Task New_connections_do_not_open_a_file_that_was_put_in_the_place_of_the_other()
    {
        await _database.MigratedAsync();
        await AddKeyAsync("before");
        System.IO.File.Move(File, Elsewhere);
        System.IO.File.Copy(Elsewhere, File);
        SqliteConnection.ClearAllPools();

        var refused = await Assert.ThrowsAnyAsync<Exception>(KeysAsync);
        Assert.Equal(DatabaseFault.Moved, _database.Get<IDatabaseFaults>().Classify(refused));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_database_that_is_gone_is_missed_and_not_made_anew(bool emptied)
    {
        await _database.MigratedAsync();
        SqliteConnection.ClearAllPools();
        System.IO.File.Delete(File);
        if (emptied)
        {
            await System.IO.File.WriteAllBytesAsync(File, [], GuideDatabase.Cancelled);
        }

        await using var next = Open();
        var missed = await Assert.ThrowsAsync<StorageException>(() => next.MigratedAsync());
        Assert.Matches(
            $"^There was a database at {File} since [0-9-]+, and it is gone or empty. "
            + $"Restore a backup, or delete {File}-made to begin with an empty one.$",
            missed.Message);
        Assert.False(System.IO.File.Exists(File) && new FileInfo(File).Length > 0);

        System.IO.File.Delete(File + "-made");
        await next.MigratedAsync();
        Assert.Null((await next.Get<Readiness>().CheckAsync(GuideDatabase.Cancelled)).Fault);
    }

    [Fact]
    public async Task A_backup_is_taken_back()
    {
        await _database.MigratedAsync();
        SqliteConnection.ClearAllPools();
        System.IO.File.Move(File, Elsewhere);
        System.IO.File.Move(Elsewhere, File);

        await using var next = Open();
        await next.MigratedAsync();
        Assert.Null((await next.Get<Readiness>().CheckAsync(GuideDatabase.Cancelled)).Fault);
    }

    [Fact]
    public async Task The_database_of_another_program_is_refused_and_left_as_it_is()
    {
        Past("CREATE TABLE foo (bar)");
        var refused = await Assert.ThrowsAsync<StorageException>(() => _database.MigratedAsync());

        Assert.Equal($"The database {File} belongs to another program, and nothing in it was changed. Name another file.", refused.Message);
        Assert.Equal(["foo"], Past("SELECT group_concat(name) FROM sqlite_master"));
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task A_database_is_for_its_owner_alone_and_one_that_others_could_read_is_closed_to_them()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        await _database.MigratedAsync();
        await AddKeyAsync("before");
        Assert.All(["", "-wal", "-shm", "-made"], end => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, Mode(end)));

        SetMode(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        await _database.Get<IStorage>().PrepareAsync(GuideDatabase.Cancelled);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead, Mode(""));
    }

    [Fact]
    public async Task A_database_that_another_program_keeps_locked_is_busy_and_those_who_ask_wait_together()
    {
        await _database.MigratedAsync();
        await using var other = new SqliteConnection($"Data Source={File};Pooling=False");
        await other.OpenAsync(GuideDatabase.Cancelled);
        await using var locked = await other.BeginTransactionAsync(GuideDatabase.Cancelled);
        var asked = Enumerable.Range(0, 10).Select(_ => _database.Get<Readiness>().CheckAsync(GuideDatabase.Cancelled)).ToList();
        Assert.Empty(await KeysAsync());
        _database.Clock.Advance(Readiness.Limit);

        Assert.All(await Task.WhenAll(asked), report => Assert.Equal(DatabaseFault.Busy, report.Fault));
    }

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private GuideDatabase Open() => TestDatabases.Sqlite($"Data Source={File}", () => { });

    private async Task IsRefusedAsync()
    {
        var refusals = new[]
        {
            await Assert.ThrowsAnyAsync<Exception>(() => AddKeyAsync("lost")),
            await Assert.ThrowsAnyAsync<Exception>(() => _database.Get<Writing>().RunShortAsync(Key("lost"), GuideDatabase.Cancelled)),
            await Assert.ThrowsAnyAsync<Exception>(DeleteKeysAsync),
        };

        Assert.All(refusals, refused => Assert.Equal(DatabaseFault.Moved, _database.Get<IDatabaseFaults>().Classify(refused)));
        Assert.Equal(DatabaseFault.Moved, (await ReadyAsync()).Fault);
    }

    private Task<ReadinessReport> ReadyAsync()
    {
        // What was found out less than a second ago is said again.
        _database.Clock.Advance(TimeSpan.FromSeconds(1));
        return _database.Get<Readiness>().CheckAsync(GuideDatabase.Cancelled);
    }

    private static async Task<byte[]> AnotherAsync()
    {
        var file = Path.GetTempFileName();
        try
        {
            await using (var other = TestDatabases.Sqlite($"Data Source={file};Pooling=false", () => { }))
            {
                await other.MigratedAsync();
            }

            return await System.IO.File.ReadAllBytesAsync(file, GuideDatabase.Cancelled);
        }
        finally
        {
            System.IO.File.Delete(file + "-made");
            System.IO.File.Delete(file);
        }
    }

    /// <summary>One row, so that no transaction is begun for it.</summary>
    private async Task AddKeyAsync(string name)
    {
        await using var db = await _database.OpenAsync();
        await Key(name)(db);
        await db.SaveChangesAsync(GuideDatabase.Cancelled);
    }

    private async Task DeleteKeysAsync()
    {
        await using var db = await _database.OpenAsync();
        await db.ProtectionKeys.ExecuteDeleteAsync(GuideDatabase.Cancelled);
    }

    private async Task<List<string>> KeysAsync()
    {
        await using var db = await _database.OpenAsync();
        return await db.ProtectionKeys.Select(key => key.Name).Order().ToListAsync(GuideDatabase.Cancelled);
    }

    private static Func<GuideDb, Task<Outcome<int>>> Key(string name) => db =>
    {
        db.ProtectionKeys.Add(new ProtectionKey { Name = name, Xml = "<key />" });
        return Task.FromResult<Outcome<int>>(0);
    };

    /// <summary>Asks or changes the file past the guide.</summary>
    private List<string> Past(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar() is string text ? [text] : [];
    }

    [UnsupportedOSPlatform("windows")]
    private UnixFileMode Mode(string end) => System.IO.File.GetUnixFileMode(File + end);

    [UnsupportedOSPlatform("windows")]
    private void SetMode(UnixFileMode mode) => System.IO.File.SetUnixFileMode(File, mode);
}

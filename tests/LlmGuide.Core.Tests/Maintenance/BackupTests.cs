using System.Collections.Concurrent;
using System.IO.Compression;
using System.Runtime.CompilerServices;

using LlmGuide.Core.Data;
using LlmGuide.Core.Data.Storage;
using LlmGuide.Core.Mail;
using LlmGuide.Core.Maintenance.Backups;
using LlmGuide.Core.Tests.Databases;
using LlmGuide.Core.Tests.Discussion;

using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Tests.Maintenance;

public sealed class SqliteBackupTests : BackupTests
{
    protected override GuideDatabase Create() => TestDatabases.Sqlite();

    /// <summary>The running application has connections open.</summary>
    [Fact]
    public async Task A_database_that_is_in_use_is_not_replaced()
    {
        await using var talk = await Scene.StartAsync(Create(), "ada");
        await BackUpAsync(talk.Database);
        await using var db = await talk.Database.OpenAsync();
        await db.Database.OpenConnectionAsync(GuideDatabase.Cancelled);
        await RefusesAsync(talk.Database, File, "The database is in use: stop the application, then restore. Nothing was changed.");
    }

    [Fact]
    public async Task A_sound_file_of_another_program_is_refused_as_that()
    {
        await using var database = await Create().MigratedAsync();
        await BackUpAsync(database);
        await using (var other = new SqliteConnection($"Data Source={PathOf("other.db")};Pooling=false"))
        {
            await other.OpenAsync(GuideDatabase.Cancelled);
            await using var command = other.CreateCommand();
            command.CommandText = "CREATE TABLE Notes (Id INTEGER PRIMARY KEY)";
            await command.ExecuteNonQueryAsync(GuideDatabase.Cancelled);
        }

        await ReplaceContentAsync(await System.IO.File.ReadAllBytesAsync(PathOf("other.db"), GuideDatabase.Cancelled), rightHash: true);
        await RefusesAsync(database, File, "The database in it belongs to another program.");
    }

    [Fact]
    public async Task A_database_that_is_damaged_is_not_backed_up_as_if_it_were_sound()
    {
        await using var talk = await Scene.StartAsync(Create(), "ada");
        await talk.SayAsync("ada", await talk.ConversationAsync());
        await using (var db = await talk.Database.OpenAsync())
        {
            await db.Database.OpenConnectionAsync(GuideDatabase.Cancelled);
            await db.Database.ExecuteSqlAsync($"PRAGMA foreign_keys = OFF", GuideDatabase.Cancelled);
            await db.Database.ExecuteSqlAsync($"DELETE FROM Conversations", GuideDatabase.Cancelled);
            await db.Database.ExecuteSqlAsync($"PRAGMA foreign_keys = ON", GuideDatabase.Cancelled);
        }

        var refused = await Assert.ThrowsAsync<StorageException>(() => BackUpAsync(talk.Database));
        Assert.Matches(@"^The database is damaged: a row of \w+ refers to one that is not there\.$", refused.Message);
        Assert.False(System.IO.File.Exists(File));
    }
}

public sealed class PostgreSqlBackupTests : BackupTests
{
    protected override GuideDatabase Create() => TestDatabases.PostgreSql();
}

/// <summary>What is in a backup comes back, and what is no whole backup of this version changes nothing: on each database.</summary>
public abstract class BackupTests : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("llmguide-backup-");

    protected string File => PathOf("guide.zip");

    [Fact]
    public async Task What_was_written_before_comes_back_and_what_was_written_since_is_kept_beside()
    {
        await using var talk = await Scene.StartAsync(Create(), "ada");
        await BackUpAsync(talk.Database);
        await talk.JoinAsync("late");
        var restored = await RestoreAsync(talk.Database, File);
        await using var db = await talk.Database.OpenAsync();
        await using var again = TestDatabases.Again(db);
        Assert.Equal(["ada"], await MembersAsync(again));
        Assert.NotNull(restored.Before);
        Assert.Contains("Secrets", restored.Manifest.Contains);

        // Once more: what was kept stays.
        again.Clock.Advance(TimeSpan.FromMinutes(1));
        var kept = (string?[])[restored.Before, (await RestoreAsync(again, File)).Before];
        Assert.Equal(2, kept.Distinct().Count());
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
        }

        Assert.Equal([File], Directory.GetFiles(_folder.FullName));
        await RemoveAsync(db, kept);
    }

    [Fact]
    public async Task A_backup_that_is_made_while_people_write_has_everything_from_before_and_nothing_by_half()
    {
        await using var talk = await Scene.StartAsync(Create(), "ada");
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(GuideDatabase.Cancelled);
        var (written, begun) = (new ConcurrentBag<string>(), new TaskCompletionSource());
        var people = Enumerable.Range(0, 3).Select(person => Task.Run(() => WriteAsync(person), GuideDatabase.Cancelled)).ToList();
        await begun.Task.WaitAsync(GuideDatabase.Cancelled);
        var before = written.ToHashSet(StringComparer.Ordinal);
        await BackUpAsync(talk.Database);
        await enough.CancelAsync();
        await Task.WhenAll(people);

        var restored = await RestoreAsync(talk.Database, File);
        await using var db = await talk.Database.OpenAsync();
        await using var again = TestDatabases.Again(db);
        await using (var there = await again.OpenAsync())
        {
            var mails = await there.Mails.GroupBy(mail => mail.To).Select(to => new { to.Key, Count = to.Count() })
                .ToListAsync(GuideDatabase.Cancelled);
            Assert.All(mails, mail => Assert.Equal((mail.Key, 2), (mail.Key, mail.Count)));
            Assert.Superset(before, mails.Select(mail => mail.Key).ToHashSet(StringComparer.Ordinal));
            Assert.Subset(written.ToHashSet(StringComparer.Ordinal), mails.Select(mail => mail.Key).ToHashSet(StringComparer.Ordinal));
        }

        await RemoveAsync(db, [restored.Before]);

        // Two rows in one transaction, again and again.
        async Task WriteAsync(int person)
        {
            for (var number = 0; !enough.IsCancellationRequested; number++)
            {
                var (to, content) = ($"{person}-{number}@example.org", new MailContent("Subject", "Text", "<p>Text</p>"));
                await talk.Database.Get<Writing>().RunAsync<Done>(
                    db =>
                    {
                        db.AddRange(Enumerable.Range(0, 2).Select(_ => OutgoingMail.For(to, content, talk.Database.Clock.GetUtcNow())));
                        return Task.FromResult<Outcome<Done>>(default(Done));
                    },
                    GuideDatabase.Cancelled);
                written.Add(to);
                if (number == 10)
                {
                    begun.TrySetResult();
                }
            }
        }
    }

    [Fact]
    public async Task A_file_that_is_cut_off_has_a_turned_bit_or_is_foreign_is_refused_and_nothing_is_changed()
    {
        await using var talk = await Scene.StartAsync(Create(), "ada");
        await BackUpAsync(talk.Database);
        var whole = await System.IO.File.ReadAllBytesAsync(File, GuideDatabase.Cancelled);
        foreach (var length in (int[])[0, 10, whole.Length / 2, whole.Length - 1])
        {
            await RefusesAsync(talk.Database, await WrittenAsync(whole[..length]), "is no backup of LlmGuide");
        }

        var content = await ContentAsync();
        foreach (var at in Enumerable.Range(1, 9).Select(part => content.Length * part / 10))
        {
            content[at] ^= 4;
            await ReplaceContentAsync(content, rightHash: false);
            await RefusesAsync(talk.Database, File, "is damaged: the hash of what is in it is not the one that it names.");
            content[at] ^= 4;
        }

        await RefusesAsync(talk.Database, await WrittenAsync("Dear diary"u8.ToArray()), "is no backup of LlmGuide");
        await RefusesAsync(talk.Database, PathOf("none.zip"), "cannot be restored");
    }

    [Fact]
    public async Task A_backup_of_a_newer_version_is_refused_and_nothing_is_changed()
    {
        await using var talk = await Scene.StartAsync(Create(), "ada");
        await using (var db = await talk.Database.OpenAsync())
        {
            await db.Database.ExecuteSqlAsync(
                FormattableStringFactory.Create("INSERT INTO \"__EFMigrationsHistory\" VALUES ('29990101000000_Future', '99.0')"),
                GuideDatabase.Cancelled);
        }

        await BackUpAsync(talk.Database);
        await RefusesAsync(talk.Database, File, "was written by another version of LlmGuide");
    }

    [Fact]
    public async Task A_backup_is_never_written_over()
    {
        await using var database = await Create().MigratedAsync();
        await System.IO.File.WriteAllTextAsync(File, "mine", GuideDatabase.Cancelled);
        var refused = await Assert.ThrowsAsync<StorageException>(() => BackUpAsync(database));
        Assert.EndsWith("is there already, and was not overwritten.", refused.Message);
        Assert.Equal("mine", await System.IO.File.ReadAllTextAsync(File, GuideDatabase.Cancelled));
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    protected abstract GuideDatabase Create();

    protected string PathOf(string file) => Path.Combine(_folder.FullName, file);

    protected Task BackUpAsync(GuideDatabase database) => database.Get<BackUpDatabase>().RunAsync(File, GuideDatabase.Cancelled);

    protected async Task RefusesAsync(GuideDatabase database, string file, string why)
    {
        var before = await MembersAsync(database);
        var refused = await Assert.ThrowsAsync<StorageException>(() => RestoreAsync(database, file));
        Assert.Contains(why, refused.Message);
        Assert.DoesNotContain("\n", refused.Message);
        Assert.Equal(before, await MembersAsync(database));
    }

    /// <summary>Puts another database into the backup.</summary>
    /// <param name="rightHash">As somebody would who makes a backup by hand; or as it comes about by itself.</param>
    protected async Task ReplaceContentAsync(byte[] content, bool rightHash)
    {
        await using var zip = await ZipFile.OpenAsync(File, ZipArchiveMode.Update, GuideDatabase.Cancelled);
        var (database, manifest) = (zip.Entries.Single(entry => entry.Name.StartsWith("guide.")), zip.GetEntry("backup.json")!);
        string text;
        using (var reader = new StreamReader(await manifest.OpenAsync(GuideDatabase.Cancelled)))
        {
            text = await reader.ReadToEndAsync(GuideDatabase.Cancelled);
        }

        var name = database.Name;
        database.Delete();
        manifest.Delete();
        await using (var target = await zip.CreateEntry(name).OpenAsync(GuideDatabase.Cancelled))
        {
            await target.WriteAsync(content, GuideDatabase.Cancelled);
        }

        var said = System.Text.Json.Nodes.JsonNode.Parse(text)!;
        if (rightHash)
        {
            (said["bytes"], said["sha256"]) =
                (content.Length, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content)));
        }

        await using var writer = new StreamWriter(await zip.CreateEntry("backup.json").OpenAsync(GuideDatabase.Cancelled));
        await writer.WriteAsync(said.ToJsonString());
    }

    private async Task<byte[]> ContentAsync()
    {
        await using var zip = await ZipFile.OpenReadAsync(File, GuideDatabase.Cancelled);
        await using var content = await zip.Entries.Single(entry => entry.Name.StartsWith("guide.")).OpenAsync(GuideDatabase.Cancelled);
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes, GuideDatabase.Cancelled);
        return bytes.ToArray();
    }

    private static async Task<RestoredBackup> RestoreAsync(GuideDatabase database, string file)
    {
        SqliteConnection.ClearAllPools();
        return await database.Get<RestoreDatabase>().RunAsync(file, GuideDatabase.Cancelled);
    }

    private static async Task<string?[]> MembersAsync(GuideDatabase database)
    {
        await using var db = await database.OpenAsync();
        return await db.Members.OrderBy(member => member.Id).Select(member => member.UserName).ToArrayAsync(GuideDatabase.Cancelled);
    }

    private async Task<string> WrittenAsync(byte[] bytes)
    {
        await System.IO.File.WriteAllBytesAsync(PathOf("changed.zip"), bytes, GuideDatabase.Cancelled);
        return PathOf("changed.zip");
    }

    private static async Task RemoveAsync(GuideDb db, string?[] kept)
    {
        foreach (var before in kept)
        {
            if (db.Database.IsSqlite())
            {
                System.IO.File.Delete(before!);
            }
            else
            {
                await TestServer.DropAsync(before!);
            }
        }
    }
}

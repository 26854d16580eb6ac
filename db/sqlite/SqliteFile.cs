using Microsoft.Data.Sqlite;

using SQLitePCL;

namespace LlmGuide.Db.Sqlite;

/// <summary>
/// The file: where it is, and the connection to use. How it can be opened is found out by opening it,
/// and again when it can be written once more.
/// </summary>
internal sealed class SqliteFile
{
    /// <summary>
    /// How long a write waits for other processes, unless the settings say something else: what SQLite's driver takes as seconds.
    /// </summary>
    private const int BusySeconds = 5;

    private const string TimeoutKey = "Default Timeout";

    private readonly string[] _ways;
    private string? _current;

    public SqliteFile(string connectionString)
    {
        var settings = new SqliteConnectionStringBuilder(connectionString);
        if (!settings.ShouldSerialize(TimeoutKey))
        {
            settings.DefaultTimeout = BusySeconds;
        }

        (Settings, Path) = (settings, PathOf(settings.DataSource));
        Write = With(settings, SqliteOpenMode.ReadWrite);
        Read = With(settings, SqliteOpenMode.ReadOnly);
        Immutable = ImmutableOf(settings, Path);
        _ways = settings.Mode == SqliteOpenMode.ReadOnly ? [Read, Immutable] : [Write, Read, Immutable];
    }

    public SqliteConnectionStringBuilder Settings { get; }

    public string Path { get; }

    /// <summary>The usual way. It makes no file: only a start that finds none does that.</summary>
    public string Write { get; }

    /// <summary>A file that cannot be written is opened for reading, so that pages are still served.</summary>
    public string Read { get; }

    /// <summary>
    /// Where SQLite cannot make the shared memory that WAL needs, in a folder that cannot be written or on a full disk, the file is
    /// declared immutable (https://www.sqlite.org/wal.html#read_only_databases).
    /// </summary>
    public string Immutable { get; }

    /// <summary>The way that works.</summary>
    public string Current => _current ??= Array.Find(_ways, CanRead) ?? _ways[0];

    /// <summary>Whether the settings ask for no more than reading.</summary>
    public bool IsForReading => Settings.Mode == SqliteOpenMode.ReadOnly;

    /// <summary>Whether a connection is one of the guide's own ways, which can take the place of one another.</summary>
    public bool IsWay(string connectionString) => Array.IndexOf(_ways, connectionString) >= 0;

    /// <summary>A write went through: connections are opened for writing from now on.</summary>
    /// <returns>Whether they were not.</returns>
    public bool HasBeenWritten() => Interlocked.Exchange(ref _current, Write) is { } before && before != Write;

    /// <summary>A connection of one's own that ends with its use, such as <see cref="Write"/> has it.</summary>
    public static SqliteConnection Unpooled(string connectionString) =>
        new(new SqliteConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);

    private bool CanRead(string way)
    {
        // What is only in the write-ahead log would be missing, without a word.
        if (way == Immutable && new FileInfo(Path + "-wal") is { Exists: true, Length: > 0 })
        {
            return false;
        }

        try
        {
            using var connection = Unpooled(way);
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT count(*) FROM sqlite_master";
            command.ExecuteScalar();
            return way != Write || raw.sqlite3_db_readonly(connection.Handle, "main") == 0;
        }
        catch (SqliteException)
        {
            // If none works, whoever opens the first one says why.
            return false;
        }
    }

    private static string With(SqliteConnectionStringBuilder settings, SqliteOpenMode mode) =>
        new SqliteConnectionStringBuilder(settings.ConnectionString) { Mode = mode }.ConnectionString;

    private static string ImmutableOf(SqliteConnectionStringBuilder settings, string path) =>
        new SqliteConnectionStringBuilder(settings.ConnectionString)
        {
            Mode = SqliteOpenMode.ReadOnly,
            DataSource = $"file:{Uri.EscapeDataString(path).Replace("%2F", "/", StringComparison.Ordinal)}?immutable=1",
        }.ConnectionString;

    /// <summary>Of a plain name or of a URI (https://www.sqlite.org/uri.html).</summary>
    private static string PathOf(string dataSource)
    {
        const string Scheme = "file:";
        if (!dataSource.StartsWith(Scheme, StringComparison.Ordinal))
        {
            return System.IO.Path.GetFullPath(dataSource);
        }

        var path = dataSource[Scheme.Length..].Split('?', '#')[0];
        path = path.StartsWith("//", StringComparison.Ordinal) && path.IndexOf('/', 2) is > 0 and var root ? path[root..] : path;
        return System.IO.Path.GetFullPath(Uri.UnescapeDataString(path));
    }
}

using System.Diagnostics.CodeAnalysis;

using Microsoft.Data.Sqlite;

namespace LlmGuide.Db.Sqlite;

/// <summary>Finds out how the file can be opened.</summary>
internal static class SqliteFile
{
    /// <summary>
    /// The connection to use. A file that cannot be written is opened for reading, so that pages are still served. In a
    /// folder that cannot be written either, SQLite cannot make the shared memory that WAL needs; the file is then
    /// declared immutable (https://www.sqlite.org/wal.html#read_only_databases).
    /// </summary>
    public static SqliteConnectionStringBuilder Connection(string connectionString)
    {
        var connection = new SqliteConnectionStringBuilder(connectionString);
        if (connection.Mode is SqliteOpenMode.Memory or SqliteOpenMode.ReadOnly || !File.Exists(connection.DataSource) || CanWrite(connection.DataSource))
        {
            return connection;
        }

        connection.Mode = SqliteOpenMode.ReadOnly;
        if (!CanWriteIn(Path.GetDirectoryName(Path.GetFullPath(connection.DataSource))!))
        {
            connection.DataSource = $"file:{Uri.EscapeDataString(Path.GetFullPath(connection.DataSource)).Replace("%2F", "/", StringComparison.Ordinal)}?immutable=1";
        }

        return connection;
    }

    private static bool CanWrite(string file)
    {
        try
        {
            using var opened = new FileStream(file, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
            return true;
        }
        catch (Exception refused) when (refused is UnauthorizedAccessException or IOException)
        {
            return false;
        }
    }

    [SuppressMessage("Security", "CA5394", Justification = "The name of a probe file, not a secret.")]
    private static bool CanWriteIn(string folder)
    {
        try
        {
            using var probe = new FileStream(Path.Combine(folder, Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            return true;
        }
        catch (Exception refused) when (refused is UnauthorizedAccessException or IOException)
        {
            return false;
        }
    }
}

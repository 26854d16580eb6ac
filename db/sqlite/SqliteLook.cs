using LlmGuide.Core.Data.Storage;

using Microsoft.Data.Sqlite;

namespace LlmGuide.Db.Sqlite;

/// <summary>Looks a file over that nobody uses: whether it is a database of the guide, and sound.</summary>
internal static class SqliteLook
{
    /// <exception cref="StorageException">It is not, in one line.</exception>
    public static void Require(string path)
    {
        try
        {
            using var connection = SqliteFile.Unpooled(
                new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly }.ConnectionString);
            connection.Open();
            if (Ask(connection, "PRAGMA application_id") is not (long)SqliteStorage.ApplicationId)
            {
                throw new StorageException("The database in it belongs to another program.");
            }

            if (Ask(connection, "PRAGMA integrity_check(1)") is var said && said as string != "ok")
            {
                throw new StorageException($"The database is damaged: {said}");
            }

            if (Ask(connection, "SELECT \"table\" FROM pragma_foreign_key_check LIMIT 1") is string table)
            {
                throw new StorageException($"The database is damaged: a row of {table} refers to one that is not there.");
            }
        }
        catch (SqliteException damaged)
        {
            throw new StorageException($"The database is damaged: {damaged.Message}", damaged);
        }
    }

    private static object? Ask(SqliteConnection connection, string question)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants.
        command.CommandText = question;
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }
}

using LlmGuide.Core.Data;
using LlmGuide.Core.Data.Storage;
using LlmGuide.Db.PostgreSql;
using LlmGuide.Db.Sqlite;
using LlmGuide.Web.Settings.Health;
using LlmGuide.Web.Shared.Jobs;
using LlmGuide.Web.Shared.Sections;

using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

using Npgsql;

namespace LlmGuide.Web.Settings;

/// <summary>Which database the program works with. Read before all else, since it decides what is registered.</summary>
internal static class DatabaseSettings
{
    private const string ConnectionKey = "ConnectionStrings:Guide";
    internal const string DefaultConnection = "Data Source=db/llmguide.db";

    public static void AddGuideDatabase(this WebApplicationBuilder builder)
    {
        var options = builder.AddSection<DatabaseOptions>(DatabaseOptions.Section);
        builder.Services.AddSingleton<TextPreparation>().AddSingleton<DatabasePreparation>();
        if (options.Migrates)
        {
            // Beside the first readers: it reads every work, of which there may be a million, and changes nothing that they see.
            builder.Services.AddJob<TextPreparation>(
                "Renewing the keys of works", TimeSpan.FromDays(1), (texts, cancellationToken) => texts.RenewKeysAsync(cancellationToken),
                first: TimeSpan.Zero);
        }

        var connection = builder.Configuration[ConnectionKey];
        try
        {
            builder.Services.AddDatabase(
                options.Provider,
                options.Provider == DatabaseProvider.Sqlite && connection is not { Length: > 0 } ? DefaultConnection : connection);
        }
        catch (StartUpException wrong)
        {
            // Said with all else that is wrong: nothing starts without a database.
            builder.Services.AddOptions<DatabaseOptions>().Validate(_ => false, wrong.Message);
        }
    }

    /// <summary>Adds a database of either kind, with all that is known of it.</summary>
    /// <param name="connection">Where it is, as its driver has it.</param>
    /// <param name="key">Where that was set.</param>
    /// <exception cref="StartUpException">The connection is not one.</exception>
    public static IServiceCollection AddDatabase(
        this IServiceCollection services, DatabaseProvider provider, string? connection, string key = ConnectionKey)
    {
        services.ConfigureDbContext<GuideDb>(FailOnce);
        return provider == DatabaseProvider.Sqlite
            ? services.AddGuideSqlite(SqliteConnection(connection ?? "", key))
            : services.AddGuidePostgreSql(PostgreSqlConnection(connection, key));
    }

    private static string SqliteConnection(string text, string key)
    {
        const string Example = $"a SQLite connection string such as “{DefaultConnection}”";
        try
        {
            var connection = new SqliteConnectionStringBuilder(text);
            var file = connection.DataSource;
            if (connection.Mode == SqliteOpenMode.Memory || file is "" or ":memory:")
            {
                throw StartUpException.Setting(
                    key, text, $"{Example} (without a file, the content would be gone with each connection)");
            }

            if (!file.StartsWith("file:", StringComparison.Ordinal))
            {
                connection.DataSource = Path.GetFullPath(file, GuideFolders.Root);
                Directory.CreateDirectory(Path.GetDirectoryName(connection.DataSource)!);
            }

            return connection.ConnectionString;
        }
        catch (Exception wrong) when (wrong is ArgumentException or IOException or UnauthorizedAccessException)
        {
            throw StartUpException.Setting(key, text, $"{Example} ({wrong.Message})");
        }
    }

    private static string PostgreSqlConnection(string? text, string key)
    {
        const string Example = "a PostgreSQL connection string such as “Host=localhost;Database=llmguide;Username=llmguide”";
        try
        {
            return text is { Length: > 0 }
                ? new NpgsqlConnectionStringBuilder(text).ConnectionString
                : throw StartUpException.Setting(key, "", Example);
        }
        catch (ArgumentException)
        {
            // The value may hold a password: it is not repeated.
            throw StartUpException.Setting(key, "…", Example);
        }
    }

    // EF Core logs what fails and throws it too: whoever catches it says it once, in a sentence or with the request.
    private static void FailOnce(DbContextOptionsBuilder options) => options.ConfigureWarnings(events => events.Log(
        (RelationalEventId.ConnectionError, LogLevel.Debug),
        (RelationalEventId.CommandError, LogLevel.Debug),
        (RelationalEventId.TransactionError, LogLevel.Debug),
        (CoreEventId.QueryIterationFailed, LogLevel.Debug),
        (CoreEventId.SaveChangesFailed, LogLevel.Debug)));
}

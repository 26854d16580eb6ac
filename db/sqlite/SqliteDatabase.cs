using LlmGuide.Core.Data;
using LlmGuide.Core.Data.Bulk;
using LlmGuide.Core.Data.Storage;
using LlmGuide.Core.Search.Index;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace LlmGuide.Db.Sqlite;

/// <summary>Everything that the guide knows of SQLite starts here.</summary>
public static class SqliteDatabase
{
    /// <summary>Adds the database in the file of <paramref name="connectionString"/>, with its full-text index.</summary>
    public static IServiceCollection AddGuideSqlite(this IServiceCollection services, string connectionString)
    {
        services.AddPooledDbContextFactory<GuideDb>((given, options) => options
            .UseGuideSqlite(given.GetRequiredService<SqliteFile>().Write)
            .AddInterceptors(given.GetRequiredService<SqliteConnections>()));
        return services
            .AddLogging()
            .AddSingleton(_ => new SqliteFile(connectionString))
            .AddSingleton<SqliteAnchor>()
            .AddSingleton<SqliteConnections>()
            .AddSingleton<SqliteRecord>()
            .AddSingleton<IStorage, SqliteStorage>()
            .AddSingleton<IWriteOrder, SqliteWriteOrder>()
            .AddSingleton<IBulkCopy, SqliteBulkCopy>()
            .AddSingleton<IDump, SqliteDump>()
            .AddSingleton<IDatabaseFaults, SqliteFaults>()
            .AddSingleton<ITextIndex, SqliteTextIndex>();
    }

    public static DbContextOptionsBuilder UseGuideSqlite(this DbContextOptionsBuilder options, string connectionString) => options
        .UseSqlite(connectionString, sqlite => sqlite.MigrationsAssembly(typeof(SqliteDatabase).Assembly.GetName().Name))
        .UseTextIndexing()

        // All migrations are one transaction, and the lock is one that ends with its process (SqliteStorage).
        .ConfigureWarnings(warnings => warnings
            .Ignore(RelationalEventId.MigrationsUserTransactionWarning)
            .Throw(RelationalEventId.NonTransactionalMigrationOperationWarning))
        .ReplaceService<IMigrationsSqlGenerator, SqliteMigrationSql>()
        .ReplaceService<IModelCustomizer, SqliteModel>();
}

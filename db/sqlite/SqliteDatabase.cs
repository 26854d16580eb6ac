using LlmGuide.Core.Data;
using LlmGuide.Core.Search;

using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace LlmGuide.Db.Sqlite;

/// <summary>Everything that the guide knows of SQLite starts here.</summary>
public static class SqliteDatabase
{
    /// <summary>Adds the database in the file of <paramref name="connectionString"/>, with its full-text index.</summary>
    public static IServiceCollection AddGuideSqlite(this IServiceCollection services, string connectionString)
    {
        var connection = SqliteFile.Connection(connectionString);
        services.AddPooledDbContextFactory<GuideDb>(options => options.UseGuideSqlite(connection));
        return services.AddSingleton<IWriteOrder, SqliteWriteOrder>().AddSingleton<IDatabaseFaults, SqliteFaults>().AddSingleton<ITextIndex, SqliteTextIndex>();
    }

    public static DbContextOptionsBuilder UseGuideSqlite(this DbContextOptionsBuilder options, SqliteConnectionStringBuilder connection) => options
        .UseSqlite(connection.ConnectionString, sqlite => sqlite.MigrationsAssembly(typeof(SqliteDatabase).Assembly.GetName().Name))
        .AddInterceptors(new SqlitePragmas(connection.Mode == SqliteOpenMode.ReadOnly))
        .UseTextIndexing()
        // A migration that makes a table anew turns the foreign keys off, which no transaction can hold. There is nothing to do about it.
        .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.NonTransactionalMigrationOperationWarning))
        .ReplaceService<IModelCustomizer, SqliteModel>();
}

using LlmGuide.Core.Data;
using LlmGuide.Core.Data.Bulk;
using LlmGuide.Core.Data.Storage;
using LlmGuide.Core.Search.Index;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LlmGuide.Db.PostgreSql;

/// <summary>Everything that the guide knows of PostgreSQL starts here.</summary>
public static class PostgreSqlDatabase
{
    /// <summary>Adds the database that <paramref name="connectionString"/> leads to, with its full-text index.</summary>
    public static IServiceCollection AddGuidePostgreSql(this IServiceCollection services, string connectionString)
    {
        services.AddPooledDbContextFactory<GuideDb>(options => options.UseGuidePostgreSql(connectionString));
        return services
            .AddSingleton<IStorage>(
                given => new PostgreSqlStorage(given.GetRequiredService<IDbContextFactory<GuideDb>>(), connectionString))
            .AddSingleton<IWriteOrder, NoWriteOrder>()
            .AddSingleton<IBulkCopy, PostgreSqlBulkCopy>()
            .AddSingleton<IDump>(given => new PostgreSqlDump(connectionString, given.GetRequiredService<TimeProvider>()))
            .AddSingleton<IDatabaseFaults, PostgreSqlFaults>()
            .AddSingleton<ITextIndex, PostgreSqlTextIndex>();
    }

    public static DbContextOptionsBuilder UseGuidePostgreSql(this DbContextOptionsBuilder options, string connectionString) =>
        options.UseNpgsql(connectionString, npgsql => npgsql.MigrationsAssembly(typeof(PostgreSqlDatabase).Assembly.GetName().Name))
            .UseTextIndexing();
}

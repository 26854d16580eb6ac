using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Architecture.Tests;

/// <summary>Neither database has drifted from the model. No server is asked: the model is compared with the last snapshot.</summary>
public sealed class MigrationTests
{
    [Fact]
    public void SQLite_has_a_migration_for_every_change_of_the_model() =>
        NothingPending(new Db.Sqlite.DesignTime().CreateDbContext([]), "db/sqlite");

    [Fact]
    public void PostgreSQL_has_a_migration_for_every_change_of_the_model() =>
        NothingPending(new Db.PostgreSql.DesignTime().CreateDbContext([]), "db/postgresql");

    private static void NothingPending(GuideDb context, string folder)
    {
        using var db = context;
        Assert.False(
            db.Database.HasPendingModelChanges(),
            $"The model has changed. Run: (cd {folder} && dotnet ef migrations add NAME -o Migrations)");
    }
}

using System.Reflection;

using LlmGuide.Core;
using LlmGuide.Core.Data;
using LlmGuide.Web;
using LlmGuide.Web.Shared.Delivery;

using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LlmGuide.Architecture.Tests;

public sealed class HouseTests
{
    private static readonly string[] Uncached = ["NotFound", "Error"];

    private static readonly string[] Forbidden = ["Task", "Thread", "Path", "Index"];

    private static readonly string[] Endings = ["Manager", "Helper", "Util", "Base", "Service"];

    [Fact]
    public void Core_knows_no_database_provider_and_no_web_framework() => Assert.DoesNotContain(
        typeof(GuideDb).Assembly.GetReferencedAssemblies(),
        a => a.Name!.Contains("Sqlite", StringComparison.OrdinalIgnoreCase) || a.Name.Contains("Npgsql", StringComparison.Ordinal) || a.Name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));

    [Fact]
    public void SQLite_has_a_migration_for_every_change_of_the_model() =>
        NothingPending(new Db.Sqlite.DesignTime().CreateDbContext([]), "db/sqlite");

    [Fact]
    public void PostgreSQL_has_a_migration_for_every_change_of_the_model() =>
        NothingPending(new Db.PostgreSql.DesignTime().CreateDbContext([]), "db/postgresql");

    [Fact]
    public void Every_page_is_kept_for_readers_or_known_not_to_be() => Assert.All(
        typeof(GuideSite).Assembly.GetTypes().Where(t => t.GetCustomAttributes<RouteAttribute>().Any() && !Uncached.Contains(t.Name)),
        page => Assert.True(page.GetCustomAttribute<ReadingPageAttribute>() is not null, $"{page.Name} needs [ReadingPage]."));

    [Fact]
    public void Every_query_and_command_is_registered()
    {
        var registered = new ServiceCollection().AddGuideCore().Select(s => s.ServiceType).ToHashSet();
        Assert.All(
            typeof(GuideDb).Assembly.GetTypes().Where(t => t is { IsPublic: true, IsAbstract: false } && t.GetConstructors().Any(c => c.GetParameters().Any(p => p.ParameterType == typeof(IDbContextFactory<GuideDb>)))),
            query => Assert.Contains(query, registered));
    }

    [Fact]
    public void No_type_has_a_name_that_says_nothing_or_clashes() => Assert.DoesNotContain(
        typeof(GuideDb).Assembly.GetTypes().Concat(typeof(GuideSite).Assembly.GetTypes()).Where(t => t.Namespace?.StartsWith("LlmGuide", StringComparison.Ordinal) == true),
        t => Forbidden.Contains(t.Name) || Array.Exists(Endings, e => t.Name.EndsWith(e, StringComparison.Ordinal)));

    private static void NothingPending(GuideDb db, string folder)
    {
        using (db)
        {
            Assert.False(db.Database.HasPendingModelChanges(), $"The model changed: run “dotnet ef migrations add NAME -o Migrations” in {folder}.");
        }
    }
}

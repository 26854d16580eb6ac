using LlmGuide.Core.Data;

namespace LlmGuide.Architecture.Tests;

/// <summary>Who may touch a database, and which.</summary>
public sealed class DatabaseAccessTests
{
    private static readonly string[] Providers = ["Microsoft.Data.Sqlite", "SQLitePCL", "Npgsql"];

    /// <summary>A package of entities and stores, not a part of the framework.</summary>
    private const string IdentityStores = "Microsoft.AspNetCore.Identity.EntityFrameworkCore";

    /// <summary>The settings are read and the schema is made in Settings; a command line says which fault stopped it.</summary>
    private static readonly string[] MayTouch = ["LlmGuide.Web.Settings", "LlmGuide.Web.Cli"];

    [Fact]
    public void Core_knows_no_database_provider_and_no_web_framework() => Assert.DoesNotContain(
        typeof(GuideDb).Assembly.GetReferencedAssemblies().Where(assembly => assembly.Name != IdentityStores),
        assembly => assembly.Name!.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)
            || Providers.Append("Microsoft.EntityFrameworkCore.Sqlite")
                .Any(provider => assembly.Name.StartsWith(provider, StringComparison.Ordinal)));

    [Fact]
    public void No_page_component_or_endpoint_asks_a_database_itself() => GuideCode.Forbid(
        GuideCode.UsesFrom("LlmGuide.Web")
            .Where(use => !MayTouch.Any(room => GuideCode.Within(use.Origin, room)))
            .Where(use => use.Target.FullName == typeof(GuideDb).FullName
                || Providers.Append("Microsoft.EntityFrameworkCore").Any(library => GuideCode.Within(use.Target, library))));
}

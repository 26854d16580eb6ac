using ArchUnitNET.Domain;
using ArchUnitNET.Domain.Dependencies;
using ArchUnitNET.Loader;

using LlmGuide.Core.Data;
using LlmGuide.Db.PostgreSql;
using LlmGuide.Db.Sqlite;
using LlmGuide.Web;

namespace LlmGuide.Architecture.Tests;

/// <summary>What uses what in the four assemblies, as compiled: bodies of async methods and the markup of Razor files included.</summary>
internal static class GuideCode
{
    public static readonly IReadOnlyList<System.Reflection.Assembly> Assemblies =
        [typeof(GuideDb).Assembly, typeof(GuideSite).Assembly, typeof(SqliteDatabase).Assembly, typeof(PostgreSqlDatabase).Assembly];

    private static readonly ArchUnitNET.Domain.Architecture Compiled = new ArchLoader().LoadAssemblies([.. Assemblies]).Build();

    /// <summary>Every use of one type by another, from a namespace or one below it.</summary>
    public static IEnumerable<ITypeDependency> UsesFrom(string root) => Compiled.Types
        .Where(type => Within(type, root))
        .SelectMany(type => type.Dependencies)
        .Where(use => use.Target is not GenericParameter); // The library takes the T of one generic method for that of another.

    public static bool Within(IType type, string root) =>
        type.Namespace.FullName == root || type.Namespace.FullName.StartsWith(root + ".", StringComparison.Ordinal);

    /// <summary>Fails with a line for each use that should not be.</summary>
    public static void Forbid(IEnumerable<ITypeDependency> uses)
    {
        var found = uses.Select(use => $"{use.Origin.FullName} must not use {use.Target.FullName}.")
            .Distinct().Order(StringComparer.Ordinal).ToList();
        Assert.True(found.Count == 0, string.Join('\n', found));
    }
}

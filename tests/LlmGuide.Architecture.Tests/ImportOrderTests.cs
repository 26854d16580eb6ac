using ArchUnitNET.Domain;

using LlmGuide.Core;
using LlmGuide.Web;

namespace LlmGuide.Architecture.Tests;

/// <summary>A folder imports only folders to its left (CONTRIBUTING.md).</summary>
public sealed class ImportOrderTests
{
    /// <summary>The second is the root namespace itself: the kernel.</summary>
    private static readonly string[] Core =
    [
        "Text", "", "Members", "Data", "Mail", "Accounts", "Discussion", "Revisions",
        "Figures", "Catalogue", "Leaderboards", "Learning", "Releases", "Lookup", "LinkChecks", "Suggestions",
        "Merging", "Interchange", "Search", "Maintenance",
    ];

    private static readonly string[] Web =
    [
        "Shared", "Caching", "Limits", "Markdown", "Forms", "Islands", "Mail", "Accounts", "Discussion",
        "Revisions", "Learning", "Catalogue", "Leaderboards", "Releases", "Lookup", "LinkChecks", "Suggestions",
        "Interchange", "Search", "Assistants", "Settings", "Cli", "Shell", "",
    ];

    /// <summary>It registers what is in all folders, and nothing in Core may know it.</summary>
    private static readonly string CompositionOfCore = typeof(GuideCore).FullName!;

    [Fact]
    public void Core_folders_import_to_the_left() => GuideCode.Forbid(
        GuideCode.UsesFrom("LlmGuide.Core")
            .Where(use => Place(use.Target, "LlmGuide.Core", Core) > Place(use.Origin, "LlmGuide.Core", Core)));

    [Fact]
    public void Web_folders_import_to_the_left() => GuideCode.Forbid(
        GuideCode.UsesFrom("LlmGuide.Web").Where(use => Place(use.Target, "LlmGuide.Web", Web) > Place(use.Origin, "LlmGuide.Web", Web)));

    [Theory]
    [InlineData("LlmGuide.Core", "LlmGuide.Web")]
    [InlineData("LlmGuide.Core", "LlmGuide.Db")]
    [InlineData("LlmGuide.Db", "LlmGuide.Web")]
    [InlineData("LlmGuide.Db.Sqlite", "LlmGuide.Db.PostgreSql")]
    [InlineData("LlmGuide.Db.PostgreSql", "LlmGuide.Db.Sqlite")]
    public void Projects_do_not_know_each_other(string project, string other) => GuideCode.Forbid(
        GuideCode.UsesFrom(project).Where(use => GuideCode.Within(use.Target, other)));

    [Fact]
    public void Every_folder_has_its_place_in_the_order() => Assert.DoesNotContain(
        typeof(GuideCore).Assembly.GetTypes().Select(type => Folder(type.Namespace, "LlmGuide.Core")).Except(Core)
            .Concat(typeof(GuideSite).Assembly.GetTypes().Select(type => Folder(type.Namespace, "LlmGuide.Web")).Except(Web)),
        folder => folder is not null);

    /// <summary>How far to the right a type stands; <c>null</c>, which is never greater, for one of elsewhere.</summary>
    private static int? Place(IType type, string root, string[] order) =>
        Folder(type.Namespace.FullName, root) is not { } folder ? null
        : type.FullName == CompositionOfCore ? order.Length
        : Array.IndexOf(order, folder);

    private static string? Folder(string? name, string root) =>
        name == root ? ""
        : name?.StartsWith(root + ".", StringComparison.Ordinal) == true ? name[(root.Length + 1)..].Split('.')[0]
        : null;
}

using ArchUnitNET.Domain;
using ArchUnitNET.Domain.Dependencies;
using ArchUnitNET.Loader;

using LlmGuide.Core.Data;
using LlmGuide.Web;

namespace LlmGuide.Architecture.Tests;

/// <summary>A folder imports only folders to its left (CONTRIBUTING.md).</summary>
public sealed class ImportOrderTests
{
    private static readonly string[] Core = ["Members", "Data", "Discussion", "Catalogue", "Benchmarks", "Curation", "Interchange", "Search"];

    private static readonly string[] Web = ["Shared", "Accounts", "Discussion", "Catalogue", "Benchmarks", "Curation", "Interchange", "Search", "Commands", "Shell"];

    private static readonly ArchUnitNET.Domain.Architecture Guide = new ArchLoader().LoadAssemblies(typeof(GuideDb).Assembly, typeof(GuideSite).Assembly).Build();

    [Fact]
    public void Core_folders_import_to_the_left() => Nothing(Against("LlmGuide.Core.", Core));

    [Fact]
    public void Web_folders_import_to_the_left() => Nothing(Against("LlmGuide.Web.", Web));

    [Fact]
    public void Core_does_not_know_the_web() => Assert.Empty(
        Guide.Types.Where(t => In(t, "LlmGuide.Core")).SelectMany(t => t.Dependencies).Where(d => In(d.Target, "LlmGuide.Web")).Select(Sentence));

    [Fact]
    public void No_page_or_component_asks_the_database_itself() => Assert.Empty(
        Guide.Types.Where(t => In(t, "LlmGuide.Web") && !In(t, "LlmGuide.Web.Commands"))
            .SelectMany(t => t.Dependencies)
            .Where(d => d.Target.FullName.StartsWith(typeof(GuideDb).FullName!, StringComparison.Ordinal) || In(d.Target, "Microsoft.EntityFrameworkCore"))
            .Select(Sentence));

    private static void Nothing(IEnumerable<string> against)
    {
        var all = string.Join('\n', against);
        Assert.True(all.Length == 0, all);
    }

    private static IEnumerable<string> Against(string root, string[] order) => Guide.Types
        .Where(t => In(t, root.TrimEnd('.')))
        .SelectMany(t => t.Dependencies)
        .Where(d => d.Target is not GenericParameter) // the library takes the T of one generic method for that of another
        .Where(d => Place(d.Origin, root, order) is { } from && Place(d.Target, root, order) is { } to && to > from)
        .Select(Sentence)
        .Distinct();

    private static int? Place(IType type, string root, string[] order)
    {
        var name = type.Namespace.FullName;
        return name.StartsWith(root, StringComparison.Ordinal) && Array.IndexOf(order, name[root.Length..].Split('.')[0]) is >= 0 and var place ? place : null;
    }

    private static bool In(IType type, string root) =>
        type.Namespace.FullName == root || type.Namespace.FullName.StartsWith(root + ".", StringComparison.Ordinal);

    private static string Sentence(ITypeDependency dependency) => $"{dependency.Origin.FullName} must not use {dependency.Target.FullName}.";
}

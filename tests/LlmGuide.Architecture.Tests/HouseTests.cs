using System.Reflection;

using LlmGuide.Core;
using LlmGuide.Web;
using LlmGuide.Web.Caching;
using LlmGuide.Web.Shared.Jobs;

using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LlmGuide.Architecture.Tests;

/// <summary>Rules of the house that no compiler knows (CONTRIBUTING.md).</summary>
public sealed class HouseTests
{
    /// <summary>What went wrong is never kept.</summary>
    private static readonly string[] Uncached = ["NotFound", "Error"];

    /// <summary>These clash with what is imported everywhere.</summary>
    private static readonly string[] Clashing = ["Task", "Thread", "Path", "Index"];

    /// <summary>These say nothing.</summary>
    private static readonly string[] Hollow = ["Manager", "Helper", "Helpers", "Util", "Utils", "Base", "Service", "Common"];

    [Fact]
    public void Every_page_is_kept_for_readers_or_is_for_one_visitor_or_known_to_be_neither() => Assert.Equal(
        Uncached.Order(StringComparer.Ordinal),
        typeof(GuideSite).Assembly.GetTypes()
            .Where(type => type.GetCustomAttributes<RouteAttribute>().Any() && type.GetCustomAttribute<ReadingPageAttribute>() is null
                && type.GetCustomAttribute<PersonalPageAttribute>() is null)
            .Select(type => type.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_query_and_command_is_registered()
    {
        var registered = new ServiceCollection().AddGuideCore().Select(service => service.ServiceType).ToHashSet();
        Assert.Empty(typeof(GuideCore).Assembly.GetTypes()
            .Where(type => type is { IsPublic: true, IsAbstract: false } && AsksTheDatabase(type)).Except(registered));

        // By itself, or through another query.
        bool AsksTheDatabase(Type type) => type.GetConstructors().SelectMany(made => made.GetParameters()).Any(given =>
            given.ParameterType == typeof(IDbContextFactory<Core.Data.GuideDb>) || registered.Contains(given.ParameterType));
    }

    [Fact]
    public void Every_job_runs_in_the_one_way_that_administrators_see() => Assert.Equal(
        [typeof(PeriodicJob)],
        typeof(GuideSite).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(BackgroundService))));

    [Fact]
    public void No_type_has_a_name_that_clashes_or_says_nothing() => Assert.DoesNotContain(
        GuideCode.Assemblies.SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.Namespace?.StartsWith("LlmGuide", StringComparison.Ordinal) == true)
            .Select(type => type.Name.Split('`')[0]),
        name => Clashing.Contains(name) || Array.Exists(Hollow, ending => name.EndsWith(ending, StringComparison.Ordinal)));
}

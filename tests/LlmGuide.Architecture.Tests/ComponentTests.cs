using System.Reflection;
using System.Text.RegularExpressions;

using LlmGuide.Web;
using LlmGuide.Web.Islands.Tables;
using LlmGuide.Web.Shared;

using Microsoft.AspNetCore.Components;

namespace LlmGuide.Architecture.Tests;

/// <summary>No component is rendered with half of what it waits for (CONTRIBUTING.md).</summary>
public sealed partial class ComponentTests
{
    private const BindingFlags Own = BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly;

    private static readonly string[] Waits = ["OnInitializedAsync", "OnParametersSetAsync", nameof(ComponentBase.SetParametersAsync)];

    /// <summary>Islands: they live on in a circuit, show what they have and fill the rest in.</summary>
    private static readonly Type[] Islands = [typeof(LiveTable<>)];

    [Fact]
    public void What_waits_while_it_starts_is_rendered_when_all_of_it_is_there() => Assert.Empty(
        typeof(GuideSite).Assembly.GetTypes()
            .Where(type => typeof(IComponent).IsAssignableFrom(type)
                && !typeof(GuideComponent).IsAssignableFrom(type) && !Islands.Contains(type))
            .Where(type => type.GetMethods(Own).Any(method => Waits.Contains(method.Name)))
            .Select(type => $"{type.FullName} waits while it starts, so it has to inherit {nameof(GuideComponent)}."));

    /// <summary>The one exception is what a property that is not public is given before anything else: it cannot be required.</summary>
    [Fact]
    public void Nothing_in_a_component_only_claims_to_be_there()
    {
        var claims = Components().SelectMany(file => Claim().Matches(File.ReadAllText(file))
            .Select(claim => $"{Path.GetFileName(file)}: {claim.Value.Trim()}")).ToList();
        Assert.Empty(claims);
    }

    /// <summary>Blazor throws for a number that is none, and whoever came with a torn link would be told that we broke.</summary>
    [Fact]
    public void What_a_page_takes_from_its_address_is_text_until_the_page_has_read_it() => Assert.Empty(
        typeof(GuideSite).Assembly.GetTypes().SelectMany(type => type.GetProperties(Own))
            .Where(property => property.IsDefined(typeof(SupplyParameterFromQueryAttribute)) && property.PropertyType != typeof(string))
            .Select(property => $"{property.DeclaringType!.FullName}.{property.Name} has to be a string?."));

    private static IEnumerable<string> Components()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root!.FullName, "LlmGuide.sln")))
        {
            root = root.Parent;
        }

        var files = Directory.EnumerateFiles(Path.Combine(root.FullName, "src", "LlmGuide.Web"), "*.razor*", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".razor", StringComparison.Ordinal) || file.EndsWith(".razor.cs", StringComparison.Ordinal))
            .ToList();
        Assert.True(files.Count > 150, $"{files.Count} files of components were found.");
        return files;
    }

    [GeneratedRegex(
        @"^(?!    internal \w+ \w+ \{ get; set; \} = null!;).*(null|default)!;.*$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Claim();
}

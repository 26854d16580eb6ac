using LlmGuide.Core;
using LlmGuide.Core.Data;
using LlmGuide.Core.Maintenance;
using LlmGuide.Core.Revisions;

namespace LlmGuide.Architecture.Tests;

/// <summary>Every act of curation can be read in the public log.</summary>
public sealed class LoggedCommandTests
{
    private static readonly string[] Rooms = ["LlmGuide.Core.Revisions", "LlmGuide.Core.Catalogue", "LlmGuide.Core.Leaderboards",
        "LlmGuide.Core.Releases", "LlmGuide.Core.LinkChecks", "LlmGuide.Core.Suggestions", "LlmGuide.Core.Merging"];

    /// <summary>What writes without being an act of curation, each with its reason.</summary>
    private static readonly Dictionary<string, string> Unlogged = new(StringComparer.Ordinal)
    {
        [nameof(RerenderProse)] = "A new version of the program does it, and what anybody wrote stays as it is.",
    };

    /// <summary>An edit writes its row itself; what writes in another way has to do it.</summary>
    [Fact]
    public void Every_command_that_writes_has_a_row_in_the_log()
    {
        var logging = GuideCode.UsesFrom("LlmGuide.Core").Where(use => use.Target.FullName == typeof(LogEntry).FullName)
            .Select(use => use.Origin.FullName.Split('+')[0]).ToHashSet(StringComparer.Ordinal);
        var silent = Commands().Where(type => Takes(type, typeof(Writing)) && !Takes(type, typeof(Editing)))
            .Where(type => type != typeof(Editing) && !logging.Contains(type.FullName!) && !Unlogged.ContainsKey(type.Name));
        Assert.Empty(silent);
    }

    [Fact]
    public void No_command_writes_past_the_one_way_to_write() => Assert.Empty(
        GuideCode.UsesFrom("LlmGuide.Core").Where(use => Rooms.Any(room => GuideCode.Within(use.Origin, room)))
            .OfType<ArchUnitNET.Domain.Dependencies.MethodCallDependency>()
            .Where(call => call.TargetMember.Name.StartsWith("BeginTransaction", StringComparison.Ordinal))
            .Select(call => call.Origin.FullName));

    private static IEnumerable<Type> Commands() =>
        typeof(GuideCore).Assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false }
            && Rooms.Any(room => type.Namespace?.StartsWith(room, StringComparison.Ordinal) == true));

    private static bool Takes(Type type, Type given) =>
        type.GetConstructors().Any(made => made.GetParameters().Any(p => p.ParameterType == given));
}

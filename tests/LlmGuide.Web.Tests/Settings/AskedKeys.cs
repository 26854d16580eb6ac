using System.Collections.Concurrent;

using Microsoft.Extensions.Configuration;

namespace LlmGuide.Web.Tests.Settings;

/// <summary>
/// A source of settings that has none and remembers what it was asked for: the keys that the program reads, however it binds them.
/// </summary>
internal sealed class AskedKeys : ConfigurationProvider, IConfigurationSource
{
    private static readonly string[] OfTheFramework = ["Logging", "Kestrel", "AllowedHosts", "HostFiltering", "DetailedErrors", "Schemes"];

    private readonly ConcurrentDictionary<string, bool> _asked = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Those of the framework are in one of its sections, or in none; of ours only one is in none.</summary>
    public IEnumerable<string> OfTheProgram =>
        _asked.Keys.Where(key => (key == "Redis" || (char.IsUpper(key[0]) && key.Contains(':', StringComparison.Ordinal)))
            && !OfTheFramework.Contains(key.Split(':')[0], StringComparer.OrdinalIgnoreCase));

    public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

    public override bool TryGet(string key, out string? value)
    {
        _asked[key] = true;
        value = null;
        return false;
    }
}

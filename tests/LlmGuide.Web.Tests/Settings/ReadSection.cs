using LlmGuide.Web.Shared.Sections;

using Microsoft.Extensions.Configuration;

namespace LlmGuide.Web.Tests.Settings;

/// <summary>Options as the program reads them from settings.</summary>
internal static class ReadSection
{
    public static T Of<T>(string section, params (string Key, string Value)[] settings)
        where T : class, new()
    {
        var options = new T();
        From<T>(section, settings).Configure(options);
        return options;
    }

    /// <summary>What is wrong with them.</summary>
    public static IReadOnlyList<string> Faults<T>(string section, params (string Key, string Value)[] settings)
        where T : class, new() => [.. From<T>(section, settings).Validate(null, Of<T>(section, settings)).Failures ?? []];

    private static SettingsSection<T> From<T>(string section, (string Key, string Value)[] settings)
        where T : class => new(
            new ConfigurationBuilder()
                .AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))).Build(), section);
}

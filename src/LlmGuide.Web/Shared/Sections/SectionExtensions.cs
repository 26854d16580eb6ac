using Microsoft.Extensions.Options;

namespace LlmGuide.Web.Shared.Sections;

/// <summary>How a room says what can be set about it.</summary>
internal static class SectionExtensions
{
    /// <summary>Adds options that are read from a section of the settings and checked when the program starts.</summary>
    public static IServiceCollection AddSection<T>(this IServiceCollection services, string section)
        where T : class
    {
        services.AddOptions<T>().ValidateOnStart();
        return services
            .AddSingleton(given => new SettingsSection<T>(given.GetRequiredService<IConfiguration>(), section))
            .AddSingleton<IConfigureOptions<T>>(given => given.GetRequiredService<SettingsSection<T>>())
            .AddSingleton<IValidateOptions<T>>(given => given.GetRequiredService<SettingsSection<T>>())
            .AddSingleton(given => given.GetRequiredService<IOptions<T>>().Value);
    }
}

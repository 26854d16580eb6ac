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

    /// <summary>The same, for what is registered depends on them.</summary>
    /// <returns>What is set, with the default in the place of what is wrong: nothing starts with that.</returns>
    public static T AddSection<T>(this WebApplicationBuilder builder, string section)
        where T : class, new()
    {
        builder.Services.AddSection<T>(section);
        var options = new T();
        new SettingsSection<T>(builder.Configuration, section).Configure(options);
        return options;
    }
}

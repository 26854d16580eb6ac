using System.Globalization;

using Microsoft.Extensions.Configuration.Memory;

namespace LlmGuide.Web.Settings;

/// <summary>
/// Begins the application: what holds wherever the program is started from, and whether or not there is an appsettings.json.
/// </summary>
internal static class SiteBuilder
{
    // Without these the framework logs every statement of SQL: 18,899 lines stood before the link for the first administrator.
    private static readonly Dictionary<string, string?> Defaults = new(StringComparer.Ordinal)
    {
        ["Logging:LogLevel:Default"] = nameof(LogLevel.Information),
        ["Logging:LogLevel:Microsoft"] = nameof(LogLevel.Warning),

        // It warns where there is no wwwroot, as in a build that reads its files from the source; the start looks for each of them.
        ["Logging:LogLevel:Microsoft.AspNetCore.StaticFiles"] = nameof(LogLevel.Error),
        ["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = nameof(LogLevel.Information),
    };

    /// <param name="args">Settings, as ASP.NET Core reads them from the command line.</param>
    public static WebApplicationBuilder Create(string[] args)
    {
        // Numbers and dates read alike wherever the program runs: the language of the machine is not that of the pages.
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ContentRootPath = Configured(args) ?? (Directory.Exists("wwwroot") ? null : AppContext.BaseDirectory),
        });
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = Defaults });
        return builder;
    }

    /// <returns>The content root that somebody asked for, in the framework's order; <c>null</c> when nobody did.</returns>
    private static string? Configured(string[] args) => new ConfigurationBuilder()
        .AddEnvironmentVariables("DOTNET_").AddEnvironmentVariables("ASPNETCORE_").AddCommandLine(args)
        .Build()[WebHostDefaults.ContentRootKey];
}

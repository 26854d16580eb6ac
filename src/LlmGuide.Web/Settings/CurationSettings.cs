using System.Globalization;

using LlmGuide.Core.Catalogue;
using LlmGuide.Web.Catalogue.Resources.Bulk;
using LlmGuide.Web.Suggestions.Queue;

namespace LlmGuide.Web.Settings;

/// <summary>Reads the numbers of curation once, at start-up. Their defaults are in <see cref="CurationOptions"/>.</summary>
internal static class CurationSettings
{
    private const int TenYears = 120;

    /// <exception cref="StartUpException">A number is none, or out of its range.</exception>
    public static void AddCuration(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(Read(builder.Configuration));
        builder.Services.AddSingleton<ResourceBulk>().AddSingleton<DecideSuggestion>();
    }

    /// <exception cref="StartUpException">A number is none, or out of its range.</exception>
    public static CurationOptions Read(IConfiguration settings)
    {
        const string Key = $"{CurationOptions.Section}:{nameof(CurationOptions.StaleMonths)}";
        return settings[Key] is not { Length: > 0 } value ? new CurationOptions()
            : int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var months) && months is >= 1 and <= TenYears
                ? new CurationOptions { StaleMonths = months }
            : throw new StartUpException($"The setting {Key} is “{value}”; it must be a whole number from 1 to {TenYears}.");
    }
}

using Microsoft.Extensions.Options;

namespace LlmGuide.Web.Settings;

/// <summary>Stops a start with wrong settings, whichever verb it is for.</summary>
internal static class SettingsCheck
{
    /// <exception cref="StartUpException">Everything that is wrong, a line each.</exception>
    public static void Require(IServiceProvider services)
    {
        try
        {
            services.GetRequiredService<IStartupValidator>().Validate();
        }
        catch (OptionsValidationException wrong)
        {
            throw Lines(wrong.Failures, wrong);
        }
        catch (AggregateException several)
        {
            throw Lines(several.InnerExceptions.Cast<OptionsValidationException>().SelectMany(wrong => wrong.Failures), several);
        }
    }

    private static StartUpException Lines(IEnumerable<string> failures, Exception wrong) =>
        new(string.Join('\n', failures.Distinct(StringComparer.Ordinal)), wrong);
}

using System.Globalization;

using LlmGuide.Core.Suggestions;

namespace LlmGuide.Web.Settings;

/// <summary>Reads the numbers of suggestions once, at start-up. Their defaults are in <see cref="SuggestionOptions"/>.</summary>
internal static class SuggestionSettings
{
    private const int Many = 100_000;
    private const int Day = 24 * 60;

    /// <exception cref="StartUpException">A number is none, or out of its range.</exception>
    public static void AddSuggestions(this WebApplicationBuilder builder) => builder.Services.AddSingleton(Read(builder.Configuration));

    /// <exception cref="StartUpException">A number is none, or out of its range.</exception>
    public static SuggestionOptions Read(IConfiguration settings)
    {
        var usual = new SuggestionOptions();
        return new SuggestionOptions
        {
            Waiting = Number(nameof(usual.Waiting), usual.Waiting, 1, Many),
            ADay = Number(nameof(usual.ADay), usual.ADay, 1, Many),
            NewMemberWaiting = Number(nameof(usual.NewMemberWaiting), usual.NewMemberWaiting, 0, Many),
            NewMemberADay = Number(nameof(usual.NewMemberADay), usual.NewMemberADay, 0, Many),
            NewMemberFixes = Number(nameof(usual.NewMemberFixes), usual.NewMemberFixes, 0, Many),
            QuorumDays = Number(nameof(usual.QuorumDays), usual.QuorumDays, 0, Many),
            QuorumProof = YesOrNo(nameof(usual.QuorumProof), usual.QuorumProof),
            QuorumNetworks = YesOrNo(nameof(usual.QuorumNetworks), usual.QuorumNetworks),
            NetworkDays = Number(nameof(usual.NetworkDays), usual.NetworkDays, 1, Many),
            ClaimMinutes = Number(nameof(usual.ClaimMinutes), usual.ClaimMinutes, 1, Day),
        };

        bool YesOrNo(string name, bool fallback)
        {
            var key = $"{SuggestionOptions.Section}:{name}";
            return settings[key] is not { Length: > 0 } value ? fallback
                : bool.TryParse(value, out var answer) ? answer
                : throw new StartUpException($"The setting {key} is “{value}”; it must be true or false.");
        }

        int Number(string name, int fallback, int min, int max)
        {
            var key = $"{SuggestionOptions.Section}:{name}";
            return settings[key] is not { Length: > 0 } value ? fallback
                : int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max
                    ? number
                : throw new StartUpException(string.Create(
                    CultureInfo.InvariantCulture, $"The setting {key} is “{value}”; it must be a whole number from {min} to {max}."));
        }
    }
}

using System.Globalization;

using LlmGuide.Core;

namespace LlmGuide.Web.Settings;

/// <summary>Reads settings one by one, where what is registered depends on them.</summary>
internal static class SingleSettings
{
    public static T One<T>(this IConfiguration settings, string key, T fallback)
        where T : struct, Enum =>
        settings[key] is not { Length: > 0 } value ? fallback
        : Names.Parse<T>(value) ?? throw StartUpException.Setting(key, value, string.Join(" or ", Enum.GetNames<T>()));

    public static bool? YesOrNo(this IConfiguration settings, string key) =>
        settings[key] is not { Length: > 0 } value ? null
        : bool.TryParse(value, out var answer) ? answer
        : throw StartUpException.Setting(key, value, "true or false");

    public static int Number(this IConfiguration settings, string key, int fallback)
    {
        const int Most = 1_000_000;
        return settings[key] is not { Length: > 0 } value ? fallback
            : int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= Most ? number
            : throw StartUpException.Setting(key, value, $"a whole number from 1 to {Most.ToString(CultureInfo.InvariantCulture)}");
    }
}

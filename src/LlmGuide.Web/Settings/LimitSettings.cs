using LlmGuide.Web.Limits;

namespace LlmGuide.Web.Settings;

/// <summary>How often something may be done.</summary>
internal static class LimitSettings
{
    public static void AddRateLimits(this WebApplicationBuilder builder)
    {
        var allowed = Enum.GetValues<Limit>()
            .ToDictionary(limit => limit, limit => builder.Configuration.Number($"RateLimits:{limit}", LimitOptions.Default(limit)));
        builder.Services.AddLimits(new LimitOptions(builder.Configuration.YesOrNo("RateLimits:Enabled") ?? true, allowed));
    }
}

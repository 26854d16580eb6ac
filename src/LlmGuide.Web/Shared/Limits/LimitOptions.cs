namespace LlmGuide.Web.Shared.Limits;

/// <summary>How often something may be done (configuration section <c>RateLimits</c>).</summary>
/// <param name="Enabled">Whether anything is counted.</param>
/// <param name="Allowed">How often, in the time that the limit is about.</param>
public sealed record LimitOptions(bool Enabled, IReadOnlyDictionary<Limit, int> Allowed)
{
    /// <summary>Many people can share one address: a school, a company.</summary>
    public static int Default(Limit limit) => limit switch
    {
        Limit.Mail => 10,
        Limit.Comment => 60,
        Limit.Preview => 240,
        Limit.Suggest => 120,
        _ => 30,
    };

    public static TimeSpan Window(Limit limit) => limit is Limit.SignIn or Limit.Comment or Limit.Preview ? TimeSpan.FromMinutes(1) : TimeSpan.FromHours(1);
}

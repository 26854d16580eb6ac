namespace LlmGuide.Web.Limits;

/// <summary>How often something may be done (configuration section <c>RateLimits</c>).</summary>
/// <param name="Enabled">Whether anything is counted.</param>
/// <param name="Allowed">How often, in the time that the limit is about.</param>
public sealed record LimitOptions(bool Enabled, IReadOnlyDictionary<Limit, int> Allowed)
{
    /// <summary>Many people can share one address: a school, a company.</summary>
    public static int Default(Limit limit) => limit switch
    {
        Limit.Mail => 10,
        Limit.Comment or Limit.Island => 60,
        Limit.Flag or Limit.Import => 60,
        Limit.Suggest => 120,
        Limit.Vote or Limit.Mark or Limit.Follow or Limit.Search or Limit.Assistant => 120,
        Limit.Preview or Limit.Edit or Limit.Form => 240,
        _ => 30,
    };

    public static TimeSpan Window(Limit limit) => limit is Limit.Register or Limit.Mail or Limit.Suggest or Limit.Flag or Limit.Import
        ? TimeSpan.FromHours(1)
        : TimeSpan.FromMinutes(1);
}

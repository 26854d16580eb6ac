using System.ComponentModel.DataAnnotations;
using System.Reflection;

namespace LlmGuide.Web.Limits;

/// <summary>
/// How often something may be done, each in the time that <see cref="Window"/> says (configuration section <c>RateLimits</c>). Many people
/// can share one address: a school, a company.
/// </summary>
public sealed class LimitOptions
{
    public const string Section = "RateLimits";

    private const int Most = 1_000_000;

    private static readonly Dictionary<Limit, PropertyInfo> Properties =
        Enum.GetValues<Limit>().ToDictionary(limit => limit, limit => typeof(LimitOptions).GetProperty(limit.ToString())!);

    /// <summary>Whether anything is counted.</summary>
    public bool Enabled { get; init; } = true;

    [Range(1, Most)]
    public int SignIn { get; init; } = 30;

    [Range(1, Most)]
    public int Register { get; init; } = 30;

    [Range(1, Most)]
    public int Mail { get; init; } = 10;

    [Range(1, Most)]
    public int Comment { get; init; } = 60;

    [Range(1, Most)]
    public int Preview { get; init; } = 240;

    [Range(1, Most)]
    public int Suggest { get; init; } = 120;

    [Range(1, Most)]
    public int Vote { get; init; } = 120;

    [Range(1, Most)]
    public int Flag { get; init; } = 60;

    [Range(1, Most)]
    public int Mark { get; init; } = 120;

    [Range(1, Most)]
    public int Follow { get; init; } = 120;

    [Range(1, Most)]
    public int Search { get; init; } = 120;

    [Range(1, Most)]
    public int Assistant { get; init; } = 120;

    [Range(1, Most)]
    public int Import { get; init; } = 60;

    [Range(1, Most)]
    public int Edit { get; init; } = 240;

    [Range(1, Most)]
    public int Island { get; init; } = 60;

    [Range(1, Most)]
    public int Form { get; init; } = 240;

    public static TimeSpan Window(Limit limit) => limit is Limit.Register or Limit.Mail or Limit.Suggest or Limit.Flag or Limit.Import
        ? TimeSpan.FromHours(1)
        : TimeSpan.FromMinutes(1);

    public int Allowed(Limit limit) => (int)Properties[limit].GetValue(this)!;
}

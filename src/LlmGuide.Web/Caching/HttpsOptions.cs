using System.ComponentModel.DataAnnotations;

namespace LlmGuide.Web.Caching;

/// <summary>
/// How visitors are brought to the public address and kept there (configuration section <c>Https</c>). With a public address that is
/// https it is on, and can be turned off.
/// </summary>
public sealed class HttpsOptions : IValidatableObject
{
    public const string Section = "Https";

    private const string Unless = "unless Site:PublicUrl begins with https://";

    /// <summary>The public address without a path; <c>null</c> when it is not known or not https: then nothing here is done.</summary>
    public Uri? PublicUrl { get; internal set; }

    /// <summary>Whether who comes by plain HTTP is sent to the public address. Default: where that is known.</summary>
    public bool? Redirect { get; init; }

    /// <summary>
    /// For how many days browsers use nothing but HTTPS for the public address; 0: they are not told to. Default: 365 where it is known.
    /// </summary>
    [Range(0, 730)]
    public int? HstsDays { get; init; }

    internal bool Redirects => Redirect ?? PublicUrl is not null;

    internal int DaysTold => HstsDays ?? (PublicUrl is null ? 0 : 365);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (PublicUrl is null && Redirects)
        {
            yield return new ValidationResult($"false {Unless}", [nameof(Redirect)]);
        }

        if (PublicUrl is null && DaysTold > 0)
        {
            yield return new ValidationResult($"0 {Unless}", [nameof(HstsDays)]);
        }
    }
}

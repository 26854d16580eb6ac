using System.ComponentModel.DataAnnotations;

namespace LlmGuide.Core.Catalogue;

/// <summary>The numbers of curation, under <see cref="Section"/>.</summary>
public sealed record CurationOptions
{
    public const string Section = "Curation";

    /// <summary>After so many months without a look a resource is listed as stale.</summary>
    [Range(1, 120)]
    public int StaleMonths { get; init; } = 12;
}

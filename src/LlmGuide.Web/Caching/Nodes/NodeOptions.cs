using System.ComponentModel.DataAnnotations;

using LlmGuide.Web.Shared.Sections;

using StackExchange.Redis;

namespace LlmGuide.Web.Caching.Nodes;

/// <summary>Where several processes that serve one guide meet (setting <c>Redis</c>, in no section).</summary>
internal sealed class NodeOptions : IValidatableObject
{
    /// <summary>An address with the options of StackExchange.Redis behind it, among them a password; empty: this node is alone.</summary>
    [AnyText]
    public string Redis { get; init; } = "";

    /// <summary>The address as read; <c>null</c> when there is none, or it is not one.</summary>
    public ConfigurationOptions? Address
    {
        get
        {
            try
            {
                return Redis.Length > 0 && ConfigurationOptions.Parse(Redis) is { EndPoints.Count: > 0 } read ? read : null;
            }
            catch (ArgumentException)
            {
                return null;
            }
        }
    }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => Redis.Length == 0 || Address is not null ? [] :
    [
        new ValidationResult("an address such as localhost:6379, with options of StackExchange.Redis after commas", [nameof(Redis)]),
    ];
}

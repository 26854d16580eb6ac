using System.ComponentModel.DataAnnotations;

using LlmGuide.Core.Text;
using LlmGuide.Web.Shared.Sections;

namespace LlmGuide.Web.Accounts.SignIn.External;

/// <summary>Another site that members may sign in with; it is offered once its client id is set, and then needs its secret.</summary>
public abstract class ExternalSite : IValidatableObject
{
    /// <summary>What the other site calls this one.</summary>
    [AnyText]
    public string ClientId { get; init; } = "";

    [AnyText, Secret]
    public string ClientSecret { get; init; } = "";

    /// <summary>As people call it.</summary>
    [AnyText]
    public abstract string DisplayName { get; init; }

    /// <summary>Whether anything is configured.</summary>
    internal virtual bool IsSet => ClientId.Length > 0;

    public virtual IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (IsSet && ClientId.Length == 0)
        {
            yield return new ValidationResult("what the provider calls this site", [nameof(ClientId)]);
        }

        if (IsSet && ClientSecret.Length == 0)
        {
            yield return new ValidationResult("what the provider gave with the client id", [nameof(ClientSecret)]);
        }

        if (IsSet && (!CleanText.IsClean(DisplayName) || DisplayName.Any(char.IsControl)))
        {
            yield return new ValidationResult("one line, as people call the provider", [nameof(DisplayName)]);
        }
    }
}

/// <summary>GitHub (configuration section <c>Authentication:GitHub</c>).</summary>
public sealed class GitHubSite : ExternalSite
{
    public const string Section = "Authentication:GitHub";

    [AnyText]
    public override string DisplayName { get; init; } = "GitHub";
}

/// <summary>A provider of one's own organisation (configuration section <c>Authentication:OpenIdConnect</c>).</summary>
public sealed class OpenIdConnectSite : ExternalSite
{
    public const string Section = "Authentication:OpenIdConnect";

    /// <summary>Its https address.</summary>
    [AnyText]
    public string Authority { get; init; } = "";

    [AnyText]
    public override string DisplayName { get; init; } = "your organisation";

    internal override bool IsSet => base.IsSet || Authority.Length > 0;

    public override IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        !IsSet || (Uri.TryCreate(Authority, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || url.IsLoopback))
            ? base.Validate(validationContext)
            : [.. base.Validate(validationContext), new ValidationResult("the provider’s https address", [nameof(Authority)])];
}

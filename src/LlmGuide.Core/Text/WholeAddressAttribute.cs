using System.ComponentModel.DataAnnotations;

namespace LlmGuide.Core.Text;

/// <summary>A setting that is a whole http or https address.</summary>
/// <param name="example">One, and what else is allowed.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class WholeAddressAttribute(string example) : ValidationAttribute($"a whole address such as {example}")
{
    public string Example => example;

    /// <summary>Whether it is the address of a whole host, with nothing after its name and port.</summary>
    public bool IsHost { get; init; }

    public override bool IsValid(object? value) =>
        value is string url && Uri.TryCreate(url, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
        && (!IsHost || (address.PathAndQuery == "/" && address.Fragment.Length == 0 && address.UserInfo.Length == 0));
}

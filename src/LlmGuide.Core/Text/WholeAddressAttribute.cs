using System.ComponentModel.DataAnnotations;

namespace LlmGuide.Core.Text;

/// <summary>A setting that is a whole http or https address.</summary>
/// <param name="example">One, and what else is allowed.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class WholeAddressAttribute(string example) : ValidationAttribute($"a whole address such as {example}")
{
    public string Example => example;

    public override bool IsValid(object? value) =>
        value is string url && Uri.TryCreate(url, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);
}

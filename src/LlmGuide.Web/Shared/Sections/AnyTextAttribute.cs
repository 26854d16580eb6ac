using System.ComponentModel.DataAnnotations;

namespace LlmGuide.Web.Shared.Sections;

/// <summary>A setting that can be any text.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class AnyTextAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) => true;
}

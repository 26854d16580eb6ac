namespace LlmGuide.Web.Shared.Sections;

/// <summary>A setting whose value no message repeats.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SecretAttribute : Attribute;

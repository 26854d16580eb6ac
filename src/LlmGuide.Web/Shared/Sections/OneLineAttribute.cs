using System.ComponentModel.DataAnnotations;
using System.Globalization;

using LlmGuide.Core.Text;

namespace LlmGuide.Web.Shared.Sections;

/// <summary>A setting that readers see: one line, without characters that no text may have.</summary>
/// <param name="most">So many characters.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class OneLineAttribute(int most)
    : ValidationAttribute($"one line of 1 to {most.ToString(CultureInfo.InvariantCulture)} characters")
{
    public int Most => most;

    public override bool IsValid(object? value) =>
        value is string line && line.Length > 0 && line.Length <= most && CleanText.IsClean(line) && !line.Any(char.IsControl);
}

using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;

using LlmGuide.Core.Text;

using Microsoft.Extensions.Options;

namespace LlmGuide.Web.Shared.Sections;

/// <summary>
/// Fills the properties of an option class from the section of its name: numbers within their <see cref="RangeAttribute"/>, yes or no,
/// and texts with a rule. The framework’s binder throws at the first fault and takes “ 0x1F” for a number; this one names every fault
/// with the key, the value and what is allowed, which is what an operator can mend.
/// </summary>
/// <param name="section">What the keys begin with.</param>
internal sealed class SettingsSection<T>(IConfiguration settings, string section) : IConfigureOptions<T>, IValidateOptions<T>
    where T : class
{
    private static readonly List<PropertyInfo> Settable =
        [.. typeof(T).GetProperties().Where(property => property.PropertyType == typeof(bool) || RuleOf(property) is not null)];

    public void Configure(T options)
    {
        foreach (var property in Settable)
        {
            if (Written(property) is { } text && Read(property, text) is { } value)
            {
                property.SetValue(options, value);
            }
        }
    }

    public ValidateOptionsResult Validate(string? name, T options)
    {
        var wrong = Settable
            .Where(property => Written(property) is { } text && Read(property, text) is null)
            .Select(property => $"The setting {Key(property)} is “{OneLine(Written(property)!)}”; it must be {Allowed(property)}.")
            .ToList();
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private static ValidationAttribute? RuleOf(PropertyInfo property) =>
        property.GetCustomAttributes<ValidationAttribute>().FirstOrDefault(rule => rule is not RequiredAttribute);

    /// <returns>What is set; <c>null</c> for the default, which nothing is too unless there has to be something.</returns>
    private string? Written(PropertyInfo property) =>
        settings[Key(property)] is { } text && (text.Length > 0 || property.IsDefined(typeof(RequiredAttribute))) ? text : null;

    private string Key(PropertyInfo property) => $"{section}:{property.Name}";

    /// <returns><c>null</c> when it is none of the values that are allowed.</returns>
    private static object? Read(PropertyInfo property, string text)
    {
        object? value = property.PropertyType == typeof(bool) ? (bool.TryParse(text, out var yes) ? yes : null)
            : property.PropertyType == typeof(int)
                ? (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null)
            : text;
        return value is not null && RuleOf(property)?.IsValid(value) != false ? value : null;
    }

    private static string Allowed(PropertyInfo property) => RuleOf(property) switch
    {
        null => "true or false",
        RangeAttribute { ErrorMessage: null } range =>
            string.Create(CultureInfo.InvariantCulture, $"a whole number from {range.Minimum} to {range.Maximum}"),
        var rule => rule.FormatErrorMessage(property.Name),
    };

    /// <summary>A value as one line can show it.</summary>
    private static string OneLine(string value) => CleanText.Marked(value).ReplaceLineEndings(" ");
}

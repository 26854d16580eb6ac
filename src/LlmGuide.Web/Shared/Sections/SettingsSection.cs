using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;

using LlmGuide.Core.Text;

using Microsoft.Extensions.Options;

namespace LlmGuide.Web.Shared.Sections;

/// <summary>
/// Fills the properties of an option class from the section of its name: numbers within their <see cref="RangeAttribute"/>, yes or no,
/// one of the names of an enum, and texts with a rule. What is right only together, the class says as <see cref="IValidatableObject"/>,
/// with the name of the property and what it must be. The framework’s binder throws at the first fault and takes “ 0x1F” for a
/// number; this one names every fault with the key, the value and what is allowed, which is what an operator can mend.
/// </summary>
/// <param name="section">What the keys begin with; empty for a setting that is in none.</param>
internal sealed class SettingsSection<T>(IConfiguration settings, string section) : IConfigureOptions<T>, IValidateOptions<T>
    where T : class
{
    private static readonly List<PropertyInfo> Settable =
    [
        .. typeof(T).GetProperties().Where(property => property.CanWrite
            && (Plain(property).IsEnum || Plain(property) == typeof(bool) || RuleOf(property) is not null)),
    ];

    public void Configure(T options)
    {
        foreach (var property in Settable)
        {
            if (Written(property) is { } text && Read(property, text) is ({ } value, null))
            {
                property.SetValue(options, value);
            }
        }
    }

    public ValidateOptionsResult Validate(string? name, T options)
    {
        var wrong = Settable.Select(property => (Property: property, Text: Written(property)))
            .Where(written => written.Text is not null)
            .Select(written => (written.Property, Read(written.Property, written.Text!).Allowed))
            .Where(read => read.Allowed is not null)
            .ToDictionary(read => read.Property.Name, read => read.Allowed!, StringComparer.Ordinal);
        foreach (var fault in (options as IValidatableObject)?.Validate(new ValidationContext(options)) ?? [])
        {
            wrong.TryAdd(fault.MemberNames.Single(), fault.ErrorMessage!);
        }

        return wrong.Count == 0 ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(wrong.Select(fault => Line(fault.Key, fault.Value)));
    }

    private static Type Plain(PropertyInfo property) => Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;

    private static ValidationAttribute? RuleOf(PropertyInfo property) =>
        property.GetCustomAttributes<ValidationAttribute>().FirstOrDefault(rule => rule is not RequiredAttribute);

    /// <returns>What is set; <c>null</c> for the default, which nothing is too unless there has to be something.</returns>
    private string? Written(PropertyInfo property) =>
        settings[Key(property.Name)] is { } text && (text.Length > 0 || property.IsDefined(typeof(RequiredAttribute))) ? text : null;

    private string Key(string property) => section.Length == 0 ? property : $"{section}:{property}";

    /// <returns>The value, or what is allowed.</returns>
    private static (object? Value, string? Allowed) Read(PropertyInfo property, string text)
    {
        var type = Plain(property);
        object? value = type == typeof(bool) ? (bool.TryParse(text, out var yes) ? yes : null)
            : type == typeof(int) ? (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null)
            : type.IsEnum ? (text.All(char.IsAsciiLetter) && Enum.TryParse(type, text, ignoreCase: true, out var named) ? named : null)
            : text;
        var rule = RuleOf(property);
        return value is null ? (null, Allowed(property, rule))
            : rule?.GetValidationResult(value, new ValidationContext(value) { MemberName = property.Name }) is { } fault
                ? (null, rule is RangeAttribute { ErrorMessage: null } ? Allowed(property, rule) : fault.ErrorMessage)
                : (value, null);
    }

    private static string Allowed(PropertyInfo property, ValidationAttribute? rule) => rule switch
    {
        null => Plain(property).IsEnum ? string.Join(" or ", Enum.GetNames(Plain(property))) : "true or false",
        RangeAttribute { ErrorMessage: null } range =>
            string.Create(CultureInfo.InvariantCulture, $"a whole number from {range.Minimum} to {range.Maximum}"),
        _ => rule.FormatErrorMessage(property.Name),
    };

    /// <summary>A value as one line can show it; one that may hold a password is not shown.</summary>
    private string Line(string property, string allowed)
    {
        var value = settings[Key(property)] ?? "";
        var shown = value.Length > 0 && typeof(T).GetProperty(property)!.IsDefined(typeof(SecretAttribute))
            ? "…" : CleanText.Marked(value).ReplaceLineEndings(" ");
        return $"The setting {Key(property)} is “{shown}”; it must be {allowed}.";
    }
}

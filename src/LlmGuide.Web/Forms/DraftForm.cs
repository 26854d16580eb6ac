using System.Globalization;
using System.Reflection;

using LlmGuide.Core.Text;

namespace LlmGuide.Web.Forms;

/// <summary>
/// Reads a draft from a form: each of its texts, whole numbers, choices and boxes from the field of its name. Lists and what has parts
/// are for the page to read.
/// </summary>
internal static class DraftForm
{
    /// <summary>A number or a choice that cannot be read: no rule takes it, and says at its field what is wanted.</summary>
    private const int Unreadable = -1;

    /// <param name="form">As it was sent.</param>
    /// <param name="from">What a field says that is not in the form. A box that is not in it is not checked.</param>
    public static TDraft Read<TDraft>(IFormCollection form, TDraft from)
        where TDraft : class, new()
    {
        var draft = new TDraft();
        foreach (var (property, optional) in Fields<TDraft>.All)
        {
            property.SetValue(draft, Read(form, property, optional) ?? (optional && form.ContainsKey(property.Name)
                ? null : property.GetValue(from)));
        }

        return draft;
    }

    private static object? Read(IFormCollection form, PropertyInfo property, bool optional)
    {
        var name = property.Name;
        return property.PropertyType == typeof(bool) ? form.Checked(name)
            : !form.ContainsKey(name) ? null
            : property.PropertyType == typeof(string) ? optional ? form.Optional(name) : form.Text(name)
            : property.PropertyType == typeof(int?) ? form.Optional(name) is { } typed ? Number(typed) : null
            : property.PropertyType == typeof(int) ? form.Optional(name) is { } needed ? Number(needed) : 0
            : property.PropertyType == typeof(DateOnly?) ? form.Optional(name) is { } day ? TypedDay.Read(day) ?? DateOnly.MinValue : null
            : property.PropertyType.IsEnum ? Choice(property.PropertyType, form.Text(name))
            : null;
    }

    /// <returns><c>null</c> for a field that was left empty.</returns>
    public static int? Number(string? typed, int? empty = null) => string.IsNullOrWhiteSpace(typed) ? empty : Number(typed);

    private static int Number(string typed) =>
        int.TryParse(typed.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : Unreadable;

    private static object Choice(Type type, string name) =>
        name.Length > 0 && name.All(char.IsAsciiLetter) && Enum.TryParse(type, name, ignoreCase: true, out var value)
            && Enum.IsDefined(type, value!) ? value! : Enum.ToObject(type, Unreadable);

    private static class Fields<TDraft>
    {
        public static readonly (PropertyInfo Property, bool Optional)[] All =
        [
            .. typeof(TDraft).GetProperties().Where(property => property.CanWrite)
                .Select(property => (property, new NullabilityInfoContext().Create(property).WriteState == NullabilityState.Nullable)),
        ];
    }
}

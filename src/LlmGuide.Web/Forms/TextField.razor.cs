using System.Diagnostics.CodeAnalysis;

using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace LlmGuide.Web.Forms;

/// <summary>A labelled field of a form, with what is wrong beside it. A password is never sent back.</summary>
public sealed partial class TextField : InputBase<string?>
{
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    [Parameter]
    public string? Hint { get; set; }

    [Parameter]
    public string Type { get; set; } = "text";

    [Parameter]
    public string? Autocomplete { get; set; }

    /// <summary>More than none makes it a text of several lines.</summary>
    [Parameter]
    public int Rows { get; set; }

    private string Id => IdOf(NameAttributeValue);

    private IEnumerable<string> Faults => EditContext.GetValidationMessages(FieldIdentifier);

    private string? Described => string.Join(' ', ((string?[])[Hint is null ? null : $"{Id}-hint", Faults.Any() ? $"{Id}-err" : null])
        .OfType<string>()) is { Length: > 0 } ids ? ids : null;

    internal static string IdOf(string name) => name.Replace('.', '-').ToLowerInvariant();

    protected override bool TryParseValueFromString(
        string? value, out string? result, [NotNullWhen(false)] out string? validationErrorMessage)
    {
        result = value;
        validationErrorMessage = null;
        return true;
    }
}

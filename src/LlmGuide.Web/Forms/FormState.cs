using LlmGuide.Core;
using LlmGuide.Core.Members;
using LlmGuide.Web.Shared;

using Microsoft.AspNetCore.Components;

namespace LlmGuide.Web.Forms;

/// <summary>
/// How far somebody is with a form: whether they may send it, and what is said against what they sent. Its fields know it by the
/// <see cref="PostForm"/> around them.
/// </summary>
public class FormState
{
    /// <summary>
    /// The property of the page that takes the form, as in <c>Draft.Title</c>; <c>null</c> where fields stand by themselves.
    /// </summary>
    public string? Prefix { get; init; }

    /// <summary>Fields that stand by themselves beside those of the <see cref="Prefix"/>.</summary>
    public IReadOnlyCollection<string> Apart { get; init; } = [];

    /// <summary>How the ids of its fields begin, where several forms of a page have fields of the same name.</summary>
    public string? Anchor { get; init; }

    public Admission Admission { get; set; }

    /// <summary>Why nothing was done although nothing is wrong.</summary>
    public string? Notice { get; set; }

    /// <summary>What is wrong, with all that is wrong besides.</summary>
    public Refusal? Wrong { get; set; }

    public IReadOnlyList<Refusal> Errors => Wrong is null || IsShownApart(Wrong) ? [] : [.. Wrong.Each];

    /// <param name="name">Of the field in the form.</param>
    public string? ErrorOf(string name) => Errors.FirstOrDefault(
        error => error.Field is { } field && string.Equals(NameOf(field), name, StringComparison.OrdinalIgnoreCase))?.Why;

    /// <summary>The id of a field, by its name in the form.</summary>
    public string IdOf(string name) => FormLine.IdOf(Anchor is null ? name : $"{Anchor}.{name}");

    /// <summary>The name in the form of what a refusal calls a field.</summary>
    public string NameOf(string field) => Prefix is null || Apart.Contains(field) ? field : $"{Prefix}.{field}";

    /// <summary>Asks whether the visitor may use the form; sends whoever must sign in first to where that is done.</summary>
    /// <returns>Whether the page is shown; if not, the answer is decided.</returns>
    public bool Admit(HttpContext http, Permission act, NavigationManager navigation)
    {
        Admission = http.Admit(act);
        if (Admission == Admission.SignInFirst)
        {
            navigation.NavigateTo(Links.SignInFor(Links.Here(http.Request)));
        }

        return Admission is not (Admission.SignInFirst or Admission.Refused);
    }

    /// <summary>Asks whether the form can be taken as it comes (<see cref="Admissions.ValidateFormAsync"/>), and says it if not.</summary>
    /// <param name="again">What to do once more, as in "please save again".</param>
    public async Task<bool> IsTakenAsync(HttpContext http, string again) =>
        (Notice = await http.ValidateFormAsync(again)) is null;

    /// <summary>Keeps all that is wrong; <c>null</c> for what is right.</summary>
    /// <returns>Whether nothing is.</returns>
    public bool IsRight(params IEnumerable<Refusal?> wrong) => (Wrong = Refusal.All(wrong)) is null;

    /// <summary>What to say of a field that nobody has filled in.</summary>
    public static Refusal? Missing(string? typed, string why, string field) =>
        string.IsNullOrWhiteSpace(typed) ? Refusal.Rule(why, field) : null;

    /// <summary>Whether a refusal has more to show than lines, and is shown elsewhere.</summary>
    private protected virtual bool IsShownApart(Refusal wrong) => false;
}

namespace LlmGuide.Web.Forms;

/// <summary>
/// A field that nobody sees (<see cref="Honeypot"/>) under a name that programs like to fill in. It costs people nothing and stops
/// the simplest of those that post wherever they find a form.
/// </summary>
internal static class HoneypotCheck
{
    public const string Field = "website";

    /// <summary>Whether a program filled in what nobody sees. To be refused without a word about why.</summary>
    public static bool IsTriggered(IFormCollection form) => !string.IsNullOrEmpty(form[Field]);
}

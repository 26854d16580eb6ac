using LlmGuide.Core.Members;

using Microsoft.AspNetCore.Antiforgery;

namespace LlmGuide.Web.Forms;

/// <summary>
/// Whether a visitor may use a form. Such a page asks for itself: a policy would answer a form whose sign-in has ended meanwhile
/// with a way to sign in, and what was typed would be gone.
/// </summary>
public enum Admission
{
    Allowed,

    /// <summary>Signed in, and may not.</summary>
    Refused,

    /// <summary>Opens the page without being signed in.</summary>
    SignInFirst,

    /// <summary>Sends the form without being signed in any more: it is shown again, as it was sent.</summary>
    SignedOut,
}

public static class Admissions
{
    /// <summary>Asks whether the visitor may, and answers 403 if not.</summary>
    public static Admission Admit(this HttpContext http, Permission act)
    {
        if (http.Actor() is not { } actor)
        {
            return HttpMethods.IsPost(http.Request.Method) ? Admission.SignedOut : Admission.SignInFirst;
        }

        if (actor.May(act))
        {
            return Admission.Allowed;
        }

        http.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Admission.Refused;
    }

    /// <summary>Asks whether a form can be taken as it comes; a page that does looks at the antiforgery token itself.</summary>
    /// <returns>What to say above the form, which is shown again as it was sent; <c>null</c> when it can.</returns>
    public static async Task<string?> ValidateFormAsync(this HttpContext http, string again) =>
        http.Actor() is null ? $"You are signed out. What you typed is still here: sign in in another tab, then {again} again."
        : await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http) ? null
        : $"Your sign-in has changed since this form was opened. What you typed is still here: please {again} again.";
}

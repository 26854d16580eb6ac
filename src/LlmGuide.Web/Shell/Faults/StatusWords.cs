using LlmGuide.Web.Forms;
using LlmGuide.Web.Shared;

using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Net.Http.Headers;

namespace LlmGuide.Web.Shell.Faults;

/// <summary>What is said to people of a request that was refused with a status and nothing else.</summary>
/// <param name="IsForm">Whether a form was sent that can be sent again from its page.</param>
internal sealed record StatusWords(string Title, string Words, bool IsForm = false)
{
    public static readonly StatusWords NotFound = new(
        "This page is not on the map",
        "It may have moved, or the link may have lost its last letters on the way. If a link inside the guide brought you here, "
        + "that is our mistake.");

    private const string Unreadable = "This could not be read";

    public static StatusWords Of(HttpContext http) => http.Response.StatusCode switch
    {
        StatusCodes.Status400BadRequest when http.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false } => OutOfDate(http),
        StatusCodes.Status400BadRequest => new(
            Unreadable, "The address, or what was sent, is not what a browser of a reader sends here. If it was a form: you may have "
            + "signed in or out since it was opened. Load its page again, and send it once more.", IsForm: true),
        StatusCodes.Status401Unauthorized => new("Sign in first", "This is for members who are signed in."),
        StatusCodes.Status403Forbidden => new(
            "Access denied", "Your account is not allowed to do this. If you think it should be, ask an administrator."),
        StatusCodes.Status405MethodNotAllowed => new(
            "This cannot be opened like a page", "The address belongs to a button or a form. Open the page that it is on."),
        StatusCodes.Status413PayloadTooLarge => new(Unreadable, "It is too large.", IsForm: true),
        StatusCodes.Status414UriTooLong or StatusCodes.Status431RequestHeaderFieldsTooLarge => new(
            Unreadable, "The address is too long."),
        StatusCodes.Status415UnsupportedMediaType => new(
            Unreadable, "It was not sent in a form that this address understands.", IsForm: true),
        StatusCodes.Status429TooManyRequests => new("Too many tries", "Nothing was done this time. Try again in a minute."),
        // A page that finds nothing shows this before it has said so.
        < StatusCodes.Status400BadRequest or StatusCodes.Status404NotFound or StatusCodes.Status410Gone => NotFound,
        _ => new("This was not done", "The guide could not do what was asked. Nothing was changed."),
    };

    /// <summary>The page of this site that a form or link was on, as the browser says it.</summary>
    public static string? CameFrom(HttpRequest request) =>
        Uri.TryCreate(request.Headers[HeaderNames.Referer], UriKind.Absolute, out var page)
        && page.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase)
            ? LocalAddress.Of(page.PathAndQuery)
            : null;

    private static StatusWords OutOfDate(HttpContext http) => new(
        "This form is out of date",
        "You signed in or out after its page was opened, perhaps in another tab, so nothing was done. "
        + (http.Actor() is { } self ? $"You are signed in as {self.Name}." : "You are signed out."),
        IsForm: true);
}

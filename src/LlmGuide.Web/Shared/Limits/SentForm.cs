using Microsoft.AspNetCore.Antiforgery;

namespace LlmGuide.Web.Shared.Limits;

/// <summary>What was typed into a form that is not taken now, so that it can be sent again.</summary>
/// <param name="Address">Where it goes.</param>
/// <param name="Fields">All that was sent, its token too.</param>
public sealed record SentForm(string Address, IReadOnlyList<KeyValuePair<string, string>> Fields)
{
    private const int Longest = 1024 * 1024;

    private static readonly string[] Secrets = ["password", "code", "token"];

    /// <summary>Texts are shown, so that they can be copied; what is short goes along unseen.</summary>
    public static bool IsText(string value) => value.Length > 60 || value.Contains('\n', StringComparison.Ordinal);

    /// <returns><c>null</c> where nothing was typed that could be kept: a secret is not written into a page, nor is a file.</returns>
    public static async Task<SentForm?> ReadAsync(HttpRequest request)
    {
        // What comes without its token may be another site's: it is not written into a page of ours.
        if (request.HttpContext.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false }
            || !HttpMethods.IsPost(request.Method) || !request.HasFormContentType || request.ContentLength is null or > Longest)
        {
            return null;
        }

        try
        {
            var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
            return form.Files.Count > 0 || form.Keys.Any(IsSecret)
                ? null
                : new SentForm(request.PathBase + request.Path + request.QueryString, [.. form.SelectMany(field => field.Value.Select(value => KeyValuePair.Create(field.Key, value ?? "")))]);
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException)
        {
            return null;
        }
    }

    private static bool IsSecret(string field) => field != "__RequestVerificationToken" && Secrets.Any(word => field.Contains(word, StringComparison.OrdinalIgnoreCase));
}

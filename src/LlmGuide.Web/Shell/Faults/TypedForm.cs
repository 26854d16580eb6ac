using LlmGuide.Web.Shared;

using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;

namespace LlmGuide.Web.Shell.Faults;

/// <summary>A form that was sent and could not be taken, so that it can be sent again as it was, with its own token.</summary>
/// <param name="Action">Where it was sent.</param>
/// <param name="Fields">What was in it, in its order, but for what is never sent back.</param>
/// <param name="Files">The names of files, which only the browser has.</param>
public sealed record TypedForm(string Action, IReadOnlyList<TypedField> Fields, IReadOnlyList<string> Secrets, IReadOnlyList<string> Files)
{
    /// <summary>The last part of the name of a code that works once.</summary>
    public const string Code = "Code";

    /// <summary>How fields for passwords and codes end, whichever form they are in.</summary>
    internal static readonly string[] SecretNames = ["Password", "Current", Code];

    /// <summary>What nobody has read yet is read here up to so many bytes.</summary>
    private const int LongestUnread = 1024 * 1024;

    /// <summary>Whether it holds something that somebody wrote.</summary>
    public bool HoldsText => Fields.Any(one => one.IsText);

    /// <returns><c>null</c> when what was sent is no form, has not arrived, or is not known to be from here.</returns>
    public static async Task<TypedForm?> ReadAsync(HttpContext http)
    {
        // What has a token that is not its sender's may be another site's: it is not written into a page of ours. Asked anything at all,
        // it throws.
        if (http.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false }
            || !HttpMethods.IsPost(http.Request.Method) || !http.Request.HasFormContentType || IsLongAndUnread(http))
        {
            return null;
        }

        try
        {
            return Of(await http.Request.ReadFormAsync(http.RequestAborted), Links.Here(http.Request));
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or IOException)
        {
            return null;
        }
    }

    private static bool IsLongAndUnread(HttpContext http) =>
        http.Features.Get<IFormFeature>()?.Form is null && http.Request.ContentLength is null or > LongestUnread;

    private static TypedForm Of(IFormCollection form, string action)
    {
        var fields = form.SelectMany(field => field.Value, (field, value) => new TypedField(field.Key, value ?? "")).ToList();
        return new TypedForm(
            action,
            [.. fields.Where(field => !IsSecret(field.Name))],
            [.. fields.Select(field => field.Name).Where(IsSecret).Distinct(StringComparer.Ordinal)],
            [.. form.Files.Select(file => file.Name).Distinct(StringComparer.Ordinal)]);
    }

    private static bool IsSecret(string name) =>
        Array.Exists(SecretNames, secret => name.Split('.')[^1].Equals(secret, StringComparison.OrdinalIgnoreCase));
}

/// <param name="Value">As it was sent.</param>
public sealed record TypedField(string Name, string Value)
{
    /// <summary>What holds a space or an end of line was written by somebody, and is shown; the rest goes along unseen.</summary>
    public bool IsText => Value.AsSpan().Trim().ContainsAny(" \n");

    /// <summary>As people know it: <c>Draft.Why</c> is “Why”.</summary>
    public static string LabelOf(string name)
    {
        var last = name.Split('.')[^1].Replace('-', ' ');
        return last.Length == 0 ? name : char.ToUpperInvariant(last[0]) + last[1..];
    }
}

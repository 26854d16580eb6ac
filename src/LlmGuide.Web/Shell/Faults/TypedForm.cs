using LlmGuide.Web.Shared;

namespace LlmGuide.Web.Shell.Faults;

/// <summary>A form that was sent and could not be taken, so that it can be sent again as it was, with its own token.</summary>
/// <param name="Action">Where it was sent.</param>
/// <param name="Fields">What was in it, in its order, but for what is never sent back.</param>
/// <param name="Secrets">The names of passwords, which are asked for again.</param>
/// <param name="Files">The names of files, which only the browser has.</param>
public sealed record TypedForm(string Action, IReadOnlyList<TypedField> Fields, IReadOnlyList<string> Secrets, IReadOnlyList<string> Files)
{
    /// <summary>How fields for passwords end, whichever form they are in.</summary>
    internal static readonly string[] SecretNames = ["Password", "Current"];

    /// <summary>Whether it holds something that somebody wrote.</summary>
    public bool HoldsText => Fields.Any(one => one.IsText);

    /// <returns><c>null</c> when what was sent is no form, or has not arrived.</returns>
    public static async Task<TypedForm?> ReadAsync(HttpContext http)
    {
        if (!http.Request.HasFormContentType)
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

    private static TypedForm Of(IFormCollection form, string action)
    {
        var fields = form.SelectMany(field => field.Value, (field, value) => new TypedField(field.Key, value ?? "")).ToList();
        return new TypedForm(
            action,
            [.. fields.Where(field => !IsSecret(field.Name))],
            [.. fields.Select(field => field.Name).Where(IsSecret).Distinct(StringComparer.Ordinal)],
            [.. form.Files.Select(file => file.Name).Distinct(StringComparer.Ordinal)]);
    }

    private static bool IsSecret(string name) => Array.Exists(SecretNames, secret => name.Split('.')[^1].Equals(secret, StringComparison.OrdinalIgnoreCase));
}

/// <param name="Name">As the form has it.</param>
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

using System.Globalization;
using System.Text;

namespace LlmGuide.Core.Accounts.SignIn;

/// <summary>
/// The name or the address that somebody types to sign in: without what is copied along with it and cannot be seen, and without what is
/// put around it elsewhere (<c>@ada</c>, <c>mailto:ada@example.org</c>). Neither has a blank inside.
/// </summary>
public static class TypedAccount
{
    private const string Scheme = "mailto:";

    public static string Of(string typed)
    {
        var seen = string.Concat(typed.Where(IsSeen)).Trim('<', '>');
        var plain = seen.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? seen[Scheme.Length..] : seen;

        // Names are ASCII, whatever width a keyboard gives its letters; an address keeps its own.
        return plain.LastIndexOf('@') > 0 ? plain : plain.Normalize(NormalizationForm.FormKC).TrimStart('@');
    }

    private static bool IsSeen(char c) => !char.IsWhiteSpace(c)
        && char.GetUnicodeCategory(c) is not (UnicodeCategory.Format or UnicodeCategory.Control);
}

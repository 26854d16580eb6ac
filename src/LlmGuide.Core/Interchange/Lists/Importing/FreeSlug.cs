using System.Globalization;

namespace LlmGuide.Core.Interchange.Lists.Importing;

/// <summary>A slug that nothing else has.</summary>
internal static class FreeSlug
{
    /// <param name="title">What it is made of.</param>
    /// <param name="otherwise">What it is made of where the title has no letters that a slug may have.</param>
    /// <param name="taken">Gets the slug.</param>
    public static string Of(string title, string otherwise, ISet<string> taken)
    {
        var plain = Slug.Of(title) is { Length: > 0 } slug ? slug : Slug.Of(otherwise) is { Length: > 0 } other ? other : "work";
        var free = plain;
        for (var number = 2; Slug.Fault(free) is not null || !taken.Add(free); number++)
        {
            free = $"{plain[..Math.Min(plain.Length, Slug.MaxLength - 8)].TrimEnd('-')}-{number.ToString(CultureInfo.InvariantCulture)}";
        }

        return free;
    }
}

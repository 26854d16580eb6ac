using LlmGuide.Core.Text;

namespace LlmGuide.Core;

/// <summary>The reason of an act, as it stands in the public log.</summary>
public static class ReasonText
{
    /// <summary>How long a reason may be, in characters.</summary>
    public const int MaxLength = 500;

    /// <summary>Trims what was typed, and takes out what no text may have. An empty reason is refused where one is required.</summary>
    internal static Outcome<string> Parse(string? typed, bool required) => CleanText.Composed(typed)?.Trim() switch
    {
        null or "" => required ? Refusal.Rule("Enter a reason: it is shown in the change log.", "reason") : "",
        { Length: > MaxLength } => Refusal.Rule($"At most {MaxLength} characters, please.", "reason"),
        var reason => reason,
    };

    /// <summary>Shortens what the program itself put together to <see cref="MaxLength"/>, with an ellipsis.</summary>
    internal static string Shorten(string reason) => reason.Length <= MaxLength ? reason : reason[..(MaxLength - 1)] + "…";
}

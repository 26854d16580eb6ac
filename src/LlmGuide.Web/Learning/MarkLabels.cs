using LlmGuide.Core.Learning;
using LlmGuide.Core.Learning.Marks;
using LlmGuide.Web.Shared.Display;

namespace LlmGuide.Web.Learning;

internal static class MarkLabels
{
    /// <summary>What a button sets; pressed, it takes it back.</summary>
    public static readonly IReadOnlyList<(ReadingState State, string Name)> Buttons =
        [(ReadingState.Read, "Read"), (ReadingState.Reading, "Reading"), (ReadingState.Skipped, "Skip")];

    /// <summary>What became of the marks of a device, once.</summary>
    public static string Of(MergedMarks merged)
    {
        var added = $"{Labels.Count(merged.Added, "work")} that you had marked on this device {Was(merged.Added)} added.";
        var older = $"Of {Labels.Count(merged.Older, "other")}, your account had a newer state, which stays.";
        var unknown = $"{Labels.Count(merged.Unknown, "work")} {(merged.Unknown == 1 ? "is" : "are")} not in this guide.";
        return string.Join(' ', new[]
        {
            merged.Added + merged.Older + merged.Unknown == 0 ? "Your account already has everything that was marked here." : "",
            merged.Added > 0 ? added : "",
            merged.Older > 0 ? older : "",
            merged.Unknown > 0 ? unknown : "",
        }.Where(sentence => sentence.Length > 0));
    }

    private static string Was(int count) => count == 1 ? "was" : "were";
}

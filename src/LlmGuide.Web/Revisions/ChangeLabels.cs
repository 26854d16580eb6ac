using System.Globalization;

using LlmGuide.Core.Data;
using LlmGuide.Core.Revisions.History;
using LlmGuide.Web.Shared;

namespace LlmGuide.Web.Revisions;

/// <summary>A row of the log as a sentence: "Removed a comment by quickrank on The Transformer".</summary>
internal static class ChangeLabels
{
    public static string Sentence(Change change) => $"{Act(change.Act)} {Article(change)}{change.Title}";

    public static string Act(string act) => ChangeActs.Word(act);

    /// <summary>What stands between the act and the name of what it was done to.</summary>
    public static string Article(Change change) => (change.Kind, change.Act) switch
    {
        (LogKind.Comment, _) => "a ",
        (LogKind.Topic or LogKind.Resource or LogKind.Task, "locked" or "unlocked") => "the discussion of ",
        _ => "",
    };

    /// <returns>Where the subject is, or was.</returns>
    public static string Address(Change change) => Links.Subject(change.Kind, change.Key);

    /// <summary>The row on the first page of the log.</summary>
    public static string Anchor(Change change) => string.Create(CultureInfo.InvariantCulture, $"change-{change.Id}");
}

namespace LlmGuide.Web.Revisions;

/// <summary>What was done, at the beginning of a line: "Removed".</summary>
public static class ChangeActs
{
    public static string Word(string act) => act.Length == 0 ? act : char.ToUpperInvariant(act[0]) + act[1..];
}

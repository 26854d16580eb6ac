namespace LlmGuide.Web.Revisions;

/// <summary>What an act has changed, for programs.</summary>
/// <param name="Id">The number of its row in the log.</param>
/// <param name="Revision">The number of the revision within its subject.</param>
/// <param name="Fields">The fields that differ, in the order of the subject's draft.</param>
internal sealed record ChangedFields(int Id, int Revision, IReadOnlyList<ChangedField> Fields);

/// <param name="Field">Its name; inside a list the list's name, the record's, and its own.</param>
/// <param name="Before">What it said; none for nothing.</param>
/// <param name="After">What it says; none for nothing.</param>
internal sealed record ChangedField(string Field, string? Before, string? After);

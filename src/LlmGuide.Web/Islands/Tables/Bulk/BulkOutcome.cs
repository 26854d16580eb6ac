using LlmGuide.Core;

namespace LlmGuide.Web.Islands.Tables.Bulk;

/// <summary>What became of several rows.</summary>
/// <param name="Left">Those with which it was not.</param>
/// <param name="Wrong">Why not; <c>null</c> when it was done with all.</param>
public sealed record BulkOutcome(int Done, IReadOnlyList<string> Left, Refusal? Wrong);

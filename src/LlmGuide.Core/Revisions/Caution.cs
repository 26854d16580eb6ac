using LlmGuide.Core.Data;

namespace LlmGuide.Core.Revisions;

/// <summary>
/// Something speaks against an edit, and whoever has seen it may save all the same (<see cref="Edit{TDraft}.Confirmed"/>).
/// </summary>
/// <param name="Says">What, as a sentence.</param>
/// <param name="At">The field of the draft that it is about.</param>
/// <param name="Other">What it is like.</param>
/// <param name="Confirm">What one says who saves it all the same.</param>
public sealed record Caution(string Says, string At, LogSubject Other, string Confirm) : Refusal(Cause.Rule, Says, At);

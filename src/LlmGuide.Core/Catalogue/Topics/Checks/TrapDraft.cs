namespace LlmGuide.Core.Catalogue.Topics.Checks;

/// <summary>A wrong number and what somebody who gives it must have thought, as it is typed.</summary>
public sealed record TrapDraft(string Value = "", string Reason = "");

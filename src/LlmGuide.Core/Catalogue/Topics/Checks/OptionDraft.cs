namespace LlmGuide.Core.Catalogue.Topics.Checks;

/// <summary>One of the statements of a choice, as it is typed.</summary>
public sealed record OptionDraft(string Text = "", bool Right = false, string Reason = "");

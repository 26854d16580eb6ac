namespace LlmGuide.Web.Islands.Tables.Bulk;

/// <param name="Value">As the form sends it.</param>
/// <param name="Words">What it does.</param>
public sealed record BulkChoice(string Value, string Words);

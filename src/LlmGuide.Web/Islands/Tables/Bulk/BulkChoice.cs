namespace LlmGuide.Web.Islands.Tables.Bulk;

public sealed record BulkChoice(string Value, string Words);

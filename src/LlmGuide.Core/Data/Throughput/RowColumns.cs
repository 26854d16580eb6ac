using System.Data;

namespace LlmGuide.Core.Data.Throughput;

/// <summary>What a statement of one's own writes of a row. A test compares it with the model.</summary>
/// <param name="Columns">In the order of the values.</param>
internal sealed record RowColumns(string Table, IReadOnlyList<(string Name, DbType Type)> Columns);

using System.Data;
using System.Data.Common;

namespace LlmGuide.Core.Data.Throughput;

/// <summary>What a statement of one's own writes of a row.</summary>
/// <param name="Columns">In the order of the values.</param>
internal sealed record RowColumns(string Table, IReadOnlyList<(string Name, NewParameter Parameter)> Columns)
{
    /// <summary>Columns that are named by hand; a test compares them with the model.</summary>
    public static RowColumns Of(string table, params (string Name, DbType Type)[] columns) => new(
        table, [.. columns.Select(column => (column.Name, (NewParameter)((command, name) => Parameter(command, name, column.Type))))]);

    private static DbParameter Parameter(DbCommand command, string name, DbType type)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.DbType) = (name, type);
        return parameter;
    }
}

/// <summary>Makes a parameter for values of a column; the command gets it from the caller.</summary>
internal delegate DbParameter NewParameter(DbCommand command, string name);

using System.Data.Common;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Data;

internal static class ColumnValue
{
    /// <summary>A value for a statement of one's own, as the column has it: a time is a number on one of the databases, an enum its name on both.</summary>
    public static DbParameter ParameterFor<T>(this GuideDb db, string column, string name, object value)
    {
        using var command = db.Database.GetDbConnection().CreateCommand();
        return db.Model.FindEntityType(typeof(T))!.FindProperty(column)!.GetRelationalTypeMapping().CreateParameter(command, name, value);
    }
}

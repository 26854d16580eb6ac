using System.Data.Common;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace LlmGuide.Core.Data;

/// <summary>Statements of one's own, for what LINQ cannot say or says at several times the cost.</summary>
internal static class ColumnValue
{
    /// <summary>A value for a statement of one's own, as the column has it: a time is a number on one of the databases, an enum its name on both.</summary>
    public static DbParameter ParameterFor<T>(this GuideDb db, string column, string name, object? value)
    {
        using var command = db.Database.GetDbConnection().CreateCommand();
        return db.ParameterFor<T>(command, column, name, value);
    }

    /// <summary>A statement in the transaction of the context.</summary>
    /// <param name="db">In a transaction.</param>
    /// <param name="sql">A constant.</param>
    public static DbCommand CommandFor(this GuideDb db, string sql)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // Every caller passes a constant.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        return command;
    }

    /// <summary>Gives a statement the value of a column, under the column's name.</summary>
    public static void Add<T>(this DbCommand command, GuideDb db, string column, object? value) =>
        command.Parameters.Add(db.ParameterFor<T>(command, column, "@" + column, value));

    private static DbParameter ParameterFor<T>(this GuideDb db, DbCommand command, string column, string name, object? value)
    {
        var property = db.Model.FindEntityType(typeof(T))!.FindProperty(column)!;
        return property.GetRelationalTypeMapping().CreateParameter(command, name, value, property.IsNullable);
    }
}

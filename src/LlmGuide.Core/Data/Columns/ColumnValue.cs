using System.Data.Common;

using LlmGuide.Core.Text;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace LlmGuide.Core.Data.Columns;

/// <summary>Statements of one's own, for what LINQ cannot say or says at several times the cost.</summary>
internal static class ColumnValue
{
    /// <summary>
    /// A value for a statement of one's own, as the column has it: a time is a number on one of the databases, an enum its name on both.
    /// </summary>
    public static DbParameter ParameterFor<T>(this GuideDb db, string column, string name, object? value)
    {
        using var command = db.Database.GetDbConnection().CreateCommand();
        return db.ParameterFor<T>(command, column, name, value);
    }

    /// <summary>A statement in the transaction of the context, if it is in one.</summary>
    /// <param name="db">Its connection is open.</param>
    /// <param name="sql">A constant, or made of the names of the model alone.</param>
    public static DbCommand CommandFor(this GuideDb db, string sql)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // Every caller passes a constant, or names of the model.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        return command;
    }

    /// <summary>Gives a statement the value of a column, under the column's name.</summary>
    public static void Add<T>(this DbCommand command, GuideDb db, string column, object? value) =>
        command.Parameters.Add(db.ParameterFor<T>(command, column, "@" + column, value));

    /// <summary>Gives a statement a value that is the same on both databases: a number or a text.</summary>
    public static void AddPlain(this DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = Plain(value);
        command.Parameters.Add(parameter);
    }

    /// <summary>A value as a column may have it, for a parameter that knows of no column.</summary>
    public static object Plain(object? value) => value is string text ? CleanText.Of(text) : value ?? DBNull.Value;

    private static DbParameter ParameterFor<T>(this GuideDb db, DbCommand command, string column, string name, object? value)
    {
        var property = db.Model.FindEntityType(typeof(T))!.FindProperty(column)!;
        return property.GetRelationalTypeMapping().CreateParameter(command, name, value, property.IsNullable);
    }
}

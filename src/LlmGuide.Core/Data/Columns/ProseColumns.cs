using System.Linq.Expressions;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LlmGuide.Core.Data.Columns;

internal static class ProseColumns
{
    /// <summary>Keeps a text as three columns of its owner: <c>X_Markdown</c>, <c>X_Html</c> and <c>X_Version</c>.</summary>
    public static void HasProse<T>(this EntityTypeBuilder<T> entity, Expression<Func<T, Prose>> text)
        where T : class =>
        entity.ComplexProperty(text!).IsRequired();

    /// <summary>Every text that is kept so, with the beginning of its columns' names.</summary>
    public static IEnumerable<(string Table, string Column)> All(IReadOnlyModel model) =>
        from type in model.GetEntityTypes()
        from text in type.GetComplexProperties()
        where text.ClrType == typeof(Prose)
        select (type.GetTableName()!, text.Name);
}

using System.Data.Common;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace LlmGuide.Core.Data.Throughput;

/// <summary>
/// Writes many new entities past the change tracker, with the columns that the model has: nothing is named twice. Tracked, each is a
/// statement of its own, which SQLite reads again with all that its triggers do.
/// </summary>
internal static class NewRows
{
    /// <param name="entities">Of a table that is theirs alone; the context tracks none of them.</param>
    /// <param name="references">The numbers of other rows, by the property that has them.</param>
    /// <returns>The numbers of the rows, in the order of the entities.</returns>
    public static Task<IReadOnlyList<int>> InsertAsync<T>(
        this GuideDb db, IReadOnlyList<T> entities, IReadOnlyDictionary<string, Func<T, int?>> references,
        CancellationToken cancellationToken)
        where T : class
    {
        var table = db.Model.FindEntityType(typeof(T))!.GetTableMappings().Single().Table;
        var columns = table.Columns.Select(column => column.PropertyMappings[0])
            .Where(mapping => !mapping.Property.IsPrimaryKey() && mapping.Property.ValueGenerated != ValueGenerated.OnAddOrUpdate)
            .Select(mapping => new WrittenColumn<T>(mapping, references.GetValueOrDefault(mapping.Property.Name))).ToList();
        return db.InsertAsync(
            new RowColumns(table.Name, [.. columns.Select(column => (column.Name, (NewParameter)column.Parameter))]),
            [.. entities.Select(entity => columns.Select(column => column.Value(entity)).ToArray())], cancellationToken);
    }

    private sealed class WrittenColumn<T>(IColumnMapping mapping, Func<T, int?>? reference)
        where T : class
    {
        public string Name => mapping.Column.Name;

        public DbParameter Parameter(DbCommand command, string name) =>
            mapping.TypeMapping.CreateParameter(command, name, null, nullable: true);

        public object? Value(T entity)
        {
            var value = reference is null ? mapping.Property.GetGetter().GetClrValueUsingContainingEntity(entity) : reference(entity);
            return value is not null && mapping.TypeMapping.Converter is { } converter ? converter.ConvertToProvider(value) : value;
        }
    }
}

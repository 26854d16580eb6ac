using LlmGuide.Core.Text;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace LlmGuide.Core.Data.Columns;

/// <summary>A table with its columns of text, as the model has them.</summary>
/// <param name="Texts">The columns that hold text of people. What rows are found by is not among them: it is the program's own.</param>
internal sealed record TextTable(string Name, IReadOnlyList<string> Key, IReadOnlyList<TextColumn> Texts)
{
    /// <summary>Every table that has such a column, whoever adds it; but not what the database writes from others by itself.</summary>
    /// <param name="model">The one for migrations: the one for queries no longer knows which tables those are.</param>
    public static IEnumerable<TextTable> All(IReadOnlyModel model) =>
        from table in ((IModel)model).GetRelationalModel().Tables
        where table.PrimaryKey is not null && !table.IsExcludedFromMigrations
        let texts = table.Columns.Where(column => !table.PrimaryKey!.Columns.Contains(column))
            .Select(TextColumn.Of).OfType<TextColumn>().ToList()
        where texts.Count > 0
        select new TextTable(table.Name, [.. table.PrimaryKey!.Columns.Select(column => column.Name)], texts);
}

/// <param name="Clean">Makes a text of it one that may be there; the very same when it is.</param>
/// <param name="Rendering">
/// The column with the version of the pipeline that has rendered it, where it belongs to a <see cref="Prose"/>.
/// </param>
internal sealed record TextColumn(string Name, string Type, Func<string, string> Clean, string? Rendering)
{
    /// <returns><c>null</c> for a column without text, or with nothing but the name of an enum.</returns>
    public static TextColumn? Of(IColumn column)
    {
        if (column.PropertyMappings.Count == 0)
        {
            // What is owned and kept as JSON.
            return new TextColumn(column.Name, column.StoreType, JsonText.Clean, null);
        }

        var (property, converter) = (column.PropertyMappings[0].Property, column.PropertyMappings[0].TypeMapping.Converter);
        var isText = (converter?.ProviderClrType ?? property.ClrType) == typeof(string)
            && !(Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType).IsEnum;
        var rendering = property.DeclaringType is IReadOnlyComplexType { ClrType: var type } prose && type == typeof(Prose)
            ? NameOf(prose.FindProperty(nameof(Prose.Version))!, column.Table)
            : null;
        return isText ? new TextColumn(column.Name, column.StoreType, RuleFor(column, property, converter), rendering) : null;
    }

    /// <summary>
    /// What is HTML was judged already; and where no two may be the same, two could become one if anything were taken out.
    /// </summary>
    private static Func<string, string> RuleFor(IColumn column, IReadOnlyProperty property, ValueConverter? converter) =>
        converter is not CleanColumns ? JsonText.Clean
        : property.DeclaringType.ClrType == typeof(Prose) && property.Name == nameof(Prose.Html) ? CleanText.Marked
        : column.Table.Indexes.Any(index => index.IsUnique && index.Columns.Contains(column)) ? CleanText.Marked
        : CleanText.Of;

    private static string NameOf(IReadOnlyProperty property, ITable table) =>
        table.Columns.Single(column => column.PropertyMappings.Any(mapping => mapping.Property == property)).Name;
}

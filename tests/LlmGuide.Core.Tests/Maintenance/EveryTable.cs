using System.Data.Common;
using System.Globalization;

using LlmGuide.Core.Data;
using LlmGuide.Core.Data.Bulk;
using LlmGuide.Core.Tests.Databases;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace LlmGuide.Core.Tests.Maintenance;

/// <summary>Puts a row into every table of the model that has none, so that whoever adds a table has it here.</summary>
internal static class EveryTable
{
    public static async Task FillAsync(GuideDatabase database)
    {
        await using var db = await database.OpenAsync();
        await db.Database.OpenConnectionAsync(GuideDatabase.Cancelled);
        var waiting = db.GetService<IDesignTimeModel>().Model.GetRelationalModel().Tables
            .Where(table => !table.IsExcludedFromMigrations).ToList();
        while (waiting.Count > 0)
        {
            // What it refers to comes first; what refers to itself may refer to nothing.
            var ready = waiting.FindAll(table => table.ForeignKeyConstraints.All(key =>
                key.PrincipalTable == table || key.Columns.Any(column => column.IsNullable) || !waiting.Contains(key.PrincipalTable)));
            Assert.NotEmpty(ready);
            foreach (var table in ready)
            {
                await AddAsync(database, db, table);
            }

            waiting.RemoveAll(ready.Contains);
        }
    }

    private static async Task AddAsync(GuideDatabase database, GuideDb db, ITable table)
    {
        var shape = BulkTable.All(db).Single(known => known.Name == table.Name);
        if (await shape.CountAsync(db, GuideDatabase.Cancelled) > 0)
        {
            return;
        }

        try
        {
            await InsertAsync(database, db, table, shape, optional: true);
        }
        catch (DbException)
        {
            // A row that belongs to one thing or another, and not to both.
            await InsertAsync(database, db, table, shape, optional: false);
        }
    }

    /// <param name="optional">Whether it refers to everything that it may refer to, or only to the first of that.</param>
    private static async Task InsertAsync(GuideDatabase database, GuideDb db, ITable table, BulkTable shape, bool optional)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        var choices = table.ForeignKeyConstraints.SelectMany(key => key.Columns).Where(column => column.IsNullable).Skip(1).ToList();
        foreach (var (at, column) in shape.Columns.Index())
        {
            var parameter = column.Parameter(command, $"@p{at}");
            var known = table.FindColumn(column.Name)!;
            var value = optional || !choices.Contains(known) ? column.Stored(await ValueAsync(database, db, table, known)) : null;
            parameter.Value = value ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }

        command.CommandText = $"INSERT INTO \"{table.Name}\" ({shape.Names()}) "
            + $"VALUES ({string.Join(", ", Enumerable.Range(0, shape.Columns.Count).Select(at => $"@p{at}"))})";
        await command.ExecuteNonQueryAsync(GuideDatabase.Cancelled);
    }

    /// <returns>Something that the column can hold, as the model has it.</returns>
    private static async Task<object?> ValueAsync(GuideDatabase database, GuideDb db, ITable table, IColumn column)
    {
        if (table.ForeignKeyConstraints.FirstOrDefault(key => key.Columns.Contains(column)) is { } key)
        {
            var principal = BulkTable.All(db).Single(known => known.Name == key.PrincipalTable.Name);
            var name = key.PrincipalColumns[key.Columns.ToList().IndexOf(column)].Name;
            var rows = await principal.ReadAsync(db, database.Get<IBulkCopy>(), GuideDatabase.Cancelled)
                .Take(2).ToListAsync(GuideDatabase.Cancelled);
            return rows.LastOrDefault()?[principal.Columns.ToList().FindIndex(known => known.Name == name)];
        }

        return column.PropertyMappings.Count == 0 ? """{"b": [1, "é"], "a": null}""" : Sample(column.PropertyMappings[0]);
    }

    private static object Sample(IColumnMapping mapping)
    {
        var type = Nullable.GetUnderlyingType(mapping.Property.ClrType) ?? mapping.Property.ClrType;
        return type.IsEnum ? Enum.GetValues(type).GetValue(0)!
            : type == typeof(string) ? "{}"
            : type == typeof(DateTimeOffset) ? new DateTimeOffset(2026, 11, 30, 12, 0, 0, TimeSpan.Zero).AddTicks(1_234_567)
            : type == typeof(DateOnly) ? new DateOnly(2026, 11, 30)
            : type == typeof(Guid) ? new Guid("0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9")
            : type == typeof(byte[]) ? new byte[] { 0, 1, 255 }
            : type == typeof(bool) ? true
            : mapping.TypeMapping.Converter?.ProviderClrType == typeof(string) ? mapping.TypeMapping.Converter.ConvertFromProvider("[]")!
            : typeof(IConvertible).IsAssignableFrom(type) ? Convert.ChangeType(1, type, CultureInfo.InvariantCulture)
            : Activator.CreateInstance(type)!;
    }
}

using System.Data.Common;
using System.Reflection;
using System.Text.Json;

using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace LlmGuide.Core.Data.Bulk;

/// <summary>
/// A column as one database keeps it. A value is taken out of one database and put into the other as the model has it: a time is a
/// number of ticks on SQLite and a <c>timestamptz</c> on PostgreSQL, and the same <see cref="DateTimeOffset"/> in between.
/// </summary>
public sealed class BulkColumn
{
    private static readonly MethodInfo Field =
        typeof(BulkColumn).GetMethod(nameof(ReadField), BindingFlags.Static | BindingFlags.NonPublic)!;

    private readonly RelationalTypeMapping? _mapping;
    private readonly Func<DbDataReader, int, object> _read;

    /// <param name="column">Of the model of that database.</param>
    public BulkColumn(IColumn column)
    {
        Name = column.Name;
        if (column.PropertyMappings.Count == 0)
        {
            // What is owned and kept as JSON has no property of its own: its text is copied as it is.
            (StoreType, _read) = (column.StoreType, ReadField<string>);
            return;
        }

        _mapping = column.PropertyMappings[0].TypeMapping;
        StoreType = _mapping.StoreTypeNameBase;
        var type = _mapping.Converter?.ProviderClrType ?? _mapping.ClrType;
        _read = Field.MakeGenericMethod(Nullable.GetUnderlyingType(type) ?? type).CreateDelegate<Func<DbDataReader, int, object>>();
    }

    public string Name { get; }

    /// <summary>What the database calls its type, without a length.</summary>
    public string StoreType { get; }

    /// <returns>The value as the model has it; <c>null</c> when there is none.</returns>
    public object? Read(DbDataReader reader, int ordinal) =>
        reader.IsDBNull(ordinal) ? null
        : _mapping?.Converter is { } converter ? converter.ConvertFromProvider(_read(reader, ordinal))
        : _read(reader, ordinal);

    /// <param name="value">As the model has it.</param>
    /// <returns>As this database is given it; <c>null</c> when there is none.</returns>
    public object? Stored(object? value) =>
        value is not null && _mapping?.Converter is { } converter ? converter.ConvertToProvider(value) : value;

    /// <returns>A parameter for values of the column, which are then set as <see cref="Stored"/> gives them.</returns>
    public DbParameter Parameter(DbCommand command, string name)
    {
        if (_mapping is not null)
        {
            return _mapping.CreateParameter(command, name, null, nullable: true);
        }

        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        return parameter;
    }

    /// <summary>
    /// Whether two databases hold the same. PostgreSQL keeps times to the microsecond, and orders the keys of a JSON document anew.
    /// </summary>
    /// <param name="one">As the model has it.</param>
    /// <param name="other">The same.</param>
    public bool AreSame(object? one, object? other) => (one, other) switch
    {
        (null, null) => true,
        (null, _) or (_, null) => false,
        (DateTimeOffset here, DateTimeOffset there) => Microseconds(here) == Microseconds(there),
        (string here, string there) when _mapping is null => here == there || AreSameJson(here, there),

        // As this database is given them: what is a list of records in the model is a text there, and a text is the same or not.
        _ => (Stored(one), Stored(other)) switch
        {
            (byte[] here, byte[] there) => here.AsSpan().SequenceEqual(there),
            var (here, there) => Equals(here, there),
        },
    };

    private static bool AreSameJson(string one, string other)
    {
        using var here = JsonDocument.Parse(one);
        using var there = JsonDocument.Parse(other);
        return JsonElement.DeepEquals(here.RootElement, there.RootElement);
    }

    private static long Microseconds(DateTimeOffset time) => time.UtcTicks / TimeSpan.TicksPerMicrosecond;

    private static object ReadField<T>(DbDataReader reader, int ordinal)
        where T : notnull => reader.GetFieldValue<T>(ordinal);
}

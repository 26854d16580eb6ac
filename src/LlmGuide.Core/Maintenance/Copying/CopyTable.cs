using System.Globalization;
using System.Runtime.CompilerServices;

using LlmGuide.Core.Data;
using LlmGuide.Core.Data.Bulk;
using LlmGuide.Core.Data.Columns;

namespace LlmGuide.Core.Maintenance.Copying;

/// <summary>One table, in the database that is copied and in the copy.</summary>
internal sealed class CopyTable(GuideDb from, BulkTable here, IBulkCopy source, GuideDb to, BulkTable there, IBulkCopy target)
{
    public string Name => here.Name;

    public Task<long> CountAsync(CancellationToken cancellationToken) => here.CountAsync(from, cancellationToken);

    /// <summary>What a migration has put there is no content.</summary>
    public async Task<bool> IsTargetEmptyAsync(CancellationToken cancellationToken) =>
        await there.CountAsync(to, cancellationToken) <= there.Seeded;

    /// <returns>How many rows were written.</returns>
    public async Task<long> CopyAsync(Action row, CancellationToken cancellationToken)
    {
        RequireSameColumns();
        if (there.Seeded > 0)
        {
            await using var clear = to.CommandFor($"DELETE FROM \"{Name}\"");
            await clear.ExecuteNonQueryAsync(cancellationToken);
        }

        var (rows, last) = (0L, await source.LastNumberAsync(from, here, cancellationToken) ?? 0);
        await target.FillAsync(to, there, Counted(cancellationToken), cancellationToken);
        if (last > 0)
        {
            await target.NumberFromAsync(to, there, last, cancellationToken);
        }

        return rows;

        async IAsyncEnumerable<object?[]> Counted([EnumeratorCancellation] CancellationToken token)
        {
            await foreach (var values in here.ReadAsync(from, source, token))
            {
                rows++;
                last = Math.Max(last, Number(values));
                row();
                yield return values;
            }
        }
    }

    /// <returns>The first row that is not the same in both, in words; <c>null</c> when all are.</returns>
    public async Task<string?> DifferenceAsync(Action row, CancellationToken cancellationToken)
    {
        await using var copies = there.ReadAsync(to, target, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await foreach (var values in here.ReadAsync(from, source, cancellationToken))
        {
            if (!await copies.MoveNextAsync())
            {
                return $"{Name} {KeyOf(values)} is missing";
            }

            for (var at = 0; at < values.Length; at++)
            {
                if (!here.Columns[at].AreSame(values[at], copies.Current[at]))
                {
                    return $"{Name} {KeyOf(values)} has another {here.Columns[at].Name}";
                }
            }

            row();
        }

        return await copies.MoveNextAsync() ? $"{Name} {KeyOf(copies.Current)} is one too many" : null;
    }

    /// <summary>A single number as a key is what the next row gets more than.</summary>
    private long Number(object?[] values) => here.Key.Count == 1 && values[here.Key[0]] is int or long
        ? Convert.ToInt64(values[here.Key[0]], CultureInfo.InvariantCulture) : 0;

    private string KeyOf(object?[] values) =>
        string.Join('/', here.Key.Select(at => Convert.ToString(values[at], CultureInfo.InvariantCulture)));

    private void RequireSameColumns()
    {
        static IEnumerable<string> Columns(BulkTable table) => table.Columns.Select(column => column.Name);
        if (here.Name != there.Name || !Columns(here).SequenceEqual(Columns(there)))
        {
            throw new InvalidOperationException($"The two models differ in {here.Name} and {there.Name}.");
        }
    }
}

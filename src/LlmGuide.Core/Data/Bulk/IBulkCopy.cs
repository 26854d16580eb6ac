using System.Data.Common;

using Microsoft.EntityFrameworkCore.Storage;

namespace LlmGuide.Core.Data.Bulk;

/// <summary>How whole tables leave one kind of database and enter it. All of it happens on the connection of the context.</summary>
public interface IBulkCopy
{
    /// <summary>Begins to read one state of everything, whatever others write meanwhile.</summary>
    Task<IDbContextTransaction> BeginReadingAsync(GuideDb db, CancellationToken cancellationToken);

    /// <summary>
    /// Begins to fill tables in any order: what a row says of another table is not looked at before <see cref="FinishAsync"/>.
    /// </summary>
    Task<IDbContextTransaction> BeginFillingAsync(GuideDb db, CancellationToken cancellationToken);

    /// <summary>Appends rows, of which some hundred at most are in memory.</summary>
    /// <param name="rows">Values as the model has them, in the order of the columns.</param>
    Task FillAsync(GuideDb db, BulkTable table, IAsyncEnumerable<object?[]> rows, CancellationToken cancellationToken);

    /// <summary>
    /// Holds every row to what it says of others again, and makes the full-text index. It is still to be committed.
    /// </summary>
    /// <exception cref="DbException">A row refers to one that is not there.</exception>
    Task FinishAsync(GuideDb db, CancellationToken cancellationToken);

    /// <returns>The last number that a row got; <c>null</c> when none did, or rows of the table get none.</returns>
    Task<long?> LastNumberAsync(GuideDb db, BulkTable table, CancellationToken cancellationToken);

    /// <summary>Gives the next row the number after <paramref name="last"/>, where rows of the table get one.</summary>
    Task NumberFromAsync(GuideDb db, BulkTable table, long last, CancellationToken cancellationToken);

    /// <summary>A column to sort by, as its bytes are and not as a language has it: the order on every database.</summary>
    string InByteOrder(BulkColumn column);
}

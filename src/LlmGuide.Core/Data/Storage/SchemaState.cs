using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Data.Storage;

/// <summary>How the schema of a database relates to this program's.</summary>
public enum SchemaState
{
    Current,

    /// <summary>Older than the program: migrations are pending, or it is empty.</summary>
    Behind,

    /// <summary>Newer than the program: it holds a migration that this program does not know.</summary>
    Ahead,

    /// <summary>
    /// Made by a program from before the first release, whose migrations are no longer there: it cannot be brought up to date.
    /// </summary>
    Unreleased,
}

public static class Schema
{
    /// <summary>Compares the migrations in the database with those of the program.</summary>
    public static async Task<SchemaState> StateAsync(GuideDb db, CancellationToken cancellationToken)
    {
        var known = db.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
        var applied = (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);
        var first = known.Min(StringComparer.Ordinal);
        return applied.Any(id => string.CompareOrdinal(id, first) < 0) ? SchemaState.Unreleased
            : !applied.IsSubsetOf(known) ? SchemaState.Ahead
            : applied.Count < known.Count ? SchemaState.Behind
            : SchemaState.Current;
    }
}

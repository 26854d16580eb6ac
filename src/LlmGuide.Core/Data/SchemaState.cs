using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Data;

/// <summary>How the schema of a database relates to this program's.</summary>
public enum SchemaState
{
    Current,

    /// <summary>Older than the program: migrations are pending, or it is empty.</summary>
    Behind,

    /// <summary>Newer than the program: it holds a migration that this program does not know.</summary>
    Ahead,
}

public static class Schema
{
    /// <summary>Compares the migrations in the database with those of the program.</summary>
    public static async Task<SchemaState> StateAsync(GuideDb db, CancellationToken cancellationToken)
    {
        var known = db.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
        var applied = (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);
        return !applied.IsSubsetOf(known) ? SchemaState.Ahead
            : applied.Count < known.Count ? SchemaState.Behind
            : SchemaState.Current;
    }
}

namespace LlmGuide.Core.Data.Storage;

/// <summary>Which database to use and what to do with it at start-up (configuration section <c>Database</c>).</summary>
public sealed class DatabaseOptions
{
    public const string Section = "Database";

    /// <summary>Default <see cref="DatabaseProvider.Sqlite"/>.</summary>
    public DatabaseProvider Provider { get; init; } = DatabaseProvider.Sqlite;

    /// <summary>Whether start-up brings the schema up to date. Default: yes on SQLite, no on PostgreSQL.</summary>
    public bool? MigrateOnStart { get; init; }

    /// <summary>Whether start-up fills an empty catalogue from <c>db/seed</c>. Default: yes.</summary>
    public bool SeedOnStart { get; init; } = true;

    /// <summary>What <see cref="MigrateOnStart"/> comes to.</summary>
    public bool Migrates => MigrateOnStart ?? Provider == DatabaseProvider.Sqlite;
}

public enum DatabaseProvider
{
    Sqlite,
    PostgreSQL,
}

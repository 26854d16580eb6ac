using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace LlmGuide.Db.Sqlite;

/// <summary>
/// Lets every migration be in one transaction. To make a table anew EF Core turns the foreign keys off and on in the middle, which no
/// transaction can hold: it ends there, and whoever is killed then leaves a half-made table, over which the next start stumbles. They are
/// off from the beginning instead (<see cref="SqliteStorage"/>).
/// </summary>
internal sealed class SqliteMigrationSql(MigrationsSqlGeneratorDependencies dependencies, IRelationalAnnotationProvider annotations)
    : SqliteMigrationsSqlGenerator(dependencies, annotations)
{
    public override IReadOnlyList<MigrationCommand> Generate(
        IReadOnlyList<MigrationOperation> operations, IModel? model = null,
        MigrationsSqlGenerationOptions options = MigrationsSqlGenerationOptions.Default) =>
        [.. base.Generate(operations, model, options).Where(command => !IsAboutForeignKeys(command))];

    private static bool IsAboutForeignKeys(MigrationCommand command) =>
        command.TransactionSuppressed && command.CommandText.StartsWith("PRAGMA foreign_keys", StringComparison.Ordinal);
}

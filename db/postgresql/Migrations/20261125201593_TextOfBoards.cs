using Microsoft.EntityFrameworkCore.Migrations;

namespace LlmGuide.Db.PostgreSql.Migrations;

/// <summary>Tasks, benchmarks and metrics are found as topics and resources are (see <see cref="TextIndex"/>).</summary>
public partial class TextOfBoards : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Column(migrationBuilder, "NlpTasks", "\"Slug\" || ' ' || \"Type\"", "\"Objective\"", "\"Lookout\" || ' ' || \"ExampleInput\" || ' ' || \"ExampleOutput\"");
        Column(migrationBuilder, "Benchmarks", "\"Slug\"", "coalesce(\"Size\", '')", "coalesce(\"Split\", '')");
        Column(migrationBuilder, "Metrics", "\"Slug\"", "\"Definition\"", "coalesce(\"Unit\", '')");
    }

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        ALTER TABLE "NlpTasks" DROP COLUMN "Text";
        ALTER TABLE "Benchmarks" DROP COLUMN "Text";
        ALTER TABLE "Metrics" DROP COLUMN "Text";
        """);

    private static void Column(MigrationBuilder migrationBuilder, string table, string names, string summary, string body)
    {
        static string Part(string weight, string text) => $"setweight(to_tsvector('guide', translate({text}, '-./_''’', '      ')), '{weight}')";
        migrationBuilder.Sql($"""
            ALTER TABLE "{table}" ADD COLUMN "Text" tsvector GENERATED ALWAYS AS (
                {Part("A", "\"Name\"")} || {Part("B", names)} || {Part("C", summary)} || {Part("D", body)}) STORED;
            CREATE INDEX "IX_{table}_Text" ON "{table}" USING gin ("Text");
            """);
    }
}

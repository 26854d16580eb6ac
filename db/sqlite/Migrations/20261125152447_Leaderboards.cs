using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LlmGuide.Db.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Leaderboards : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "OriginalBenchmarksNote",
                table: "NlpTasks",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "OriginalBenchmarksUrl",
                table: "NlpTasks",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Formula_Html",
                table: "Metrics",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Formula_Markdown",
                table: "Metrics",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "Formula_Version",
                table: "Metrics",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<double>(
                name: "Least",
                table: "Metrics",
                type: "REAL",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "Most",
                table: "Metrics",
                type: "REAL",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Unit",
                table: "Metrics",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AlterColumn<int>(
                name: "MetricId",
                table: "Benchmarks",
                type: "INTEGER",
                nullable: true,
                oldClrType: typeof(int),
                oldType: "INTEGER");

            migrationBuilder.AddColumn<string>(
                name: "Licence",
                table: "Benchmarks",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Split",
                table: "Benchmarks",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "BenchmarkMetrics",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    BenchmarkId = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    HigherIsBetter = table.Column<bool>(type: "INTEGER", nullable: true),
                    Meaning = table.Column<string>(type: "TEXT", nullable: true),
                    MetricId = table.Column<int>(type: "INTEGER", nullable: true),
                    Position = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BenchmarkMetrics", x => x.Id);
                    table.ForeignKey(
                        name: "FK_BenchmarkMetrics_Benchmarks_BenchmarkId",
                        column: x => x.BenchmarkId,
                        principalTable: "Benchmarks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_BenchmarkMetrics_Metrics_MetricId",
                        column: x => x.MetricId,
                        principalTable: "Metrics",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "BenchmarkStates",
                columns: table => new
                {
                    BenchmarkId = table.Column<int>(type: "INTEGER", nullable: false),
                    Lifecycle = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Since = table.Column<string>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    Source = table.Column<string>(type: "TEXT", nullable: true),
                    SuccessorId = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BenchmarkStates", x => x.BenchmarkId);
                    table.ForeignKey(
                        name: "FK_BenchmarkStates_Benchmarks_BenchmarkId",
                        column: x => x.BenchmarkId,
                        principalTable: "Benchmarks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_BenchmarkStates_Benchmarks_SuccessorId",
                        column: x => x.SuccessorId,
                        principalTable: "Benchmarks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "ResultSources",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Url = table.Column<string>(type: "TEXT", nullable: false),
                    Licence = table.Column<string>(type: "TEXT", nullable: true),
                    Attribution = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ResultSources", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Results",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    BenchmarkId = table.Column<int>(type: "INTEGER", nullable: false),
                    Model = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Setting = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Track = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: true),
                    Month = table.Column<int>(type: "INTEGER", nullable: true),
                    Day = table.Column<int>(type: "INTEGER", nullable: true),
                    PaperTitle = table.Column<string>(type: "TEXT", nullable: true),
                    PaperUrl = table.Column<string>(type: "TEXT", nullable: true),
                    CodeUrl = table.Column<string>(type: "TEXT", nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    ResourceId = table.Column<int>(type: "INTEGER", nullable: true),
                    SourceId = table.Column<int>(type: "INTEGER", nullable: false),
                    SourceUrl = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Results", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Results_Benchmarks_BenchmarkId",
                        column: x => x.BenchmarkId,
                        principalTable: "Benchmarks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Results_Resources_ResourceId",
                        column: x => x.ResourceId,
                        principalTable: "Resources",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_Results_ResultSources_SourceId",
                        column: x => x.SourceId,
                        principalTable: "ResultSources",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Scores",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ResultId = table.Column<int>(type: "INTEGER", nullable: false),
                    MetricId = table.Column<int>(type: "INTEGER", nullable: false),
                    Value = table.Column<double>(type: "REAL", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Scores", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Scores_BenchmarkMetrics_MetricId",
                        column: x => x.MetricId,
                        principalTable: "BenchmarkMetrics",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Scores_Results_ResultId",
                        column: x => x.ResultId,
                        principalTable: "Results",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_BenchmarkMetrics_BenchmarkId_Name",
                table: "BenchmarkMetrics",
                columns: new[] { "BenchmarkId", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_BenchmarkMetrics_MetricId",
                table: "BenchmarkMetrics",
                column: "MetricId");

            migrationBuilder.CreateIndex(
                name: "IX_BenchmarkStates_SuccessorId",
                table: "BenchmarkStates",
                column: "SuccessorId");

            migrationBuilder.CreateIndex(
                name: "IX_ResultSources_Name",
                table: "ResultSources",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Results_BenchmarkId_Id",
                table: "Results",
                columns: new[] { "BenchmarkId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Results_ResourceId",
                table: "Results",
                column: "ResourceId");

            migrationBuilder.CreateIndex(
                name: "IX_Results_SourceId",
                table: "Results",
                column: "SourceId");

            migrationBuilder.CreateIndex(
                name: "IX_Scores_MetricId",
                table: "Scores",
                column: "MetricId");

            migrationBuilder.CreateIndex(
                name: "IX_Scores_ResultId_MetricId",
                table: "Scores",
                columns: new[] { "ResultId", "MetricId" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "BenchmarkStates");

            migrationBuilder.DropTable(
                name: "Scores");

            migrationBuilder.DropTable(
                name: "BenchmarkMetrics");

            migrationBuilder.DropTable(
                name: "Results");

            migrationBuilder.DropTable(
                name: "ResultSources");

            migrationBuilder.DropColumn(
                name: "OriginalBenchmarksNote",
                table: "NlpTasks");

            migrationBuilder.DropColumn(
                name: "OriginalBenchmarksUrl",
                table: "NlpTasks");

            migrationBuilder.DropColumn(
                name: "Formula_Html",
                table: "Metrics");

            migrationBuilder.DropColumn(
                name: "Formula_Markdown",
                table: "Metrics");

            migrationBuilder.DropColumn(
                name: "Formula_Version",
                table: "Metrics");

            migrationBuilder.DropColumn(
                name: "Least",
                table: "Metrics");

            migrationBuilder.DropColumn(
                name: "Most",
                table: "Metrics");

            migrationBuilder.DropColumn(
                name: "Unit",
                table: "Metrics");

            migrationBuilder.DropColumn(
                name: "Licence",
                table: "Benchmarks");

            migrationBuilder.DropColumn(
                name: "Split",
                table: "Benchmarks");

            migrationBuilder.AlterColumn<int>(
                name: "MetricId",
                table: "Benchmarks",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0,
                oldClrType: typeof(int),
                oldType: "INTEGER",
                oldNullable: true);
        }
    }
}

using LlmGuide.Core.Data;

using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LlmGuide.Db.Sqlite.Migrations;

/// <summary>
/// The full-text index. Names such as "T5" and "GPT-3" are in slugs and other names; porter stems English words, and diacritics are
/// folded. What is in it, and what keeps it up to date, is in <see cref="SqliteTextIndexing"/>.
/// </summary>
[DbContext(typeof(GuideDb))]
[Migration("20261130085000_TextIndex")]
public sealed class TextIndex : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        CREATE VIRTUAL TABLE TextIndex USING fts5(
            Type UNINDEXED, Slug UNINDEXED, Title, Names, Summary, Body,
            tokenize = "porter unicode61 remove_diacritics 2", prefix = '2 3');
        """);
}

using System.Text.RegularExpressions;

using LlmGuide.Core.Discussion.Comments;
using LlmGuide.Core.Interchange.Sota;
using LlmGuide.Core.Tests.Databases;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace LlmGuide.Core.Tests.Data;

/// <summary>Statements that name columns themselves write what the model has (src/LlmGuide.Core/Data/Throughput/README.md).</summary>
public sealed partial class HandWrittenInsertTests
{
    public static TheoryData<string, string[]> Statements => new()
    {
        { "Comments", [.. Column().Matches(CommentInsert.Row.Split("VALUES")[0]).Select(column => column.Groups["name"].Value)] },
        { ResultInserts.Results.Table, [.. ResultInserts.Results.Columns.Select(column => column.Name)] },
        { ResultInserts.Scores.Table, [.. ResultInserts.Scores.Columns.Select(column => column.Name)] },
    };

    [Theory]
    [MemberData(nameof(Statements))]
    public async Task An_insert_of_ones_own_writes_every_column_that_a_new_row_needs(string table, string[] columns)
    {
        await using var database = TestDatabases.Sqlite();
        await using var db = await database.OpenAsync();
        var model = db.GetService<IDesignTimeModel>().Model.GetRelationalModel().Tables.Single(t => t.Name == table).Columns.ToList();
        Assert.Equal([], columns.Except(model.Select(column => column.Name)));
        Assert.Equal(["Id"], model.Where(column => !column.IsNullable && column.DefaultValue is null && column.DefaultValueSql is null)
            .Select(column => column.Name).Except(columns));
    }

    [GeneratedRegex("\"(?<name>\\w+)\"(?=[,)])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Column();
}

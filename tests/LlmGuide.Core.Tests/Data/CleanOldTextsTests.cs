using LlmGuide.Core.Data;
using LlmGuide.Core.Data.Columns;
using LlmGuide.Core.Data.Storage;
using LlmGuide.Core.Discussion;
using LlmGuide.Core.Discussion.Comments;
using LlmGuide.Core.Interchange.Seed;
using LlmGuide.Core.Maintenance;
using LlmGuide.Core.Members;
using LlmGuide.Core.Releases;
using LlmGuide.Core.Tests.Databases;
using LlmGuide.Core.Tests.Discussion;
using LlmGuide.Core.Text;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace LlmGuide.Core.Tests.Data;

/// <summary>What an older program has let in, on each database.</summary>
[OnEachDatabase]
public sealed class CleanOldTextsTests
{
    /// <summary>U+0000 too, where it can be kept: in SQLite.</summary>
    private static string Odd => $"\u001B\u0085 {(TestDatabases.Provider == DatabaseProvider.Sqlite ? "\0" : "")}tail\uFFFE\U0010FFFF";

    [Fact]
    public async Task Every_column_of_text_is_cleaned_once_wherever_it_is_and_nothing_else_is_touched()
    {
        await using var talk = await FilledAsync();
        var cleaning = talk.Database.Get<CleanOldTexts>();
        Assert.Equal(0, await cleaning.RunAsync(GuideDatabase.Cancelled));
        var dirtied = await DirtyAsync(talk.Database);
        Assert.True(dirtied.Count > 50, string.Join(' ', dirtied));
        Assert.NotEmpty(await UncleanAsync(talk.Database));

        var rows = await cleaning.RunAsync(GuideDatabase.Cancelled);
        Assert.True(rows > 500, $"{rows}");
        Assert.Empty(await UncleanAsync(talk.Database));
        Assert.Equal(0, await cleaning.RunAsync(GuideDatabase.Cancelled));
        Assert.Contains(PageTags.Catalogue, talk.Database.Evictions.Tags);
    }

    [Fact]
    public async Task What_was_rendered_from_such_a_text_is_rendered_again()
    {
        await using var talk = await Scene.StartAsync(TestDatabases.Create(), "ada");
        var said = await talk.SayAsync("ada", await talk.ConversationAsync(), words: "Words");
        var again = talk.Database.Get<RerenderProse>();
        Assert.False(await again.IsDueAsync(GuideDatabase.Cancelled));
        await DirtyAsync(talk.Database);
        await talk.Database.Get<CleanOldTexts>().RunAsync(GuideDatabase.Cancelled);
        Assert.True(await again.IsDueAsync(GuideDatabase.Cancelled));
        await again.RunAsync(_ => { }, GuideDatabase.Cancelled);
        await using var db = await talk.Database.OpenAsync();
        Assert.Equal(new Prose("Words\n tail", "<p>Words\n tail</p>", 1), (await db.Comments.SingleAsync(
            c => c.Id == said.Id, GuideDatabase.Cancelled)).Body);
    }

    [Fact]
    public async Task Before_that_it_is_read_with_a_mark_in_the_place_of_each()
    {
        await using var talk = await Scene.StartAsync(TestDatabases.Create(), "ada");
        await talk.SayAsync("ada", await talk.ConversationAsync());
        await DirtyAsync(talk.Database);
        await using var db = await talk.Database.OpenAsync();
        Assert.Equal($"Words{CleanText.Marked(Odd)}", await db.Comments.Select(c => c.Body.Markdown).SingleAsync(GuideDatabase.Cancelled));
        Assert.Equal(
            $"<p>Words</p>{CleanText.Marked(Odd)}", await db.Comments.Select(c => c.Body.Html).SingleAsync(GuideDatabase.Cancelled));
    }

    /// <summary>The seed, with a comment that was changed and a release.</summary>
    private async Task<Scene> FilledAsync()
    {
        var talk = await Scene.StartAsync(TestDatabases.Create(), "ada");
        await talk.Database.Get<LoadSeed>().RunAsync(GuideDatabase.SeedFolder, GuideDatabase.Cancelled);
        await using var db = await talk.Database.OpenAsync();
        var conversation = await db.Conversations.Where(c => c.Slug == "transformer").Select(c => c.Id).FirstAsync(GuideDatabase.Cancelled);
        var comment = await talk.SayAsync("ada", conversation, at: Scene.Start);
        Assert.Null(
            (await talk.Database.Get<EditComment>().RunAsync(talk["ada"], comment.Id, "Other words", GuideDatabase.Cancelled)).Refusal);
        Assert.Null((await talk.Database.Get<PublishRelease>()
            .RunAsync(new Actor(talk["ada"].Id, "ada", Role.Admin), "Something new.", GuideDatabase.Cancelled)).Refusal);
        return talk;
    }

    /// <summary>
    /// Puts odd characters at the end of every text that the model has and that has room for them, and as escapes into every document,
    /// past all that cleans.
    /// </summary>
    private async Task<List<string>> DirtyAsync(GuideDatabase database)
    {
        await using var db = await database.OpenAsync();
        await db.Database.OpenConnectionAsync(GuideDatabase.Cancelled);
        var dirtied = new List<string>();
        foreach (var (table, column, isDocument, room) in Columns(db))
        {
            await using var command = db.CommandFor(isDocument
                ? $"UPDATE \"{table}\" SET \"{column}\" = replace(\"{column}\", '\":\"', "
                    + $"'\":\"\\u001b\\ud800') WHERE \"{column}\" LIKE '{{%' OR \"{column}\" LIKE '[%'"
                : $"UPDATE \"{table}\" SET \"{column}\" = \"{column}\" || @odd WHERE \"{column}\" <> '' "
                    + $"AND length(\"{column}\") <= {room - Odd.Length}");
            var odd = command.CreateParameter();
            (odd.ParameterName, odd.Value) = ("@odd", Odd);
            _ = isDocument ? 0 : command.Parameters.Add(odd);
            if (await command.ExecuteNonQueryAsync(GuideDatabase.Cancelled) > 0)
            {
                dirtied.Add($"{table}.{column}");
            }
        }

        return dirtied;
    }

    private static async Task<List<string>> UncleanAsync(GuideDatabase database)
    {
        await using var db = await database.OpenAsync();
        await db.Database.OpenConnectionAsync(GuideDatabase.Cancelled);
        var unclean = new List<string>();
        foreach (var (table, column, isDocument, _) in Columns(db))
        {
            await using var command = db.CommandFor($"SELECT \"{column}\" FROM \"{table}\" WHERE \"{column}\" IS NOT NULL");
            await using var reader = await command.ExecuteReaderAsync(GuideDatabase.Cancelled);
            while (await reader.ReadAsync(GuideDatabase.Cancelled))
            {
                var text = reader.GetString(0);
                if (!CleanText.IsClean(text) || (isDocument && !ReferenceEquals(JsonText.Clean(text), text)))
                {
                    unclean.Add($"{table}.{column}: {text}");
                }
            }
        }

        return unclean;
    }

    /// <summary>
    /// As the entities have them: every property that is a text, or is kept as one, but names of enums, what rows are found by, and what
    /// the database writes from others by itself.
    /// </summary>
    private static IEnumerable<(string Table, string Column, bool IsDocument, int Room)> Columns(GuideDb db) =>
        from type in db.GetService<IDesignTimeModel>().Model.GetEntityTypes()
        where type.GetTableName() is not null && type.GetContainerColumnName() is null && !type.IsTableExcludedFromMigrations()
        from property in Properties(type)
        where property.GetTypeMapping() is var mapping
            && (mapping.Converter?.ProviderClrType ?? property.ClrType) == typeof(string) && !property.IsPrimaryKey()
        where !(Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType).IsEnum
        select (type.GetTableName()!, property.GetColumnName(StoreObjectIdentifier.Table(type.GetTableName()!))!,
            property.GetTypeMapping().Converter is not CleanColumns, property.GetMaxLength() ?? int.MaxValue);

    private static IEnumerable<IReadOnlyProperty> Properties(IReadOnlyTypeBase type) =>
        type.GetProperties().Concat(type.GetComplexProperties().SelectMany(complex => Properties(complex.ComplexType)));
}

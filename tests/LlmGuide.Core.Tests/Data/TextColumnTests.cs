using System.Globalization;
using System.Text;
using System.Text.Json;

using CsvHelper;

using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Data;
using LlmGuide.Core.Data.Columns;
using LlmGuide.Core.Discussion;
using LlmGuide.Core.Discussion.Comments;
using LlmGuide.Core.Discussion.Conversations;
using LlmGuide.Core.Interchange.Boards;
using LlmGuide.Core.Interchange.Sota;
using LlmGuide.Core.Leaderboards;
using LlmGuide.Core.Members;
using LlmGuide.Core.Tests.Databases;
using LlmGuide.Core.Tests.Discussion;
using LlmGuide.Core.Text;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace LlmGuide.Core.Tests.Data;

/// <summary>No column of text holds, and no query is thrown out for, a character that no text may have: on each database.</summary>
[OnEachDatabase]
public sealed class TextColumnTests
{
    [Fact]
    public async Task Every_column_of_text_keeps_to_the_rule_whoever_adds_it()
    {
        await using var database = TestDatabases.Create();
        await using var db = await database.OpenAsync();
        var texts = db.Model.GetEntityTypes().SelectMany(Properties).Where(p => p.ClrType == typeof(string)).ToList();
        Assert.True(texts.Count > 100);
        Assert.All(texts, text => Assert.True(
            text.GetTypeMapping().Converter is CleanColumns or CleanDocuments, $"{text.DeclaringType.Name}.{text.Name}"));
    }

    [Fact]
    public async Task What_is_written_past_every_other_guard_is_clean_in_the_database()
    {
        await using var talk = await Scene.StartAsync(TestDatabases.Create(), "ada");
        await using var db = await talk.Database.OpenAsync();
        var conversation = new Conversation(SubjectType.Topic, "odd", OddText.Forbidden);
        db.Add(conversation);
        db.Add(new LogEntry(Actor.Operator, "wrote", new LogSubject(LogKind.Topic, "odd", OddText.Tricky), OddText.Forbidden, Scene.Start));
        await db.SaveChangesAsync(GuideDatabase.Cancelled);
        await db.Members.ExecuteUpdateAsync(set => set.SetProperty(m => m.About, OddText.Forbidden), GuideDatabase.Cancelled);
        var said = await talk.SayAsync("ada", conversation.Id, words: OddText.Forbidden);

        Assert.Equal(CleanText.Of(OddText.Forbidden), await RawAsync(db, "SELECT \"Title\" FROM \"Conversations\""));
        Assert.Equal(CleanText.Of(OddText.Forbidden), await RawAsync(db, "SELECT \"Reason\" FROM \"Log\""));
        Assert.Equal(OddText.Tricky, await RawAsync(db, "SELECT \"Title\" FROM \"Log\""));
        Assert.Equal(CleanText.Of(OddText.Forbidden), await RawAsync(db, "SELECT \"About\" FROM \"Members\""));
        Assert.Equal(CleanText.Of(OddText.Forbidden), await RawAsync(db, "SELECT \"Body_Markdown\" FROM \"Comments\""));
        Assert.Equal(said.Body.Html, await RawAsync(db, "SELECT \"Body_Html\" FROM \"Comments\""));
    }

    [Fact]
    public async Task Every_category_of_characters_comes_back_composed()
    {
        await using var talk = await Scene.StartAsync(TestDatabases.Create(), "ada");
        var conversation = await talk.ConversationAsync();
        foreach (var (category, text) in OddText.Categories)
        {
            var posted = await talk.Database.Get<PostComment>().RunAsync(
                talk["ada"], ReplyTarget.In(conversation),
                new CommentDraft { Text = $"x{text}", Key = Guid.NewGuid() }, GuideDatabase.Cancelled);
            Assert.True(posted.Refusal is null, $"{category}: {posted.Refusal?.Why}");
            await using var db = await talk.Database.OpenAsync();
            Assert.Equal(CleanText.Composed($"x{text}"), await db.Comments.Where(c => c.Id == posted.Value)
                .Select(c => c.Body.Markdown).SingleAsync(GuideDatabase.Cancelled));
        }
    }

    [Fact]
    public async Task Nothing_is_thrown_out_for_what_it_looks_for()
    {
        await using var database = await TestDatabases.Create().MigratedAsync();
        await using var db = await database.OpenAsync();
        foreach (var odd in OddText.All)
        {
            Assert.Empty(
                await db.Topics.Where(t => t.Title == odd || t.Slug.StartsWith(odd) || t.Summary.Contains(odd) || t.Title.ToUpper() == odd)
                .ToListAsync(GuideDatabase.Cancelled));
            string[] several = [odd, "x" + odd];
            Assert.Empty(await db.Members.Where(m => several.Contains(m.NormalizedUserName) || EF.Functions.Like(m.Email!, odd))
                .ToListAsync(GuideDatabase.Cancelled));
            Assert.Equal(0, await db.Members.Where(m => m.UserName == odd)
                .ExecuteUpdateAsync(set => set.SetProperty(m => m.About, odd), GuideDatabase.Cancelled));
        }
    }

    [Fact]
    public async Task An_archive_with_odd_characters_is_imported_and_goes_out_as_good_JSON_and_CSV()
    {
        await using var database = await TestDatabases.Create().SeededAsync();
        var odd = JsonSerializer.Serialize(OddText.Forbidden)[1..^1] + "\\ud800 \\ud83d\\ude00";
        var file = $$$"""
            [{"task": "Translation", "datasets": [{"dataset": "ODD99", "sota": {"metrics": ["BLEU"], "rows": [
            {"model_name": "=1+1 {{{odd}}}", "paper_title": "{{{odd}}}", "paper_url": "https://example.org/a", "metrics": {"BLEU": "31.4"}}]}}]}]
            """;
        await using var json = new MemoryStream(Encoding.UTF8.GetBytes(file));
        var imported = await database.Get<ImportSota>()
            .RunAsync(json, new ImportChoice(false, null), Actor.Operator, _ => { }, null, GuideDatabase.Cancelled);
        Assert.Equal(1, imported.Value![ImportOutcome.Created]);

        await using var written = new MemoryStream();
        await database.Get<ExportSota>().RunAsync(written, GuideDatabase.Cancelled);
        using var exported = JsonDocument.Parse(written.ToArray());
        Assert.All(Texts(exported.RootElement), text => Assert.True(CleanText.IsClean(text)));
        await using var csv = new StringWriter();
        Assert.True(await database.Get<BoardCsv>().WriteAsync("odd99", () => csv, GuideDatabase.Cancelled));
        using var rows = new CsvReader(new StringReader(csv.ToString()), CultureInfo.InvariantCulture);
        Assert.True(await rows.ReadAsync() && rows.ReadHeader() && await rows.ReadAsync());

        await using var db = await database.OpenAsync();
        var row = await db.Results.Where(r => r.PaperUrl == "https://example.org/a")
            .Select(r => new { r.Model, r.PaperTitle }).SingleAsync(GuideDatabase.Cancelled);
        Assert.All((string[])[row.Model, row.PaperTitle!], text => Assert.True(
            CleanText.IsClean(text) && text.EndsWith("😀", StringComparison.Ordinal), text));
        Assert.Equal(("'" + row.Model, row.PaperTitle), (rows["model"], rows["paper_title"]));
    }

    private static IEnumerable<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(field => Texts(field.Value).Append(field.Name)),
        _ => [],
    };

    private static IEnumerable<IReadOnlyProperty> Properties(IReadOnlyTypeBase type) =>
        type.GetProperties().Concat(type.GetComplexProperties().SelectMany(complex => Properties(complex.ComplexType)));

    private static async Task<string?> RawAsync(GuideDb db, string sql)
    {
        await db.Database.OpenConnectionAsync(GuideDatabase.Cancelled);
        await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // Constants of this test.
        command.CommandText = sql;
#pragma warning restore CA2100
        return (string?)await command.ExecuteScalarAsync(GuideDatabase.Cancelled);
    }
}

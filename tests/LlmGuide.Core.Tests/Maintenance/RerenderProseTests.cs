using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Data;
using LlmGuide.Core.Discussion;
using LlmGuide.Core.Discussion.Comments;
using LlmGuide.Core.Interchange.Seed;
using LlmGuide.Core.Learning.Notes;
using LlmGuide.Core.Maintenance;
using LlmGuide.Core.Members;
using LlmGuide.Core.Releases;
using LlmGuide.Core.Tests.Databases;
using LlmGuide.Core.Tests.Discussion;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Tests.Maintenance;

/// <summary>What an older pipeline has rendered, on each database.</summary>
[OnEachDatabase]
public sealed class RerenderProseTests
{
    [Fact]
    public async Task Every_text_wherever_it_is_kept_is_rendered_again_once()
    {
        await using var talk = await FilledAsync();
        var texts = await AgeAsync(talk.Database);
        Assert.True(texts.Count >= 8, string.Join(' ', texts.Keys));
        Assert.All(texts.Values, count => Assert.True(count > 0));

        var steps = new List<RenderedAgain>();
        var sum = await RunAsync(talk.Database, steps.Add);
        Assert.Equal(0, sum.Refused);
        Assert.True(sum.Texts > texts.Values.Sum(), "The lists of the topics are texts too.");
        Assert.True(steps.Count > 2);
        Assert.Equal(sum, steps[^1]);
        Assert.All((await OldAsync(talk.Database)).Values, count => Assert.Equal(0, count));
        await using (var db = await talk.Database.OpenAsync())
        {
            Assert.All(await db.Topics.IgnoreQueryFilters().ToListAsync(GuideDatabase.Cancelled), topic => Assert.All(
                topic.Concepts.Select(c => c.Definition).Concat(topic.Checks.SelectMany(c => (Prose[])[c.Question, c.Answer])),
                line => Assert.Equal((line.Markdown, 1), (line.Html, line.Version))));
        }

        Assert.Contains(PageTags.Catalogue, talk.Database.Evictions.Tags);
        Assert.Equal(new RenderedAgain(0, 0), await RunAsync(talk.Database));
    }

    [Fact]
    public async Task What_the_new_pipeline_refuses_stays_as_it_is_and_the_others_do_not_wait_for_it()
    {
        await using var talk = await Scene.StartAsync(TestDatabases.Create(), "ada");
        var conversation = await talk.ConversationAsync();
        var broken = await talk.SayAsync("ada", conversation, words: "A $broken$ formula");
        var fine = await talk.SayAsync("ada", conversation, words: "Fine");
        await AgeAsync(talk.Database);
        Assert.Equal(new RenderedAgain(1, 1), await RunAsync(talk.Database));
        await using var db = await talk.Database.OpenAsync();
        Assert.Equal("old", (await db.Comments.SingleAsync(c => c.Id == broken.Id, GuideDatabase.Cancelled)).Body.Html);
        Assert.Equal("<p>Fine</p>", (await db.Comments.SingleAsync(c => c.Id == fine.Id, GuideDatabase.Cancelled)).Body.Html);
    }

    [Fact]
    public async Task What_is_written_anew_meanwhile_is_not_overwritten()
    {
        await using var talk = await Scene.StartAsync(TestDatabases.Create(), "ada");
        var database = talk.Database;
        var comment = await talk.SayAsync("ada", await talk.ConversationAsync());
        await AgeAsync(database);
        await using var db = await database.OpenAsync();
        var markdown = new Meddling(() => db.Database.ExecuteSql(
            $"UPDATE \"Comments\" SET \"Body_Markdown\" = 'New', \"Body_Html\" = 'New', \"Body_Version\" = 1"));
        var databases = database.Get<IDbContextFactory<GuideDb>>();
        var comments = new CommentText(databases, markdown, database.Get<ICatalogueLinks>());
        await new RerenderProse(databases, database.Get<Writing>(), markdown, comments)
            .RunAsync(_ => { }, GuideDatabase.Cancelled);
        Assert.Equal("New", (await db.Comments.SingleAsync(c => c.Id == comment.Id, GuideDatabase.Cancelled)).Body.Html);
    }

    private static Task<RenderedAgain> RunAsync(GuideDatabase database, Action<RenderedAgain>? report = null) =>
        database.Get<RerenderProse>().RunAsync(report ?? (_ => { }), GuideDatabase.Cancelled);

    /// <summary>The seed, with a comment that was changed, a release and a note.</summary>
    private async Task<Scene> FilledAsync()
    {
        var talk = await Scene.StartAsync(TestDatabases.Create(), "ada");
        await talk.Database.Get<LoadSeed>().RunAsync(GuideDatabase.SeedFolder, GuideDatabase.Cancelled);
        await using var db = await talk.Database.OpenAsync();
        var conversation = await db.Topics.Where(t => t.Slug == "transformer")
            .Select(t => t.ConversationId).SingleAsync(GuideDatabase.Cancelled);
        var comment = await talk.SayAsync("ada", conversation, at: Scene.Start);
        Assert.Null(
            (await talk.Database.Get<EditComment>().RunAsync(talk["ada"], comment.Id, "Other words", GuideDatabase.Cancelled)).Refusal);
        Assert.Null((await talk.Database.Get<PublishRelease>()
            .RunAsync(new Actor(talk["ada"].Id, "ada", Role.Admin), "Something new.", GuideDatabase.Cancelled)).Refusal);
        Assert.Null((await talk.Database.Get<SaveNote>()
            .RunAsync(talk["ada"], AnnotatedKind.Topic, "transformer", "A note.", seen: null, GuideDatabase.Cancelled)).Refusal);
        return talk;
    }

    /// <summary>Makes every text one of an older pipeline, as the model has them.</summary>
    /// <returns>How many there are in each column.</returns>
    private static async Task<Dictionary<string, int>> AgeAsync(GuideDatabase database)
    {
        await using var db = await database.OpenAsync();
        foreach (var (table, column) in Columns(db))
        {
            await ExecuteAsync(
                db, $"UPDATE \"{table}\" SET \"{column}_Version\" = 0, \"{column}_Html\" = 'old' WHERE \"{column}_Markdown\" <> ''");
        }

        foreach (var list in (string[])["Concepts", "Checks"])
        {
            await ExecuteAsync(db, $"UPDATE \"Topics\" SET \"{list}\" = replace(\"{list}\", '\"Version\":1', '\"Version\":0')");
        }

        return await OldAsync(database);
    }

    private static async Task<Dictionary<string, int>> OldAsync(GuideDatabase database)
    {
        await using var db = await database.OpenAsync();
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (table, column) in Columns(db))
        {
            found[$"{table}.{column}"] = await ExecuteAsync(
                db, $"UPDATE \"{table}\" SET \"{column}_Version\" = \"{column}_Version\" "
                    + $"WHERE \"{column}_Html\" = 'old' AND \"{column}_Version\" = 0");
        }

        return found;
    }

    private static IEnumerable<(string Table, string Column)> Columns(GuideDb db) =>
        from type in db.Model.GetEntityTypes()
        from text in type.GetComplexProperties()
        where text.ClrType == typeof(Prose)
        select (type.GetTableName()!, text.Name);

    private static Task<int> ExecuteAsync(GuideDb db, string sql) => db.Database.ExecuteSqlRawAsync(sql, GuideDatabase.Cancelled);

    /// <summary>While it renders, somebody else writes.</summary>
    private sealed class Meddling(Action meanwhile) : IMarkdown
    {
        private readonly PlainMarkdown _plain = new();

        public int Version => _plain.Version;

        public Task<Prose> RenderAsync(string markdown, CancellationToken cancellationToken) =>
            _plain.RenderAsync(markdown, cancellationToken);

        public Task<Prose> RenderLineAsync(string markdown, CancellationToken cancellationToken) =>
            _plain.RenderLineAsync(markdown, cancellationToken);

        public Task<CommentProse> RenderCommentAsync(
            string markdown, IReadOnlyCollection<string> members, CancellationToken cancellationToken)
        {
            meanwhile();
            return _plain.RenderCommentAsync(markdown, members, cancellationToken);
        }
    }
}

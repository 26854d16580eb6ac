using System.Globalization;

using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Data;
using LlmGuide.Core.Data.Bulk;
using LlmGuide.Core.Discussion.Comments;
using LlmGuide.Core.Discussion.Conversations;
using LlmGuide.Core.Search.Index;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Benchmarks;

/// <summary>
/// Works and comments whose words are as frequent as in the seed: each text is a piece of what the seed says, from anywhere in it.
/// </summary>
internal static class GeneratedTexts
{
    private const int First = 1_000_000;

    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static async Task FillAsync(IServiceProvider services, int resources, int comments)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<GuideDb>>().CreateDbContextAsync();
        await db.Database.OpenConnectionAsync();
        var said = (await db.SearchEntries.Select(e => e.Summary + " " + e.Body).ToListAsync())
            .SelectMany(text => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToArray();
        var bulk = services.GetRequiredService<IBulkCopy>();
        await using (var filling = await bulk.BeginFillingAsync(db, CancellationToken.None))
        {
            await FillAsync(db, bulk, "Conversations", Rows(resources, (at, _) => Conversation(at)));
            await FillAsync(db, bulk, "Resources", Rows(resources, (at, random) => Work(at, length => Piece(said, random, length))));
            await FillAsync(
                db, bulk, "Comments", Rows(comments, (at, random) => Comment(at, Math.Max(1, resources), Piece(said, random, 40))));
            await bulk.FinishAsync(db, CancellationToken.None);
            await filling.CommitAsync();
        }

        await db.Database.ExecuteSqlAsync($"ANALYZE");
    }

    private static async Task FillAsync(GuideDb db, IBulkCopy bulk, string name, IEnumerable<(string Column, object? Value)[]> rows)
    {
        var table = BulkTable.All(db).Single(one => one.Name == name);
        await bulk.FillAsync(
            db, table, rows.Select(row => table.Columns.Select(c => row.FirstOrDefault(v => v.Column == c.Name).Value).ToArray())
                .ToAsyncEnumerable(),
            CancellationToken.None);
    }

    private static IEnumerable<(string Column, object? Value)[]> Rows(
        int count, Func<int, Random, (string Column, object? Value)[]> row)
    {
        // Always the same, so that two measurements can be compared.
#pragma warning disable CA5394
        var random = new Random(1);
#pragma warning restore CA5394
        return Enumerable.Range(First, count).Select(at => row(at, random));
    }

    private static (string Column, object? Value)[] Conversation(int at) =>
    [
        ("Id", at), ("Type", SubjectType.Resource), ("Slug", Slug(at)), ("Title", "A generated work"), ("Comments", 0),
        ("OpenQuestions", 0),
    ];

    private static (string Column, object? Value)[] Work(int at, Func<int, string> piece) =>
    [
        ("Id", at), ("Slug", Slug(at)), ("Title", piece(6)), ("Kind", ResourceKind.Paper), ("Url", $"https://example.org/{Slug(at)}"),
        ("UrlKey", Slug(at)), ("AuthorNames", "Ada Example; Ben Example"), ("Year", 2000 + (at % 26)), ("Level", ResourceLevel.Advanced),
        ("Access", ResourceAccess.Open), ("Minutes", 30), ("Essential", false), ("InOriginalGuide", false), ("Summary_Markdown", piece(25)),
        ("Summary_Html", ""), ("Summary_Version", 1), ("CitationKey", Slug(at)), ("AddedAt", Start), ("LinkStatus", LinkStatus.Ok),
        ("Version", 0), ("ConversationId", at),
    ];

    private static (string Column, object? Value)[] Comment(int at, int conversations, string text) =>
    [
        ("Id", at), ("ConversationId", First + (at % conversations)), ("Depth", 0), ("Kind", CommentKind.Comment), ("ByGuide", false),
        ("DraftKey", Guid.NewGuid()), ("Body_Markdown", text), ("Body_Html", ""), ("Body_Version", 1),
        ("CreatedAt", Start.AddSeconds(at)), ("Up", 0), ("Down", 0), ("Rank", 0.0), ("State", CommentState.Standing), ("Links", 0),
        ("Replies", 0),
    ];

    private static string Piece(string[] said, Random random, int length)
    {
#pragma warning disable CA5394 // Nothing secret.
        var at = random.Next(said.Length - length);
#pragma warning restore CA5394
        return string.Join(' ', said[at..(at + length)]);
    }

    private static string Slug(int at) => string.Create(CultureInfo.InvariantCulture, $"generated-{at}");
}

using System.Globalization;

using CsCheck;

using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Data;
using LlmGuide.Core.Discussion;
using LlmGuide.Core.Discussion.Comments;
using LlmGuide.Core.Leaderboards.Models;
using LlmGuide.Core.Search;
using LlmGuide.Core.Tests.Databases;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Tests.Search;

/// <summary>Whatever is written, and by however many at once, the index says what the tables do.</summary>
[OnEachDatabase]
public sealed class SearchIndexTests
{
    private const int All = 1_000;

    /// <summary>No word of these is another with an ending.</summary>
    private static readonly string[] Words = ["zorb", "quix", "blam", "tarv", "mopk", "gund", "wolt", "fimp"];

    private static readonly Gen<string> Text = Gen.Int[0, Words.Length - 1].Array[1, 3]
        .Select(numbers => string.Join(' ', numbers.Select(number => Words[number])));
    private static readonly Gen<Edit> Edits = Gen.Select(Gen.Int[0, 9], Gen.Int[1, 6], Text, (kind, of, text) => new Edit(kind, of, text));

    private int _number;

    [Fact]
    public async Task What_is_found_is_what_a_look_at_every_row_finds()
    {
        await using var database = await TestDatabases.Create().MigratedAsync();
        await GeneratedResources.AddAsync(database, 6);
        await Gen.Select(Edits.Array[4, 8], Edits.Array[4, 8]).SampleAsync(
            async (some, others) =>
            {
                await Task.WhenAll(DoAsync(database, some), DoAsync(database, others));
                foreach (var word in Words)
                {
                    Assert.Equal(await ScanAsync(database, word), await FoundAsync(database, word));
                }
            },
            iter: 6, threads: 1);
    }

    private async Task DoAsync(GuideDatabase database, Edit[] edits)
    {
        foreach (var edit in edits)
        {
            await using var db = await database.OpenAsync();
            await ApplyAsync(db, edit);
            await db.SaveChangesAsync(GuideDatabase.Cancelled);
        }
    }

    private async Task ApplyAsync(GuideDb db, Edit edit)
    {
        var number = Interlocked.Increment(ref _number);
        var work = await db.Resources.IgnoreQueryFilters([CatalogueTables.Listed]).Include(r => r.Conversation)
            .OrderBy(r => r.Id).Skip(edit.Of).FirstAsync(GuideDatabase.Cancelled);
        var comment = await db.Comments.OrderBy(c => c.Id).Skip(edit.Of).FirstOrDefaultAsync(GuideDatabase.Cancelled);
        var model = await db.Models.OrderBy(m => m.Id).Skip(edit.Of).FirstOrDefaultAsync(GuideDatabase.Cancelled);
        switch (edit.Kind)
        {
            case 0:
                work.Rename(work.Slug, edit.Text);
                break;
            case 1:
                work.Describe(Prose(edit.Text), ResourceLevel.Advanced, ResourceAccess.Open, 5, edit.Text);
                break;
            case 2:
                work.Publish([edit.Text], 2020, null, null, null, null);
                break;
            case 3:
                work.Remove(DateTimeOffset.UnixEpoch);
                break;
            case 4:
                work.Restore();
                break;
            case 5:
                db.Add(new ScoredModel($"model-{N(number)}", $"{edit.Text} {N(number)}"));
                break;
            case 6 when model is not null:
                var other = await db.Models.Where(m => m.ShownAsId == null && m.Id != model.Id).OrderBy(m => m.Id)
                    .FirstOrDefaultAsync(GuideDatabase.Cancelled);
                model.Show(model.ShownAsId is null ? other : null);
                break;
            case 7 when comment is not null:
                comment.ChangeState((CommentState)(edit.Of % 5), DateTimeOffset.UnixEpoch);
                break;
            case 8 when comment is not null:
                comment.Edit(Prose(edit.Text), DateTimeOffset.UnixEpoch, TimeSpan.Zero);
                break;
            default:
                db.Add(Comment.AtTop(
                    work.ConversationId, CommentKind.Comment, null, Guid.NewGuid(), Prose(edit.Text), DateTimeOffset.UnixEpoch));
                break;
        }
    }

    private static async Task<List<string>> FoundAsync(GuideDatabase database, string word)
    {
        var (view, total) = await database.Get<SearchQuery>().SomeAsync(
            new SearchRequest($"\"{word}\""), 0, All, GuideDatabase.Cancelled);
        Assert.Equal(view.Hits.Items.Count, total);
        return [.. view.Hits.Items.Select(hit => $"{hit.Match.Type} {hit.Match.Slug}").Order(StringComparer.Ordinal)];
    }

    private static async Task<List<string>> ScanAsync(GuideDatabase database, string word)
    {
        await using var db = await database.OpenAsync();
        var works = await db.Resources.AsNoTracking().ToListAsync(GuideDatabase.Cancelled);
        var listed = works.Select(r => r.ConversationId).ToHashSet();
        var comments = await db.Comments.AsNoTracking().ToListAsync(GuideDatabase.Cancelled);
        var models = await db.Models.AsNoTracking().ToListAsync(GuideDatabase.Cancelled);
        return
        [
            .. works.Where(r => Has($"{r.Title} {r.AlsoKnownAs} {r.AuthorNames} {r.Summary.Markdown}", word))
                .Select(r => $"Resource {r.Slug}")
                .Concat(comments.Where(c => c.State == CommentState.Standing && listed.Contains(c.ConversationId))
                    .Where(c => Has(c.Body.Markdown, word)).Select(c => $"Comment {N(c.Id)}"))
                .Concat(models.Where(m => m.ShownAsId is null && models.Any(
                        n => (n.Id == m.Id || n.ShownAsId == m.Id) && Has($"{n.Name} {(n.Id == m.Id ? m.Title : "")}", word)))
                    .Select(m => $"Model {m.Slug}"))
                .Order(StringComparer.Ordinal),
        ];
    }

    private static bool Has(string text, string word) => text.Split([' ', ';']).Contains(word);

    private static Prose Prose(string text) => new(text, text, 1);

    private static string N(int number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed record Edit(int Kind, int Of, string Text);
}

using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Data.Throughput;
using LlmGuide.Core.Discussion.Conversations;
using LlmGuide.Core.Tests.Databases;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Tests.Data;

/// <summary>What is written past the change tracker is what the change tracker writes.</summary>
[OnEachDatabase]
public sealed class NewRowsTests
{
    [Fact]
    public async Task A_row_is_the_same_whoever_writes_it()
    {
        await using var database = await TestDatabases.Create().MigratedAsync();
        await using (var db = await database.OpenAsync())
        {
            db.Add(Work("tracked"));
            await db.SaveChangesAsync(GuideDatabase.Cancelled);
            await db.Database.OpenConnectionAsync(GuideDatabase.Cancelled);
            var works = (Resource[])[Work("one"), Work("two")];
            var conversations = await db.InsertAsync(
                [.. works.Select(work => work.Conversation)], new Dictionary<string, Func<Conversation, int?>>(),
                GuideDatabase.Cancelled);
            var of = works.Zip(conversations).ToDictionary(pair => pair.First, pair => pair.Second);
            await db.InsertAsync(
                works, new Dictionary<string, Func<Resource, int?>> { [nameof(Resource.ConversationId)] = work => of[work] },
                GuideDatabase.Cancelled);
        }

        await using var read = await database.OpenAsync();
        var rows = await read.Resources.Include(r => r.Conversation).OrderBy(r => r.Id).ToListAsync(GuideDatabase.Cancelled);
        Assert.Equal(["tracked", "one", "two"], rows.Select(row => row.Slug));
        Assert.All(rows, row => Assert.Equal((row.Slug, row.Title), (row.Conversation.Slug, row.Conversation.Title)));
        Assert.All(rows, row => Assert.Equal(Values(read, rows[0]), Values(read, row)));
    }

    private static Resource Work(string slug)
    {
        var added = DateTimeOffset.UnixEpoch.AddDays(20_000);
        var work = new Resource(slug, "A “title”", ResourceKind.Video, "https://example.org/a", added);
        work.Publish(["Ann Lee"], 2024, 5, null, "1706.03762", null);
        work.Describe(new Prose("*a*", "<p>a</p>", 3), ResourceLevel.Advanced, ResourceAccess.Registration, 12, "Also");
        work.CiteAs($"key{slug}");
        return work;
    }

    private static Dictionary<string, object?> Values(DbContext db, Resource work) =>
        db.Entry(work).Properties.Where(property => !property.Metadata.IsKey() && !property.Metadata.IsForeignKey()
                && property.Metadata.Name is not (nameof(Resource.Slug) or nameof(Resource.CitationKey)))
            .Concat(db.Entry(work).ComplexProperties.SelectMany(text => text.Properties))
            .ToDictionary(
                property => $"{property.Metadata.DeclaringType.Name}.{property.Metadata.Name}", property => property.CurrentValue);
}

using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Catalogue.Addresses;
using LlmGuide.Core.Tests.Databases;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Tests.Catalogue.Addresses;

public sealed class SqliteSameWorkTests(SeededSqlite seeded) : SameWorkTests(seeded), IClassFixture<SeededSqlite>;

public sealed class PostgreSqlSameWorkTests(SeededPostgreSql seeded) : SameWorkTests(seeded), IClassFixture<SeededPostgreSql>;

/// <summary>Finding a work of the real seed by any of its addresses, on each database.</summary>
public abstract class SameWorkTests(SeededDatabase seeded)
{
    [Theory]
    [InlineData("http://www.arxiv.org/pdf/1706.03762v7.pdf")]
    [InlineData("https://huggingface.co/papers/1706.03762")]
    public async Task A_work_is_found_by_another_address_with_one_command(string address)
    {
        KnownWork? found = null;
        var commands = await seeded.Database.CommandsOfAsync(async () => found = await FindAsync(address));
        Assert.Equal("Attention Is All You Need", found?.Title);
        Assert.Equal(1, commands);
    }

    [Fact]
    public async Task What_is_not_listed_is_not_found() => Assert.Null(await FindAsync("https://example.org/nothing"));

    [Fact]
    public async Task Every_work_of_the_seed_has_a_key_of_its_own()
    {
        await using var db = await seeded.Database.OpenAsync();
        var keys = await db.Resources.Select(r => r.UrlKey).ToListAsync(GuideDatabase.Cancelled);
        Assert.All(keys, Assert.NotNull);
        Assert.Distinct(keys);
    }

    private Task<KnownWork?> FindAsync(string address) =>
        seeded.Database.Get<SameWorkQuery>().RunAsync(ResourceUrl.Parse(address).Value!, GuideDatabase.Cancelled);
}

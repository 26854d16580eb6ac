using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Catalogue.Addresses;
using LlmGuide.Core.Maintenance;
using LlmGuide.Core.Tests.Databases;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Core.Tests.Catalogue.Addresses;

/// <summary>Finding a work of the real seed by any of its addresses, on each database.</summary>
[OnEachDatabase]
public sealed class SameWorkTests(SeededDatabase seeded) : IClassFixture<SeededDatabase>
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

    [Theory]
    [InlineData("10.18653/v1/N19-1423")]
    [InlineData("https://doi.org/10.18653/V1/n19-1423")]
    [InlineData("https://aclanthology.org/N19-1423.pdf")]
    [InlineData("1810.04805v2")]
    [InlineData("https://doi.org/10.48550/arXiv.1810.04805")]
    public async Task A_work_is_found_by_any_of_its_identifiers_with_one_command(string pasted)
    {
        KnownWork? found = null;
        var commands = await seeded.Database.CommandsOfAsync(async () => found = await FindAsync(pasted));
        Assert.StartsWith("BERT", found?.Title);
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

    [Fact]
    public async Task Keys_that_an_older_program_has_made_are_made_anew()
    {
        await using var db = await seeded.Database.OpenAsync();
        var bert = await db.Resources.AsNoTracking().SingleAsync(r => r.ArxivId == "1810.04805", GuideDatabase.Cancelled);
        await db.Resources.Where(r => r.Id == bert.Id)
            .ExecuteUpdateAsync(
                set => set.SetProperty(r => r.DoiKey, (string?)null).SetProperty(r => r.UrlKey, "old"), GuideDatabase.Cancelled);
        Assert.Equal(1, await seeded.Database.Get<RenewWorkKeys>().RunAsync(GuideDatabase.Cancelled));
        Assert.Equal(0, await seeded.Database.Get<RenewWorkKeys>().RunAsync(GuideDatabase.Cancelled));
        var renewed = await db.Resources.AsNoTracking().SingleAsync(r => r.Id == bert.Id, GuideDatabase.Cancelled);
        Assert.Equal((bert.UrlKey, bert.DoiKey), (renewed.UrlKey, renewed.DoiKey));
    }

    private Task<KnownWork?> FindAsync(string address) =>
        seeded.Database.Get<SameWorkQuery>().RunAsync(ResourceUrl.Parse(address).Value!, GuideDatabase.Cancelled);
}

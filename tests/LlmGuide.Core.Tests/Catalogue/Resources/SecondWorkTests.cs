using LlmGuide.Core.Revisions;
using LlmGuide.Core.Tests.Databases;
using LlmGuide.Core.Tests.Revisions;

namespace LlmGuide.Core.Tests.Catalogue.Resources;

/// <summary>A second work with an identifier of the first is saved by whoever has been told, and only then.</summary>
[OnEachDatabase]
public sealed class SecondWorkTests
{
    [Theory]
    [InlineData("Doi", "https://doi.org/10.1145/3442188.3445922", "“Work 1” has the same DOI.")]
    [InlineData("Doi", "doi:10.1145/3442188.3445922.", "“Work 1” has the same DOI.")]
    [InlineData("ArxivId", "arXiv:1810.04805v2", "“Work 1” has the same arXiv number.")]
    [InlineData("ArxivId", "https://arxiv.org/pdf/1810.04805", "“Work 1” has the same arXiv number.")]
    [InlineData("Doi", "10.48550/arXiv.1810.04805", "“Work 1” has the same DOI.")]
    [InlineData("Url", "https://dl.acm.org/doi/10.1145/3442188.3445922", "“Work 1” has the same link.")]
    [InlineData("Url", "https://huggingface.co/papers/1810.04805", "“Work 1” has the same link.")]
    public async Task Whoever_gives_a_work_an_identifier_of_another_is_told_and_may_save_all_the_same(
        string field, string typed, string said)
    {
        await using var desk = await EditingFixture.OpenAsync(TestDatabases.Create());
        await desk.DoAsync(work => work with { Doi = "10.1145/3442188.3445922", ArxivId = "1810.04805" });
        var second = await desk.DraftAsync("work-2");
        var draft = field switch
        {
            "Doi" => second.Draft with { Doi = typed },
            "ArxivId" => second.Draft with { ArxivId = typed },
            _ => second.Draft with { Url = typed },
        };
        var caution = Assert.IsType<Caution>((await desk.SaveAsync(second, draft)).Refusal);
        Assert.Equal((said, field, "work-1"), (caution.Says, caution.Field, caution.Other.Key));
        Assert.Equal(0, (await desk.DraftAsync("work-2")).Version);

        var told = second.To(draft, null) with { Confirmed = true };
        Assert.Null((await desk.Database.Get<Editing>().SaveAsync(desk.Resources, desk.Ada, told, GuideDatabase.Cancelled)).Refusal);

        // What it has by now was said.
        await desk.DoAsync(work => work with { Title = "Another title" }, slug: "work-2");
    }

    [Fact]
    public async Task A_new_work_with_the_DOI_of_another_is_told_too()
    {
        await using var desk = await EditingFixture.OpenAsync(TestDatabases.Create());
        await desk.DoAsync(work => work with { Doi = "10.18653/v1/N19-1423" });
        var other = (await desk.DraftAsync("work-2")).Draft;
        var draft = other with { Slug = "", Title = "A mirror", Url = "https://example.net/mirror", Doi = "10.18653/V1/n19-1423" };
        var refused = await desk.Database.Get<Editing>()
            .SaveAsync(desk.Resources, desk.Ada, Edit.New(draft, null), GuideDatabase.Cancelled);
        Assert.Equal("“Work 1” has the same DOI.", Assert.IsType<Caution>(refused.Refusal).Says);
    }

    [Theory]
    [InlineData("https://doi.org/10.18653/v1/N19-1423.", "10.18653/v1/N19-1423")]
    [InlineData("DOI: 10.1000/AbC", "10.1000/AbC")]
    public async Task A_DOI_is_kept_without_its_wrapping(string typed, string kept)
    {
        await using var desk = await EditingFixture.OpenAsync(TestDatabases.Create());
        await desk.DoAsync(work => work with { Doi = typed, ArxivId = "arXiv:math.GT/0309136v2" });
        var draft = (await desk.DraftAsync()).Draft;
        Assert.Equal((kept, "math/0309136"), (draft.Doi, draft.ArxivId));
    }
}

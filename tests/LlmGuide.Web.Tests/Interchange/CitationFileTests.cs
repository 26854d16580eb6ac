using System.Net;
using System.Text.Json;

using AngleSharp.Html.Parser;

using LlmGuide.Web.Tests.Revisions;

namespace LlmGuide.Web.Tests.Interchange;

/// <summary>Citations as files.</summary>
public sealed class CitationFileTests(SeededSite site) : IClassFixture<SeededSite>
{
    [Theory]
    [InlineData("/resources/attention-is-all-you-need.bib", "application/x-bibtex", "@inproceedings{vaswani2017attention,")]
    [InlineData(
        "/resources/attention-is-all-you-need.ris", "application/x-research-info-systems", "TY  - CONF\r\nID  - vaswani2017attention")]
    [InlineData("/topics/tokenization.bib", "application/x-bibtex", "@")]
    [InlineData("/topics/tokenization.ris", "application/x-research-info-systems", "TY  - ")]
    [InlineData("/stages/training-paradigm.bib", "application/x-bibtex", "@")]
    [InlineData("/export/catalogue.ris", "application/x-research-info-systems", "TY  - ")]
    public async Task Citations_are_files_that_programs_know(string address, string type, string begins)
    {
        using var answer = await site.Host.GetAsync(address);
        Assert.Equal((HttpStatusCode.OK, type), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Equal(address.Split('/')[^1], answer.Content.Headers.ContentDisposition?.FileName?.Trim('"'));
        Assert.StartsWith(begins, await answer.Content.ReadAsStringAsync(GuideHost.Cancelled), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "bert", "citation_author=Devlin, Jacob", "citation_conference_title=NAACL 2019", "citation_publication_date=2019",
        "citation_public_url=https://arxiv.org/abs/1810.04805", "DC.type=conferencePaper")]
    [InlineData("hf-agents-course", "citation_author=Hugging Face", "DC.type=webpage")]
    public async Task A_page_says_to_reference_managers_what_its_work_is_and_who_made_it(string slug, params string[] tags)
    {
        var page = await new HtmlParser().ParseDocumentAsync(await site.Host.TextAsync($"/resources/{slug}"), GuideHost.Cancelled);
        var said = page.QuerySelectorAll("meta[name]").Select(tag => $"{tag.GetAttribute("name")}={tag.GetAttribute("content")}").ToList();
        Assert.All(tags, tag => Assert.Contains(tag, said));
    }

    [Theory]
    [InlineData("/resources/attention-is-all-you-need.csl.json")]
    [InlineData("/topics/tokenization.csl.json")]
    [InlineData("/stages/training-paradigm.csl.json")]
    [InlineData("/export/catalogue.csl.json")]
    public async Task Citations_as_CSL_are_a_list_of_items_with_an_id_each(string address)
    {
        using var answer = await site.Host.GetAsync(address);
        Assert.Equal("application/vnd.citationstyles.csl+json", answer.Content.Headers.ContentType?.MediaType);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(GuideHost.Cancelled));
        var ids = json.RootElement.EnumerateArray().Select(item => item.GetProperty("id").GetString()).ToList();
        Assert.NotEmpty(ids);
        Assert.Equal(ids.Distinct(StringComparer.Ordinal), ids);
    }

    [Fact]
    public async Task The_whole_catalogue_is_cited_once_each()
    {
        var entries = (await site.Host.TextAsync("/export/catalogue.bib")).Split("\n@").Length;
        using var catalogue = JsonDocument.Parse(await site.Host.TextAsync("/export/catalogue.json"));
        Assert.Equal(catalogue.RootElement.GetProperty("resources").GetArrayLength(), entries);
    }

    [Theory]
    [InlineData("/resources/nowhere.bib")]
    [InlineData("/topics/nowhere.ris")]
    [InlineData("/stages/nowhere.csl.json")]
    [InlineData("/export/nothing.bib")]
    public async Task What_is_not_there_is_404(string address)
    {
        using var answer = await site.Host.GetAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task The_address_of_a_renamed_work_leads_to_the_file_of_the_same_kind()
    {
        await using var renamed = await PathSite.StartAsync();
        using var ada = await renamed.BrowserAsync();
        await ada.OpenAsync("/curate/resources/bert");
        await ada.SendAsync("resource", ("Slug", "bert-2018"));
        using var answer = await renamed.Host.GetAsync("/resources/bert.csl.json");
        Assert.Equal(
            (HttpStatusCode.MovedPermanently, "/resources/bert-2018.csl.json"),
            (answer.StatusCode, answer.Headers.Location?.OriginalString));
    }
}

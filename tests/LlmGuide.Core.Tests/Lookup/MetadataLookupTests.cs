using System.Text;

using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Lookup;
using LlmGuide.Core.Tests.Databases;

namespace LlmGuide.Core.Tests.Lookup;

/// <summary>From a pasted address to a draft, with played services: honest, broken and hostile ones.</summary>
public sealed class MetadataLookupTests(BareDatabase bare) : IClassFixture<BareDatabase>
{
    private const string Arxiv = "https://export.arxiv.org/api/query?id_list=1810.04805&max_results=1";
    private const string Crossref = "https://api.crossref.org/works/10.18653%2Fv1%2FN19-1423";
    private const string OEmbed = "https://www.youtube.com/oembed?format=json&url=https%3A%2F%2Fwww.youtube.com%2Fwatch%3Fv%3DkCc8FmEb1nY";

    private const string Bert = """
        <?xml version="1.0" encoding="UTF-8"?>
        <feed xmlns="http://www.w3.org/2005/Atom"><title type="html">ArXiv Query</title>
          <entry><id>http://arxiv.org/abs/1810.04805v2</id><updated>2019-05-24T20:37:26Z</updated><published>2018-10-11T00:50:01Z</published>
            <title>BERT: Pre-training of Deep Bidirectional Transformers for Language
          Understanding</title>
            <summary>  We introduce a new language representation model.
        </summary>
            <author><name>Jacob Devlin</name></author><author><name>Ming-Wei Chang</name></author>
            <arxiv:doi xmlns:arxiv="http://arxiv.org/schemas/atom">10.18653/v1/N19-1423</arxiv:doi>
          </entry></feed>
        """;

    private const string TwoHundred = "(200 words)";

    private readonly FakeWebClient _web = bare.Database.Web;

    [Fact]
    public async Task A_paper_on_arxiv_has_its_first_date_and_the_venue_of_its_publication()
    {
        _web.At(Arxiv, FakeWebClient.Text(Bert, "application/atom+xml"));
        _web.At(Crossref, FakeWebClient.Text(
            """{"message":{"title":["BERT"],"container-title":["Proceedings of the 2019 Conference of NAACL"],"issued":{"date-parts":[[2019,6]]},"type":"proceedings-article"}}""",
            "application/json"));
        var facts = (await AskAsync("https://arxiv.org/pdf/1810.04805v2")).Facts;
        Assert.Equal("BERT: Pre-training of Deep Bidirectional Transformers for Language Understanding", facts.Title?.Value);
        Assert.Equal(["Jacob Devlin", "Ming-Wei Chang"], facts.Authors?.Value);
        Assert.Equal((2018, 10, "1810.04805", "10.18653/v1/N19-1423", ResourceKind.Paper), (
            facts.Year?.Value, facts.Month?.Value, facts.ArxivId?.Value, facts.Doi?.Value, facts.Kind?.Value));
        Assert.Equal(("Proceedings of the 2019 Conference of NAACL", "Crossref", "arXiv"), (
            facts.Venue?.Value, facts.Venue?.Source, facts.Year?.Source));
        Assert.Equal("We introduce a new language representation model.", facts.Abstract?.Value);
    }

    [Fact]
    public async Task A_doi_is_told_by_crossref_without_its_marks()
    {
        _web.At("https://api.crossref.org/works/10.1145%2F3442188.3445922", FakeWebClient.Text(
            """
            {"message":{"DOI":"10.1145/3442188.3445922","type":"proceedings-article","title":["On the Dangers of <i>Stochastic</i> Parrots &amp; More"],
             "author":[{"given":"Emily M.","family":"Bender"},{"name":"A Group"},{"family":"McMillan-Major"}],
             "issued":{"date-parts":[[2021,3,3]]},"container-title":["FAccT"],"abstract":"<jats:p>The past three years.</jats:p>"}}
            """,
            "application/json"));
        var facts = (await AskAsync("https://dx.doi.org/10.1145/3442188.3445922")).Facts;
        Assert.Equal(("On the Dangers of Stochastic Parrots & More", 2021, 3, "FAccT", "The past three years."), (
            facts.Title?.Value, facts.Year?.Value, facts.Month?.Value, facts.Venue?.Value, facts.Abstract?.Value));
        Assert.Equal(["Emily M. Bender", "A Group", "McMillan-Major"], facts.Authors?.Value);
    }

    [Fact]
    public async Task A_video_has_its_title_from_oembed_and_its_length_from_its_page()
    {
        _web.At(OEmbed, FakeWebClient.Text(
            """{"title":"Let's build GPT","author_name":"Andrej Karpathy","type":"video"}""", "application/json"));
        _web.At("https://www.youtube.com/watch?v=kCc8FmEb1nY", FakeWebClient.Text(
            """<html><head><meta itemprop="duration" content="PT1H56M20S"><meta itemprop="datePublished" content="2023-01-17T08:33:27-08:00"><meta property="og:description" content="We build it."></head></html>"""));
        var facts = (await AskAsync("https://youtu.be/kCc8FmEb1nY?si=x")).Facts;
        Assert.Equal(("Let's build GPT", 116, 2023, 1, ResourceKind.Video), (
            facts.Title?.Value, facts.Minutes?.Value, facts.Year?.Value, facts.Month?.Value, facts.Kind?.Value));
        Assert.Equal(["Andrej Karpathy"], facts.Authors?.Value);
    }

    [Fact]
    public async Task A_page_is_told_by_its_citation_tags_before_its_json_ld_before_its_open_graph()
    {
        _web.At("https://aclanthology.org/N19-1423/", FakeWebClient.Text("""
            <html><head><title>Page title</title><meta property="og:title" content="Graph title"><meta property="og:type" content="article">
            <script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"Site"},{"@type":["Article"],"headline":"Data title","author":{"name":"Data Author"},"datePublished":"2020-02-03","isPartOf":{"name":"A Journal"}}]}</script>
            <meta name="citation_title" content="Cited title"><meta name="citation_author" content="Devlin, Jacob"><meta name="citation_author" content="Kenton Lee">
            <meta name="citation_publication_date" content="2019/6"><meta name="citation_doi" content="10.18653/v1/N19-1423"></head></html>
            """));
        var facts = (await AskAsync("https://aclanthology.org/N19-1423.pdf")).Facts;
        Assert.Equal(("Cited title", "citation tags"), (facts.Title?.Value, facts.Title?.Source));
        Assert.Equal(["Jacob Devlin", "Kenton Lee"], facts.Authors?.Value);
        Assert.Equal((2019, 6, ResourceKind.Paper, "A Journal", "JSON-LD"), (
            facts.Year?.Value, facts.Month?.Value, facts.Kind?.Value, facts.Venue?.Value, facts.Venue?.Source));
    }

    [Fact]
    public async Task An_article_has_its_reading_time_from_its_length()
    {
        _web.At("https://blog.example.org/post", FakeWebClient.Text(
            $"""<html><head><meta property="og:type" content="article"><meta property="og:title" content="A post"></head><body><nav>{Words(900)}</nav><article>{Words(2000)}<script>{Words(500)}</script></article></body></html>"""));
        Assert.Equal(10, (await AskAsync("https://blog.example.org/post")).Facts.Minutes?.Value);
    }

    [Fact]
    public async Task Code_is_known_by_its_host()
    {
        _web.At("https://github.com/someone/else", FakeWebClient.Text(
            """<title>someone/else: it does things</title><meta property="og:type" content="article">"""));
        Assert.Equal(ResourceKind.Code, (await AskAsync("https://github.com/someone/else")).Facts.Kind?.Value);
    }

    [Fact]
    public async Task A_title_comes_without_what_cannot_be_seen_and_with_its_script_as_text()
    {
        _web.At("https://evil.example.org/", FakeWebClient.Text("<title>A\u202Etitle\u200B \u0007<script>alert(1)</script> &lt;b&gt; "
            + new string('x', 5000) + "</title>"));
        var title = (await AskAsync("https://evil.example.org/")).Facts.Title!.Value;
        Assert.StartsWith("Atitle <script>alert(1)</script> <b> xxx", title);
        Assert.InRange(title.Length, 250, 300);
    }

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><feed>&b;</feed>")]
    [InlineData("<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><title>&a;</title><published>2020</published></entry></feed>")]
    [InlineData(
        "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><title>Error</title><summary>incorrect id format</summary></entry></feed>")]
    [InlineData("<feed")]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("\0\u0001\u0002")]
    public async Task What_is_no_answer_of_arxiv_says_nothing(string text)
    {
        _web.At(Arxiv, FakeWebClient.Text(text, "application/atom+xml"));
        var found = await AskAsync("arxiv:1810.04805");
        Assert.Equal((WorkMetadata.None, "arXiv does not know this number."), (found.Facts, found.Why));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"message\":\"no\"}")]
    [InlineData("{\"message\":{\"title\":{\"a\":1},\"author\":\"x\",\"issued\":[[null]]}}")]
    [InlineData("{\"message\":{\"title\":[\"\\ud800\"]}}")]
    [InlineData("{\"message\":{\"title\":[12]")]
    public async Task What_is_no_answer_of_crossref_says_nothing(string text)
    {
        _web.At("https://api.crossref.org/works/10.1000%2Fx", FakeWebClient.Text(text, "application/json"));
        Assert.Equal(WorkMetadata.None, (await AskAsync("10.1000/x")).Facts);
    }

    [Fact]
    public async Task Json_that_nests_without_end_says_nothing()
    {
        _web.At("https://api.crossref.org/works/10.1000%2Fdeep", FakeWebClient.Text(new string('[', 100_000), "application/json"));
        Assert.Equal(WorkMetadata.None, (await AskAsync("10.1000/deep")).Facts);
    }

    [Fact]
    public async Task A_page_of_nothing_but_open_tags_is_read_in_the_time_there_is()
    {
        _web.At("https://evil.example.org/deep", FakeWebClient.Text(
            $"<title>Deep</title>{string.Concat(Enumerable.Repeat("<b><i>", 20_000))}"));
        Assert.Equal("Deep", (await AskAsync("https://evil.example.org/deep")).Facts.Title?.Value);
    }

    [Theory]
    [InlineData("<article>" + TwoHundred + "</article>" + TwoHundred, 1)]
    [InlineData("<article><article>" + TwoHundred + "</article>" + TwoHundred + "</article>", 2)]
    [InlineData("<div role=main><div>" + TwoHundred + "</div>" + TwoHundred + "</div>" + TwoHundred, 2)]
    [InlineData("<main>" + TwoHundred + "<aside><aside></aside>" + TwoHundred + "</aside></main>", 1)]
    [InlineData(
        TwoHundred + "<style>" + TwoHundred + "</style><textarea>" + TwoHundred + "</textarea><!--" + TwoHundred + "-->" + TwoHundred, 2)]
    public async Task Only_the_words_of_the_article_are_counted(string body, int minutes)
    {
        _web.At("https://blog.example.org/counted", FakeWebClient.Text(
            $"""<meta property="og:type" content="article"><meta property="og:title" content="A post">{body.Replace(TwoHundred, Words(200), StringComparison.Ordinal)}"""));
        Assert.Equal(minutes, (await AskAsync("https://blog.example.org/counted")).Facts.Minutes?.Value);
    }

    [Theory]
    [InlineData("utf-8", "", "utf-8")]
    [InlineData("iso-8859-1", "", "iso-8859-1")]
    [InlineData(null, "<meta charset=iso-8859-1>", "iso-8859-1")]
    [InlineData(null, "<meta http-equiv=Content-Type content='text/html; charset=iso-8859-1'>", "iso-8859-1")]
    [InlineData(null, "<meta charset=utf-16>", "utf-8")]
    [InlineData("nonsense", "", "utf-8")]
    [InlineData(null, "\uFEFF", "utf-16")]
    public async Task A_page_is_read_in_the_characters_that_it_was_written_in(string? header, string said, string written)
    {
        _web.At(
            "https://old.example.org/",
            FakeWebClient.Text("") with { Charset = header, Body = Encoding.GetEncoding(written).GetBytes($"{said}<title>Größe</title>") });
        Assert.Equal("Größe", (await AskAsync("https://old.example.org/")).Facts.Title?.Value);
    }

    [Fact]
    public async Task Nobody_who_answers_is_said_and_not_thrown()
    {
        _web.At(
            "https://slow.example.org/",
            FakeWebClient.Failure(OutsideProblem.TooSlow) with { Words = "The server did not answer in time." });
        Assert.Equal("The server did not answer in time.", (await AskAsync("https://slow.example.org/")).Why);
        _web.At(
            "https://pdf.example.org/x.pdf",
            new LookupResponse(200, null, "200 OK") { MediaType = "application/pdf", Body = Encoding.ASCII.GetBytes("%PDF") });
        Assert.Equal("What is there is not a page with facts about itself.", (await AskAsync("https://pdf.example.org/x.pdf")).Why);
    }

    [Theory]
    [InlineData("https://blog.example.org/post")]
    [InlineData("1810.04805")]
    [InlineData("10.1000/x")]
    [InlineData("https://youtu.be/kCc8FmEb1nY")]
    public async Task A_server_that_reaches_nobody_says_so_instead_of_blaming_the_host(string pasted)
    {
        await using var database = await TestDatabases.Sqlite().MigratedAsync();
        database.Web.Otherwise = FakeWebClient.Failure(OutsideProblem.NoSuchHost) with { Words = "There is no such host." };
        Assert.Equal(
            "This server cannot reach the internet.",
            (await database.Get<MetadataLookup>().RunAsync(pasted, GuideDatabase.Cancelled)).Value!.Why);
        database.Clock.Advance(TimeSpan.FromMinutes(1));
        database.Web.At("https://www.wikipedia.org", FakeWebClient.Status(200));
        Assert.Equal(
            "There is no such host.", (await database.Get<MetadataLookup>().RunAsync(pasted, GuideDatabase.Cancelled)).Value!.Why);
    }

    [Fact]
    public async Task A_work_of_the_catalogue_is_found_before_anybody_is_asked()
    {
        await using var database = await TestDatabases.Sqlite().MigratedAsync();
        await GeneratedResources.AddAsync(database, 1);
        var found = await database.Get<MetadataLookup>().RunAsync("http://www.example.org/1/?utm_source=x", GuideDatabase.Cancelled);
        Assert.Equal("Work 1", found.Value?.Known?.Title);
        Assert.Empty(database.Web.Asked);
    }

    [Fact]
    public async Task A_work_is_known_by_the_number_that_its_page_carries()
    {
        await using var database = await TestDatabases.Sqlite().MigratedAsync();
        await using (var db = await database.OpenAsync())
        {
            db.Add(new Resource("bert", "BERT", ResourceKind.Paper, "https://arxiv.org/abs/1810.04805", DateTimeOffset.UnixEpoch));
            await db.SaveChangesAsync(GuideDatabase.Cancelled);
        }

        database.Web.At("https://mirror.example.org/bert", FakeWebClient.Text(
            """<meta name="citation_title" content="BERT"><meta name="citation_arxiv_id" content="1810.04805v2">"""));
        Assert.Equal(
            "bert", (await database.Get<MetadataLookup>().RunAsync("mirror.example.org/bert", GuideDatabase.Cancelled)).Value?.Known?.Slug);
    }

    [Fact]
    public async Task What_is_no_address_is_refused() =>
        Assert.NotNull((await bare.Database.Get<MetadataLookup>().RunAsync("javascript:alert(1)", GuideDatabase.Cancelled)).Refusal);

    private async Task<PastedAddress> AskAsync(string pasted) =>
        (await bare.Database.Get<MetadataLookup>().RunAsync(pasted, GuideDatabase.Cancelled)).Value!;

    private static string Words(int count) => string.Join(' ', Enumerable.Repeat("word", count));
}

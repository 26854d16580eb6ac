using System.Text;

using LlmGuide.Core.Lookup;
using LlmGuide.Core.Lookup.Pages;

namespace LlmGuide.Core.Tests.Lookup.Pages;

/// <summary>The right title among several, and everybody who wrote it, however a page says so.</summary>
public sealed class PageFactsTests
{
    private const string Wikipedia = """
        <script type="application/ld+json">{"@context":"https://schema.org","@type":"Article","name":"Semantic satiation","url":"https://en.wikipedia.org/wiki/Semantic_satiation","mainEntity":"http://www.wikidata.org/entity/Q1","author":{"@type":"Organization","name":"Contributors to Wikimedia projects"},"publisher":{"@type":"Organization","name":"Wikimedia Foundation, Inc."},"headline":"psychological phenomenon in which repetition causes a word to temporarily lose meaning"}</script>
        """;

    [Theory]
    [InlineData("<body><svg><title>Clear Search</title></svg><h1>The real heading</h1>", "The real heading")]
    [InlineData("<svg><title>Logo</title></svg><head><title>Late</title></head><h1>x</h1>", "Late")]
    [InlineData("<head><title>In the head</title></head><body><svg><title>Icon</title></svg><title>Below</title>", "In the head")]
    [InlineData("<head></head><body><h1><svg><title>Icon</title><path/></svg> Read <em>me</em></h1>", "Read me")]
    [InlineData("<h1><img src=logo></h1><h1>Second<br>line</h1>", "Second line")]
    [InlineData("<title> </title><h1>Heading</h1>", "Heading")]
    [InlineData("<svg><path><title>Never closed</title><h1>Heading</h1>", "Heading")]
    [InlineData("<title>Attention - Wikipedia</title>", "Attention", "https://en.wikipedia.org/wiki/Attention")]
    [InlineData("<title>A post | The Verge</title>", "A post", "https://www.theverge.com/x")]
    [InlineData("<title>A post · Example Blog</title><meta property=og:site_name content='Example Blog'>", "A post")]
    [InlineData(
        "<title>Example Blog – A post – with a dash</title><meta property=og:site_name content='Example Blog'>", "A post – with a dash")]
    [InlineData("<title>BERT - A deep model</title>", "BERT - A deep model")]
    [InlineData("<title>A post - and more - Some Person’s notes</title><h1>A post - and more</h1>", "A post - and more")]
    [InlineData(
        "<meta property=og:title content='GitHub - karpathy/minbpe: Minimal code'><meta property=og:site_name content=GitHub>",
        "karpathy/minbpe: Minimal code", "https://github.com/karpathy/minbpe")]
    [InlineData("<meta property=og:title content='Here&amp;rsquo;s Why'><title>Here’s Why</title>", "Here’s Why")]
    [InlineData("<title>A &amp;amp; B &amp;#8211; C</title>", "A & B – C")]
    [InlineData("<title>&#147;Smart&#148; &#8212; caf&eacute; &hellip;</title>", "“Smart” — café …")]
    [InlineData(
        "<meta name=citation_title content='Growth of &lt;i&gt;E. coli&lt;/i&gt; in H&lt;sub&gt;2&lt;/sub&gt;O'>",
        "Growth of E. coli in H2O")]
    [InlineData("<meta name=DC.Title content='From Dublin'><title>Other</title>", "From Dublin")]
    [InlineData("<meta name=dcterms.title content='From Dublin'>", "From Dublin")]
    [InlineData("<title>The &lt;b&gt; element</title>", "The <b> element")]
    [InlineData("<title>چگونه می\u200Cخواهیم</title>", "چگونه می\u200Cخواهیم")]
    [InlineData("<title>👩\u200D💻 writes\u200B code\u00AD</title>", "👩\u200D💻 writes code")]
    [InlineData(
        Wikipedia + "<title>Semantic satiation - Wikipedia</title><h1>Semantic satiation</h1>",
        "Semantic satiation", "https://en.wikipedia.org/wiki/Semantic_satiation")]
    [InlineData(Wikipedia, "Semantic satiation", "https://en.wikipedia.org/wiki/Semantic_satiation")]
    public void A_page_is_called_by_its_own_name(string html, string title, string address = "https://blog.example.org/post") =>
        Assert.Equal(title, Read(html, address).Title?.Value);

    [Theory]
    [InlineData("""{"@type":"Article","headline":"It&#8217;s here &#8211; a &amp; b"}""", "It’s here – a & b")]
    [InlineData("""{"@type":"Article","headline":"Twice &amp;amp; &amp;#8217;"}""", "Twice & ’")]
    [InlineData("""{"@type":"BlogPosting","name":"My Blog","headline":"My post"}""", "My post", "<title>My post | My Blog</title>")]
    [InlineData("""{"@type":"NewsArticle","headline":"Headline","alternativeHeadline":"The long one"}""", "Headline", "<h1>Headline</h1>")]
    [InlineData("""{"@type":"Article","headline":"short desc","alternativeHeadline":"The title"}""", "The title", "<h1>The title</h1>")]
    [InlineData("""{"@type":"https://schema.org/Article","headline":"Full type"}""", "Full type")]
    [InlineData("""{"@type":["WebPage","schema:Article"],"headline":"Two types"}""", "Two types")]
    [InlineData(
        """[{"@type":"Article","headline":"Another","url":"https://blog.example.org/other"},{"@type":"Article","headline":"This","url":"https://blog.example.org/post/"}]""",
        "This")]
    [InlineData(
        """{"@graph":[{"@type":"WebSite","name":"Site"},{"@type":"Article","headline":"Related","mainEntityOfPage":"https://blog.example.org/x"},{"@type":"Article","headline":"Mine","mainEntityOfPage":{"@id":"https://blog.example.org/post"}}]}""",
        "Mine")]
    [InlineData(
        """{"@graph":[{"@type":"Article","headline":"First"},{"@type":"Article","headline":"As the heading"}]}""",
        "As the heading", "<h1>As the heading</h1>")]
    [InlineData("""{"@type":"WebPage","name":"Page","mainEntity":{"@type":"Article","headline":"Inside"}}""", "Inside")]
    [InlineData(
        """{"@type":"ItemList","itemListElement":[{"@type":"Article","headline":"In a list"}]}""", "The page", "<title>The page</title>")]
    [InlineData(
        """{"@type":"Article","headline":"Something else","url":"https://other.example.net/x"}""", "The page", "<title>The page</title>")]
    [InlineData("""{"@type":"Article","headline":"On <i>stochastic</i> parrots"}""", "On stochastic parrots")]
    [InlineData("//<![CDATA[\n{\"@type\":\"Article\",\"headline\":\"In CDATA\"}\n//]]>", "In CDATA")]
    [InlineData("/*<![CDATA[*/{\"@type\":\"Article\",\"headline\":\"In CDATA [1]\"}/*]]>*/", "In CDATA [1]")]
    [InlineData("<!--\n{\"@type\":\"Article\",\"headline\":\"In a comment\"}\n-->", "In a comment")]
    [InlineData("{\"@type\":\"Article\",\"headline\":\"Two\nlines\tand a tab\"}", "Two lines and a tab")]
    public void Of_what_JSON_LD_names_the_title_is_that_of_this_page(string json, string title, string html = "") =>
        Assert.Equal(title, Read($"<script type='application/ld+json'>{json}</script>{html}").Title?.Value);

    [Theory]
    [InlineData("<meta name=citation_author content='Lee, Ann; Ray, Bob; Kim, Cho'>", "Ann Lee|Bob Ray|Cho Kim")]
    [InlineData("<meta name=citation_authors content='Lee, Ann; Ray, Bob'>", "Ann Lee|Bob Ray")]
    [InlineData("<meta name=citation_authors content='Ann Lee; Bob Ray;'>", "Ann Lee|Bob Ray")]
    [InlineData("<meta name=citation_author content='Lee, Ann'><meta name=citation_author content='Bob Ray'>", "Ann Lee|Bob Ray")]
    [InlineData("<meta name=citation_author content='Ann Lee, Bob Ray, Cho Kim'>", "Ann Lee|Bob Ray|Cho Kim")]
    [InlineData("<meta name=citation_author content='Ann Lee, Bob Ray, and Cho Kim'>", "Ann Lee|Bob Ray|Cho Kim")]
    [InlineData("<meta name=citation_author content='Lee, Ann and Ray, Bob'>", "Ann Lee|Bob Ray")]
    [InlineData("<meta name=citation_author content='Lee, A., Ray, B. C.'>", "A. Lee|B. C. Ray")]
    [InlineData("<meta name=citation_author content='King, Martin Luther, Jr.'>", "Martin Luther King Jr.")]
    [InlineData("<meta name=citation_author content='OpenAI, Inc.'>", "OpenAI, Inc.")]
    [InlineData("<meta name=author content='张三、李四，王五'>", "张三|李四|王五")]
    [InlineData("<meta name=author content='山田太郎；Ann Lee'>", "山田太郎|Ann Lee")]
    [InlineData("<meta name=citation_author content='Simon &amp; Schuster'>", "Simon & Schuster")]
    [InlineData("<meta name=citation_author content='M&amp;uuml;ller, J&amp;#246;rg'>", "Jörg Müller")]
    [InlineData(
        "<meta name=DC.creator content='Lee, Ann'><meta name=DC.creator content='Ray, Bob'><meta name=DC.title content=x>",
        "Ann Lee|Bob Ray")]
    [InlineData("<meta name=dcterms.creator content='Lee, Ann; Ray, Bob'><meta name=dc.title content=x>", "Ann Lee|Bob Ray")]
    [InlineData("<meta name=author content='By Ann Lee and Bob Ray'>", "Ann Lee|Bob Ray")]
    [InlineData("<meta name=author content='van der Berg, Jan'>", "Jan van der Berg")]
    public void Everybody_in_the_tags_is_named_first_name_first(string html, string names) => Assert.Equal(
        names, string.Join('|', Read($"<meta name=citation_title content='A paper'>{html}").Authors?.Value ?? []));

    [Theory]
    [InlineData("\"Ann Lee\"", "Ann Lee")]
    [InlineData("\"Ann Lee, Bob Ray\"", "Ann Lee|Bob Ray")]
    [InlineData("[\"Ann Lee\",\"Ray, Bob\"]", "Ann Lee|Bob Ray")]
    [InlineData("{\"@type\":\"Person\",\"name\":\"Ann Lee\"}", "Ann Lee")]
    [InlineData("[{\"name\":\"Ann Lee\"},{\"givenName\":\"Bob\",\"familyName\":\"Ray\"}]", "Ann Lee|Bob Ray")]
    [InlineData("{\"name\":[\"Ann Lee\",\"Other\"]}", "Ann Lee")]
    [InlineData("{\"name\":{\"@value\":\"Ann Lee\"}}", "Ann Lee")]
    [InlineData("{\"@list\":[{\"name\":\"Ann Lee\"},{\"name\":\"Bob Ray\"}]}", "Ann Lee|Bob Ray")]
    [InlineData("[{\"@id\":\"#ann\"},{\"@id\":\"#bob\"}]", "Ann Lee|Bob Ray")]
    [InlineData("{\"@type\":\"Role\",\"author\":{\"name\":\"Ann Lee\"}}", "Ann Lee")]
    [InlineData("[{\"name\":\"Ann&#39;s Group\"},{\"url\":\"https://example.org/ann\"},\"https://example.org/bob\"]", "Ann's Group")]
    public void Everybody_in_JSON_LD_is_named_in_every_shape(string author, string names) => Assert.Equal(names, string.Join('|', Read(
        $$"""
        <script type="application/ld+json">{"@graph":[{"@type":"Person","@id":"#ann","name":"Ann Lee"},
        {"@type":"Person","@id":"#bob","name":"Bob Ray"},{"@type":"Article","headline":"A","author":{{author}}}]}</script>
        """).Authors?.Value ?? []));

    [Theory]
    [InlineData(
        "Fine‐tuning <scp>BERT</scp>‐based models for H<sub>2</sub>O and E=mc<sup>2</sup>",
        "Fine‐tuning BERT‐based models for H2O and E=mc2")]
    [InlineData("V<scp>is</scp>T<scp>iles</scp>: Coordinating and Combining", "VisTiles: Coordinating and Combining")]
    [InlineData("On <i>Stochastic</i> Parrots &amp; More", "On Stochastic Parrots & More")]
    [InlineData("&lt;i&gt;Twice&lt;/i&gt; escaped &amp;amp; so", "Twice escaped & so")]
    [InlineData(
        "The <mml:math xmlns:mml=\\\"http://www.w3.org/1998/Math/MathML\\\">\\n <mml:msup>\\n<mml:mi>L</mml:mi> <mml:mn>2</mml:mn></mml:msup></mml:math> norm",
        "The L2 norm")]
    [InlineData(
        "A <math><semantics><mi>x</mi><annotation encoding=\\\"application/x-tex\\\">x_1</annotation></semantics></math> B", "A x B")]
    [InlineData("<jats:title>One</jats:title><jats:p>Two</jats:p>", "One Two")]
    [InlineData("Line<br/>break and <b>bold</b>, <sc>small</sc>", "Line break and bold, small")]
    [InlineData("If a < b and c > d", "If a < b and c > d")]
    [InlineData("The &lt;EOS&gt; token", "The <EOS> token")]
    public void Marks_in_a_title_of_Crossref_join_as_a_reader_sees_them(string marked, string title) =>
        Assert.Equal(title, Crossref($$"""{"title":["{{marked}}"]}""").Title?.Value);

    [Theory]
    [InlineData("""[{"given":"Ann","family":"Lee","suffix":"Jr."}]""", "Ann Lee Jr.")]
    [InlineData(
        """[{"family":"Lee"},{"name":"The BigScience Group"},{"given":"Bob","family":"Ray","sequence":"additional"}]""",
        "Lee|The BigScience Group|Bob Ray")]
    [InlineData("""[{"given":"J&#246;rg","family":"M&uuml;ller"},{"given":"","family":"Kim"}]""", "Jörg Müller|Kim")]
    [InlineData("""[{"affiliation":[]}]""", "")]
    public void Everybody_in_Crossref_is_named(string authors, string names) => Assert.Equal(
        names, string.Join('|', Crossref($$"""{"title":["A"],"author":{{authors}}}""").Authors?.Value ?? []));

    [Theory]
    [InlineData("2019", 2019, null)]
    [InlineData("2019/06/02", 2019, 6)]
    [InlineData("2019-06-02T10:00:00Z", 2019, 6)]
    [InlineData("2019-6", 2019, 6)]
    [InlineData("20190602", 2019, 6)]
    [InlineData("20190602T100000Z", 2019, 6)]
    [InlineData("2 June 2019", 2019, 6)]
    [InlineData("Jun 2, 2019", 2019, 6)]
    [InlineData("June 2nd, 2019, 10:00", 2019, 6)]
    [InlineData("Sun, 02 Jun 2019 10:00:00 GMT", 2019, 6)]
    [InlineData("Sept. 2019", 2019, 9)]
    [InlineData("2019年6月2日", 2019, 6)]
    [InlineData("2019. 6. 2.", 2019, 6)]
    [InlineData("06/02/2019", 2019, null)]
    [InlineData("Summer 2019", 2019, null)]
    [InlineData("2019-13-02", 2019, null)]
    [InlineData("1706.03762", null, null)]
    [InlineData("forthcoming", null, null)]
    public void A_date_says_its_year_and_its_month_where_that_is_sure(string date, int? year, int? month)
    {
        var facts = Read($"<meta name=citation_title content=A><meta name=citation_publication_date content='{date}'>");
        Assert.Equal((year, month), (facts.Year?.Value, facts.Month?.Value));
    }

    [Theory]
    [InlineData("""{"title":["A"],"issued":{"date-parts":[[null]]},"published-online":{"date-parts":[[2021,3]]}}""", 2021, 3)]
    [InlineData("""{"title":["A"],"posted":{"date-parts":[[2020]]}}""", 2020, null)]
    [InlineData("""{"title":["A"],"issued":{"date-parts":[[2019,6,2]]},"published":{"date-parts":[[2021]]}}""", 2019, 6)]
    [InlineData("""{"title":["A"],"issued":{"date-parts":[]}}""", null, null)]
    public void The_date_of_Crossref_is_the_first_that_has_a_year(string message, int? year, int? month) =>
        Assert.Equal((year, month), (Crossref(message).Year?.Value, Crossref(message).Month?.Value));

    private static WorkMetadata Crossref(string message) => CrossrefFacts.Read(Answer($$"""{"message":{{message}}}"""));

    private static WorkMetadata Read(string html, string address = "https://blog.example.org/post") =>
        PageFacts.Read(PageText.Scan(Answer(html), CancellationToken.None), address);

    private static LookupResponse Answer(string text) => new(200, null, "200 OK") { Body = Encoding.UTF8.GetBytes(text) };
}

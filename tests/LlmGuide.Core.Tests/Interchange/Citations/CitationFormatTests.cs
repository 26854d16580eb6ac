using System.Text;
using System.Text.Json;

using LlmGuide.Core.Catalogue.Resources;
using LlmGuide.Core.Interchange.Citations;
using LlmGuide.Core.Tests.Databases;

namespace LlmGuide.Core.Tests.Interchange.Citations;

/// <summary>A work as BibTeX, RIS and CSL-JSON have it.</summary>
public sealed class CitationFormatTests
{
    private static readonly CitedWork Bert = new(
        "devlin2018bert", [], ResourceKind.Paper, "BERT: Pre-training of Deep Bidirectional Transformers",
        ["Jacob Devlin", "Kristina Toutanova", "et al."], 2018, 10, "NAACL 2019", "10.18653/v1/N19-1423", "1810.04805",
        "https://arxiv.org/abs/1810.04805");

    [Fact]
    public void A_paper_of_a_conference_is_cited_by_its_proceedings() => Assert.Equal(
        """
        @inproceedings{devlin2018bert,
          title = {{BERT}: Pre-training of Deep Bidirectional Transformers},
          author = {Devlin, Jacob and Toutanova, Kristina and others},
          year = {2019},
          booktitle = {NAACL 2019},
          doi = {10.18653/v1/N19-1423},
          eprint = {1810.04805},
          archiveprefix = {arXiv},
          url = {https://arxiv.org/abs/1810.04805},
        }

        """.ReplaceLineEndings("\n"), BibTex.Write(Bert));

    [Fact]
    public void The_same_paper_as_RIS() => Assert.Equal(
        [
            "TY  - CONF", "ID  - devlin2018bert", "AU  - Devlin, Jacob", "AU  - Toutanova, Kristina",
            "TI  - BERT: Pre-training of Deep Bidirectional Transformers", "PY  - 2019", "DA  - 2019///", "T2  - NAACL 2019",
            "DO  - 10.18653/v1/N19-1423", "AN  - arXiv:1810.04805", "UR  - https://arxiv.org/abs/1810.04805", "ER  - ", "", "",
        ],
        Ris.Write(Bert).Split("\r\n"));

    [Fact]
    public void The_same_paper_as_CSL()
    {
        using var json = JsonDocument.Parse(JsonSerializer.Serialize(Csl.Of(Bert), Csl.Json));
        var item = json.RootElement;
        Assert.Equal("paper-conference", item.GetProperty("type").GetString());
        Assert.Equal("""{"family":"Devlin","given":"Jacob"}""", Compact(item.GetProperty("author")[0]));
        Assert.Equal("""{"date-parts":[[2019]]}""", Compact(item.GetProperty("issued")));
        Assert.Equal("arXiv:1810.04805", item.GetProperty("number").GetString());
        Assert.False(item.TryGetProperty("custom", out _));
    }

    [Fact]
    public void A_preprint_has_the_month_and_a_work_without_a_year_has_none()
    {
        var preprint = Bert with { Venue = "arXiv", Doi = null };
        Assert.Contains("year = {2018},\n  month = oct,\n  eprint = {1810.04805}", BibTex.Write(preprint), StringComparison.Ordinal);
        Assert.Contains("DA  - 2018/10//", Ris.Write(preprint), StringComparison.Ordinal);
        var undated = preprint with { Year = null, Month = null };
        Assert.DoesNotContain("year", BibTex.Write(undated), StringComparison.Ordinal);
        Assert.DoesNotContain("PY", Ris.Write(undated), StringComparison.Ordinal);
        Assert.Null(Csl.Of(undated).Issued);
    }

    [Theory]
    [InlineData(ResourceKind.Paper, "TMLR 2023", "article", "JOUR", "article-journal")]
    [InlineData(ResourceKind.Paper, "Transactions of the ACL, 2024", "article", "JOUR", "article-journal")]
    [InlineData(ResourceKind.Paper, "OpenAI technical report", "techreport", "RPRT", "report")]
    [InlineData(ResourceKind.Paper, "Transformer Circuits Thread", "misc", "UNPB", "article")]
    [InlineData(ResourceKind.Book, "Manning", "book", "BOOK", "book")]
    [InlineData(ResourceKind.Video, "YouTube, 3Blue1Brown", "misc", "VIDEO", "motion_picture")]
    [InlineData(ResourceKind.Code, "GitHub", "misc", "COMP", "software")]
    [InlineData(ResourceKind.Dataset, null, "misc", "DATA", "dataset")]
    [InlineData(ResourceKind.Article, "Lil'Log", "misc", "ELEC", "webpage")]
    public void A_work_has_the_type_of_what_it_is(ResourceKind kind, string? venue, string bibTex, string ris, string csl)
    {
        var work = Bert with { Kind = kind, Venue = venue };
        Assert.StartsWith($"@{bibTex}{{", BibTex.Write(work), StringComparison.Ordinal);
        Assert.StartsWith($"TY  - {ris}\r\n", Ris.Write(work), StringComparison.Ordinal);
        Assert.Equal(csl, Csl.Of(work).Type);
    }

    [Theory]
    [InlineData("GPT-4 is 50% better & costs $3_000 #1", "{GPT-4} is 50\\% better \\& costs \\$3\\_000 \\#1")]
    [InlineData("Sets {a} of \\x ~ y^2", "Sets \\{a\\} of {\\textbackslash}x {\\textasciitilde} y{\\textasciicircum}2")]
    [InlineData("When a < b -- c | d", "When a {\\textless} b -{}- c {\\textbar} d")]
    [InlineData("The Illustrated BERT, ELMo, and co.", "The Illustrated {BERT}, {ELMo}, and co.")]
    [InlineData(
        "Training language models with the Adam optimizer in Zürich",
        "Training language models with the {Adam} optimizer in {Z{\\\"u}rich}")]
    [InlineData("Attention Is All You Need", "Attention Is All You Need")]
    [InlineData("Naïve – “quoted” – ℓ and λ", "Na{\\\"i}ve -- ``quoted'' -- ℓ and λ")]
    public void A_title_keeps_its_capitals_and_its_signs(string title, string written) =>
        Assert.Contains($"title = {{{written}}},\n", BibTex.Write(Bert with { Title = title }), StringComparison.Ordinal);

    [Fact]
    public void Names_are_written_as_each_format_reads_them()
    {
        var work = Bert with { Authors = ["Diego de las Casas", "Martin Luther King Jr.", "Kimi Team", "Barlas Oğuz", "Łukasz Kaiser"] };
        Assert.Contains(
            "author = {de las Casas, Diego and King, Jr., Martin Luther and {Kimi Team} and O{\\u{g}}uz, Barlas and Kaiser, {\\L}ukasz},\n",
            BibTex.Write(work), StringComparison.Ordinal);
        Assert.Contains(
            "AU  - de las Casas, Diego\r\nAU  - King, Martin Luther, Jr.\r\nAU  - Kimi Team\r\n",
            Ris.Write(work), StringComparison.Ordinal);
        var names = Csl.Of(work).Author;
        Assert.Equal(new CslName("Casas", "Diego", "de las", null, null), names[0]);
        Assert.Equal(new CslName("King", "Martin Luther", null, "Jr.", null), names[1]);
        Assert.Equal(new CslName(null, null, null, null, "Kimi Team"), names[2]);
    }

    [Fact]
    public void Keys_of_merged_works_are_named()
    {
        var work = Bert with { FormerKeys = ["devlin2019bert", "devlin2018berta"] };
        Assert.Contains("ids = {devlin2019bert, devlin2018berta},\n", BibTex.Write(work), StringComparison.Ordinal);
        Assert.Equal(work.FormerKeys, Csl.Of(work).Custom?.Ids);
    }

    [Fact]
    public async Task No_work_is_an_empty_file_of_each_format()
    {
        foreach (var (format, text) in ((CitationFormat, string)[])
            [(CitationFormat.BibTex, ""), (CitationFormat.Ris, ""), (CitationFormat.Csl, "[]\n")])
        {
            using var output = new MemoryStream();
            Assert.Equal(0, await format.WriteAsync([], output, GuideDatabase.Cancelled));
            Assert.Equal(text, Encoding.UTF8.GetString(output.ToArray()));
        }
    }

    private static string Compact(JsonElement element) => JsonSerializer.Serialize(element);
}

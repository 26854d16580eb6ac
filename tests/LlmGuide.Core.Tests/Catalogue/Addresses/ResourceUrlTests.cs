using CsCheck;

using LlmGuide.Core.Catalogue.Addresses;

namespace LlmGuide.Core.Tests.Catalogue.Addresses;

public sealed class ResourceUrlTests
{
    private static readonly Gen<string> ArxivId = Gen.Select(
        Gen.Int[1000, 2612], Gen.Int[10000, 99999], (month, number) => $"{month}.{number}");

    private static readonly Gen<string> Word = Gen.Char["abcdefghijklmnopqrstuvwxyz0123456789"].Array[1, 10].Select(c => new string(c));

    private static readonly Gen<string> Written = Gen.Select(
        OneOf("http", "https", "HTTPS"),
        OneOf("", "www.", "WWW."),
        Word,
        OneOf(".org", ".example.com", ".ORG.", "ünï.de", ".org:8080", ".org:443", ".org:80"),
        Gen.OneOf(
            Word.Select(w => $"/{w}"), Word.Select(w => $"/{w}/"), Gen.Const(""),
            Gen.Const("/a%2fb/%C3%A9/é"), Gen.Const("/%7Euser/x.pdf")),
        OneOf("", "?utm_source=x", "?b=2&a=1", "?a=1&ref=hn&b=%2f", "?fbclid=1&q=a+b", "?"),
        OneOf("", "#part", "#/route/1", "#!page"),
        (scheme, www, name, end, path, query, fragment) => $"{scheme}://{www}{name}{end}{path}{query}{fragment}");

    [Fact]
    public void The_canonical_form_is_its_own_canonical_form() => Written.Sample(text =>
    {
        var once = Parsed(text);
        Assert.Equal(once, Parsed(once.Canonical));
    });

    [Fact]
    public void All_addresses_of_an_arxiv_paper_are_one() => ArxivId.Sample(id =>
    {
        string[] ways =
        [
            $"https://arxiv.org/abs/{id}", $"http://arxiv.org/abs/{id}v3", $"https://www.arxiv.org/pdf/{id}",
            $"arxiv.org/pdf/{id}v2.pdf", $"https://export.arxiv.org/abs/{id}",
            $"https://arxiv.org/html/{id}v1#S2", $"arXiv:{id}", $"https://huggingface.co/papers/{id}",
            $"https://doi.org/10.48550/arXiv.{id}", $"https://ar5iv.labs.arxiv.org/html/{id}",
            $"https://arxiv.org/abs/{id}?context=cs.CL", id, $"{id}v5", $"{id}.", $"arXiv:{id}v2.", $"arXiv: {id}", $"ARXIV {id},",
            $"arXiv:{id}v7 [cs.CL] 2 Aug 2023", $"arXiv preprint arXiv:{id} (2018)", $"[{id}]", $"(arXiv:{id})",
            $"<https://arxiv.org/abs/{id}>",
            $"https://arxiv.org/abs/{id}.", $"“https://arxiv.org/pdf/{id}”,", $"https://alphaxiv.org/abs/{id}v1",
            $"https://www.alphaxiv.org/overview/{id}", $"https://ar5iv.org/abs/{id}", $"https://hf.co/papers/{id}", $"{id}v1.pdf",
            $"https://browse.arxiv.org/html/{id}v1", $"https://www.arxiv-vanity.com/papers/{id}/", $"https://scirate.com/arxiv/{id}",
            $"[Title (2017)](https://arxiv.org/abs/{id})", $"https://arxiv.org/abs/arXiv:{id}", $"doi:10.48550/arXiv.{id}v1",
            $"https%3A%2F%2Farxiv.org%2Fabs%2F{id}", $"https://arxiv.org/pdf/{id}v3.pdf#page=5",
            $"Title https://arxiv.org/abs/{id}", $"Read this: https://arxiv.org/abs/{id}.", $"URL: https://arxiv.org/abs/{id}",
            $"Title (2017)\nhttps://arxiv.org/abs/{id}v2\n", $"<a href=\"https://arxiv.org/abs/{id}\">a title</a>",
            $"\\url{{https://arxiv.org/abs/{id}}}", $"[{id}] A Title With Words", $"view-source:https://arxiv.org/abs/{id}",
            $"chrome-extension://efaidnbmnnnibpcajpcglclefindmkaj/https://arxiv.org/pdf/{id}",
            $"about:reader?url=https%3A%2F%2Farxiv.org%2Fabs%2F{id}", $"\u200B{id}\uFEFF", $"\u200Ehttps://arxiv.org/abs/{id}\u00A0",
            $"https://www.google.com/url?q=https://arxiv.org/abs/{id}&sa=D&source=docs",
            $"https://www.google.de/url?sa=t&url=https%3A%2F%2Farxiv.org%2Fpdf%2F{id}&usg=x",
            $"https://scholar.google.com/scholar_url?url=https://arxiv.org/pdf/{id}&hl=en",
            $"https://l.facebook.com/l.php?u=https%3A%2F%2Farxiv.org%2Fabs%2F{id}&h=x",
            $"https://nam02.safelinks.protection.outlook.com/?url=https%3A%2F%2Farxiv.org%2Fabs%2F{id}&data=05",
            $"https://www.youtube.com/redirect?event=video_description&q=https%3A%2F%2Farxiv.org%2Fabs%2F{id}",
            $"https://link.zhihu.com/?target=https%3A//arxiv.org/abs/{id}",
            $"https://login.ezproxy.example.edu/login?url=https://arxiv.org/abs/{id}",
            $"https://www.google.com/amp/s/arxiv.org/abs/{id}",
            "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.google.com%2Furl%3Fq%3D"
                + $"https%253A%252F%252Farxiv.org%252Fabs%252F{id}",
        ];
        Assert.All(ways, way => Assert.Equal(new ResourceUrl($"https://arxiv.org/abs/{id}", $"arxiv:{id}"), Parsed(way)));
    });

    [Theory]
    [InlineData("cs/0112017", "cs/0112017")]
    [InlineData("arXiv:cs/0112017v1.", "cs/0112017")]
    [InlineData("cs.CL/0108005", "cs/0108005")]
    [InlineData("math.GT/0309136", "math/0309136")]
    [InlineData("cond-mat/9609089v2", "cond-mat/9609089")]
    [InlineData("cond-mat.supr-con/0309136", "cond-mat/0309136")]
    [InlineData("HEP-TH/9901001", "hep-th/9901001")]
    [InlineData("cmp-lg/9404001", "cmp-lg/9404001")]
    [InlineData("https://arxiv.org/pdf/cs/0112017.pdf", "cs/0112017")]
    [InlineData("https://arxiv.org/abs/cs%2F0112017", "cs/0112017")]
    [InlineData("arxiv.org/abs/physics.acc-ph/0403077v3,", "physics/0403077")]
    [InlineData("https://ar5iv.labs.arxiv.org/html/quant-ph/0301023", "quant-ph/0301023")]
    [InlineData("10.48550/arXiv.math-ph/0403077", "math-ph/0403077")]
    public void The_older_numbers_of_arxiv_are_read_with_and_without_their_class(string text, string id) =>
        Assert.Equal(new ResourceUrl($"https://arxiv.org/abs/{id}", $"arxiv:{id}"), Parsed(text));

    [Theory]
    [InlineData("10.1145/3442188.3445922")]
    [InlineData("doi:10.1145/3442188.3445922")]
    [InlineData("DOI: 10.1145/3442188.3445922.")]
    [InlineData("(doi.org/10.1145/3442188.3445922)")]
    [InlineData("<https://doi.org/10.1145/3442188.3445922>")]
    [InlineData("http://dx.doi.org/10.1145/3442188.3445922,")]
    [InlineData("https://www.doi.org/10.1145/3442188.3445922?utm_source=x")]
    [InlineData("https://doi.org/10.1145%2F3442188.3445922")]
    [InlineData("10.1145%2F3442188.3445922")]
    [InlineData("info:doi/10.1145/3442188.3445922")]
    [InlineData("urn:doi:10.1145/3442188.3445922")]
    [InlineData("https://doi.acm.org/10.1145/3442188.3445922")]
    [InlineData("https://dl.acm.org/doi/10.1145/3442188.3445922")]
    [InlineData("https://dl.acm.org/doi/pdf/10.1145/3442188.3445922")]
    [InlineData("https://dl.acm.org/doi/abs/10.1145/3442188.3445922?download=true")]
    [InlineData("“10.1145/3442188.3445922”;")]
    [InlineData("https://doi.org/doi:10.1145/3442188.3445922")]
    [InlineData("doi:https://doi.org/10.1145/3442188.3445922")]
    [InlineData("DOI: https://doi.org/10.1145/3442188.3445922")]
    [InlineData("DOI 10.1145/3442188.3445922 (2021)")]
    [InlineData("On the Dangers of Stochastic Parrots. https://doi.org/10.1145/3442188.3445922")]
    [InlineData("10.1145/3442188.3445922。")]
    public void A_DOI_is_the_same_in_any_wrapping(string text)
    {
        var address = Parsed(text);
        Assert.Equal(("doi:10.1145/3442188.3445922", "10.1145/3442188.3445922"), (address.Key, address.Doi));
        Assert.Equal(address, Parsed(address.Canonical));
    }

    [Theory]
    [InlineData("10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2")]
    [InlineData("10.1016/S0019-9958(67)91165-5")]
    [InlineData("10.1000/a#b?c%d")]
    [InlineData("10.1000.10/123")]
    [InlineData("10.1093/bib/bbx044")]
    public void A_DOI_keeps_every_character_that_it_has(string doi)
    {
        var address = Parsed(doi);
        Assert.Equal(doi, address.Doi);
        Assert.Equal(address, Parsed(address.Canonical));
    }

    [Theory]
    [InlineData("https://link.springer.com/article/10.1007/s11263-015-0816-y", "doi:10.1007/s11263-015-0816-y")]
    [InlineData("https://direct.mit.edu/tacl/article/doi/10.1162/tacl_a_00349/96482/A-Primer-in-BERTology", "doi:10.1162/tacl_a_00349")]
    [InlineData("https://www.biorxiv.org/content/10.1101/2020.05.01.072074v2.full.pdf", "doi:10.1101/2020.05.01.072074")]
    [InlineData("https://onlinelibrary.wiley.com/doi/full/10.1002/aaai.12036", "doi:10.1002/aaai.12036")]
    [InlineData("https://www.nature.com/articles/s41586-025-09422-z", "doi:10.1038/s41586-025-09422-z")]
    [InlineData("https://www.nature.com/articles/s41586-025-09422-z.pdf", "doi:10.1038/s41586-025-09422-z")]
    [InlineData("https://www.nature.com/nature/articles", "nature.com/nature/articles")]
    [InlineData(
        "https://academic.oup.com/bib/article-lookup/doi/10.1093/bib/bbx044", "academic.oup.com/bib/article-lookup/doi/10.1093/bib/bbx044")]
    [InlineData("https://example.org/2024/10.1000/x", "example.org/2024/10.1000/x")]
    public void The_page_of_a_publisher_is_known_by_its_DOI_where_that_ends_for_sure(string text, string key) =>
        Assert.Equal(key, Parsed(text).Key);

    [Theory]
    [InlineData("https://github.com/karpathy/minbpe")]
    [InlineData("https://github.com/karpathy/minbpe.git")]
    [InlineData("git@github.com:karpathy/minbpe.git")]
    [InlineData("ssh://git@github.com/karpathy/minbpe.git")]
    [InlineData("git://github.com/karpathy/minbpe.git")]
    [InlineData("git+https://github.com/karpathy/minbpe.git")]
    [InlineData("https://github.com/karpathy/minbpe?tab=readme-ov-file")]
    [InlineData("https://github.com/karpathy/minbpe/?tab=MIT-1-ov-file#MIT-1-ov-file")]
    [InlineData("https://github.com/Karpathy/MinBPE#quick-start")]
    [InlineData("https://github.com/karpathy/minbpe/tree/master")]
    [InlineData("https://github.com/karpathy/minbpe/tree/main/")]
    [InlineData("https://github.com/karpathy/minbpe/blob/master/README.md")]
    [InlineData("http://www.github.com/karpathy/minbpe.")]
    [InlineData("git clone https://github.com/karpathy/minbpe.git")]
    [InlineData("pip install git+https://github.com/karpathy/minbpe.git@main#egg=minbpe")]
    [InlineData("git+https://github.com/karpathy/minbpe.git@v1.0")]
    [InlineData("https://github.com/karpathy/minbpe/blob/master/README.md?plain=1")]
    [InlineData("https://raw.githubusercontent.com/karpathy/minbpe/master/README.md")]
    [InlineData("https://raw.githubusercontent.com/Karpathy/minbpe/refs/heads/main/readme.md")]
    [InlineData("https://web.archive.org/web/20240301000000/https://github.com/karpathy/minbpe")]
    public void All_addresses_of_a_repository_are_one(string text) =>
        Assert.Equal("github.com/karpathy/minbpe", Parsed(text).Key);

    [Theory]
    [InlineData("https://huggingface.co/openai/gpt-oss-20b/tree/main", "huggingface.co/openai/gpt-oss-20b")]
    [InlineData("https://hf.co/openai/gpt-oss-20b?library=transformers", "huggingface.co/openai/gpt-oss-20b")]
    [InlineData("https://gitlab.com/group/project/-/tree/main?ref_type=heads", "gitlab.com/group/project")]
    [InlineData("https://codeberg.org/owner/name/src/branch/main", "codeberg.org/owner/name")]
    [InlineData("https://github.com/karpathy/minbpe/tree/main/exercise", "github.com/karpathy/minbpe/tree/main/exercise")]
    [InlineData("https://github.com/karpathy/minbpe/tree/v2", "github.com/karpathy/minbpe/tree/v2")]
    [InlineData("https://github.com/topics/llm?page=2", "github.com/topics/llm?page=2")]
    [InlineData("https://example.org/x.git", "example.org/x.git")]
    public void Another_branch_or_folder_of_a_repository_is_another(string text, string key) => Assert.Equal(key, Parsed(text).Key);

    [Theory]
    [InlineData("https://en.wikipedia.org/wiki/Attention_(machine_learning)", "en.wikipedia.org/wiki/Attention_(machine_learning)")]
    [InlineData("(https://en.wikipedia.org/wiki/Attention_(machine_learning)).", "en.wikipedia.org/wiki/Attention_(machine_learning)")]
    [InlineData("https://example.org/a/index.html", "example.org/a")]
    [InlineData("<https://example.org/a>;", "example.org/a")]
    [InlineData("「https://example.org/a」、", "example.org/a")]
    [InlineData("\u200Ehttps://example.org/a\uFEFF\u200B ", "example.org/a")]
    [InlineData("https://example.org/2301.00001", "example.org/2301.00001")]
    [InlineData("https://de.m.wikipedia.org/wiki/GPT-2", "de.wikipedia.org/wiki/GPT-2")]
    [InlineData("https://twitter.com/a/status/1", "x.com/a/status/1")]
    [InlineData("https://web.archive.org/web/2023id_/http://example.org/a?b=1", "example.org/a?b=1")]
    [InlineData("https://archive.org/details/x", "archive.org/details/x")]
    [InlineData("https://www.google.com/search?q=https://example.org/a", "google.com/search?q=https://example.org/a")]
    [InlineData("https://example.org/login?url=https://example.org/a", "example.org/login?url=https://example.org/a")]
    public void What_a_text_puts_around_an_address_is_no_part_of_it(string text, string key) => Assert.Equal(key, Parsed(text).Key);

    [Fact]
    public void What_says_nothing_about_the_work_does_not_count() => Gen.Select(Word, Word).Sample((host, path) =>
    {
        var key = Parsed($"https://{host}.org/{path}").Key;
        string[] ways =
        [
            $"http://{host}.org/{path}", $"https://www.{host}.org/{path}/",
            $"https://{host.ToUpperInvariant()}.ORG:443/{path}", $"{host}.org/{path}#part",
            $"https://{host}.org/{path}?utm_source=a&utm_medium=b&gclid=c",
            $"https://{host}.org/{path}?gad_source=1&srsltid=b&_gl=c&mtm_campaign=d&pk_kwd=e&igsh=f&hsa_acc=g",
            $"https://{host}.org./{path}/?ref=x&fbclid=y", $"//{host}.org/{path}",
        ];
        Assert.All(ways, way => Assert.Equal(key, Parsed(way).Key));
    });

    [Fact]
    public void What_leads_elsewhere_is_another() => Assert.Distinct(
        new[]
        {
            "https://example.org/a", "https://example.org/A", "https://example.org/a/b",
            "https://example.org/a?page=1", "https://example.org/a?page=2", "https://example.org:8080/a",
            "https://docs.example.org/a", "https://example.org/a#/one", "https://example.org/a#!two",
            "https://arxiv.org/abs/1706.03762", "https://arxiv.org/abs/1706.03763",
            "https://arxiv.org/list/cs.CL/new", "https://www.youtube.com/playlist?list=PLabc",
            "https://www.youtube.com/@someone", "https://huggingface.co/papers", "https://doi.org/",
        }.Select(text => Parsed(text).Key));

    [Theory]
    [InlineData("https://youtu.be/kCc8FmEb1nY?si=abc")]
    [InlineData("https://www.youtube.com/watch?v=kCc8FmEb1nY&t=120s")]
    [InlineData("https://m.youtube.com/watch?app=desktop&v=kCc8FmEb1nY")]
    [InlineData("https://www.youtube-nocookie.com/embed/kCc8FmEb1nY")]
    [InlineData("youtube.com/shorts/kCc8FmEb1nY")]
    [InlineData("http://youtube.com/live/kCc8FmEb1nY?feature=share")]
    [InlineData("https://www.youtube.com/watch/kCc8FmEb1nY")]
    [InlineData("https://www.youtube.com/?v=kCc8FmEb1nY&feature=youtu.be")]
    public void All_addresses_of_a_video_are_one(string text) =>
        Assert.Equal(new ResourceUrl("https://www.youtube.com/watch?v=kCc8FmEb1nY", "youtube:kCc8FmEb1nY"), Parsed(text));

    [Theory]
    [InlineData("https://openreview.net/pdf?id=rJ4km2R5t7", "https://openreview.net/forum?id=rJ4km2R5t7", "openreview:rJ4km2R5t7")]
    [InlineData(
        "https://openreview.net/forum?id=rJ4km2R5t7&noteId=x", "https://openreview.net/forum?id=rJ4km2R5t7", "openreview:rJ4km2R5t7")]
    [InlineData("https://aclanthology.org/N19-1423.pdf", "https://aclanthology.org/N19-1423/", "acl:n19-1423")]
    [InlineData("https://www.aclweb.org/anthology/N19-1423/", "https://aclanthology.org/N19-1423/", "acl:n19-1423")]
    [InlineData("https://aclanthology.org/2020.acl-main.703", "https://aclanthology.org/2020.acl-main.703/", "acl:2020.acl-main.703")]
    [InlineData("https://doi.org/10.18653/v1/N19-1423", "https://doi.org/10.18653/v1/N19-1423", "acl:n19-1423")]
    [InlineData(
        "https://www.aclweb.org/anthology/papers/N/N19/N19-1423/", "https://aclanthology.org/N19-1423/", "acl:n19-1423")]
    [InlineData("10.3115/v1/D14-1162", "https://doi.org/10.3115/v1/D14-1162", "acl:d14-1162")]
    [InlineData("https://dx.doi.org/10.1145/3442188.3445922", "https://doi.org/10.1145/3442188.3445922", "doi:10.1145/3442188.3445922")]
    [InlineData("10.1145/3442188.3445922", "https://doi.org/10.1145/3442188.3445922", "doi:10.1145/3442188.3445922")]
    [InlineData("doi:10.1000/AbC", "https://doi.org/10.1000/AbC", "doi:10.1000/abc")]
    [InlineData("https://arxiv.org/abs/math.GT/0309136v1", "https://arxiv.org/abs/math/0309136", "arxiv:math/0309136")]
    [InlineData(
        "https://GitHub.com/Karpathy/nanoGPT/tree/Main",
        "https://github.com/Karpathy/nanoGPT/tree/Main", "github.com/karpathy/nanogpt/tree/Main")]
    [InlineData("http://bücher.example/über", "http://xn--bcher-kva.example/%C3%BCber", "xn--bcher-kva.example/%C3%BCber")]
    public void Known_sites_have_their_own_numbers(string text, string canonical, string key) =>
        Assert.Equal(new ResourceUrl(canonical, key), Parsed(text));

    [Theory]
    [InlineData(
        "https://proceedings.neurips.cc/paper/2017/hash/3f5ee243547dee91fbd053c1c4a845aa-Abstract.html",
        "https://papers.nips.cc/paper_files/paper/2017/file/3f5ee243547dee91fbd053c1c4a845aa-Paper.pdf")]
    [InlineData("https://proceedings.mlr.press/v97/houlsby19a.html", "http://proceedings.mlr.press/v97/houlsby19a/houlsby19a.pdf")]
    [InlineData("https://www.jmlr.org/papers/v21/20-074.html", "https://jmlr.org/papers/volume21/20-074/20-074.pdf")]
    [InlineData(
        "https://openaccess.thecvf.com/content/CVPR2022/html/Rombach_High_CVPR_2022_paper.html",
        "https://openaccess.thecvf.com/content/CVPR2022/papers/Rombach_High_CVPR_2022_paper.pdf")]
    [InlineData("https://ieeexplore.ieee.org/document/8237773", "https://ieeexplore.ieee.org/stamp/stamp.jsp?tp=&arnumber=8237773")]
    [InlineData("https://ieeexplore.ieee.org/abstract/document/8237773/", "https://ieeexplore.ieee.org/document/8237773?denied=")]
    public void The_page_and_the_PDF_of_a_paper_are_one(string page, string file)
    {
        Assert.Equal(Parsed(page).Key, Parsed(file).Key);
        Assert.Equal((page, file), (Parsed(page).Canonical, Parsed(file).Canonical));
    }

    [Theory]
    [InlineData(null, "Paste an address")]
    [InlineData("   ", "Paste an address")]
    [InlineData("javascript:alert(1)", "Only http and https")]
    [InlineData("data:text/html,x", "Only http and https")]
    [InlineData("file:///etc/passwd", "Only http and https")]
    [InlineData("ftp://example.org/x", "Only http and https")]
    [InlineData("https://user:secret@example.org/", "a user name or a password")]
    [InlineData("https://example.org/a b", "a space or an invisible character")]
    [InlineData("https://example.org/\u200Bx", "a space or an invisible character")]
    [InlineData("https://example.org/\u202Exp.exe", "a space or an invisible character")]
    [InlineData("https:\\\\example.org", "a space or an invisible character")]
    [InlineData("https://intranet/page", "not a host on the public web")]
    [InlineData("https://localhost:5080/", "not a host on the public web")]
    [InlineData("not an address", "a space")]
    [InlineData("10.1000/a\u200Bb", "a space or an invisible character")]
    [InlineData("cs/011201", "not a link")]
    [InlineData("nonsense", "not a link")]
    [InlineData("3.14", "not a link")]
    [InlineData("10.1", "not a link")]
    [InlineData("https://example.org/a and https://example.org/b", "a space or an invisible character")]
    [InlineData("see https://example.org/a b.pdf", "a space or an invisible character")]
    [InlineData("javascript:location='https://example.org/'", "Only http and https")]
    [InlineData("ftp://example.org/https://example.org/a", "Only http and https")]
    [InlineData("https://", "not a link")]
    public void What_cannot_be_listed_is_refused_in_words(string? text, string why) =>
        Assert.Contains(why, ResourceUrl.Parse(text).Refusal!.Why);

    [Fact]
    public void An_address_of_two_thousand_characters_is_taken_and_a_longer_one_is_not()
    {
        var longest = "https://example.org/" + new string('a', ResourceUrl.MaxLength - 20);
        Assert.Equal(longest, Parsed(longest).Canonical);
        Assert.Contains("too long", ResourceUrl.Parse(longest + "a").Refusal!.Why);
        Assert.Contains("too long", ResourceUrl.Parse("https://example.org/" + new string('é', 500)).Refusal!.Why);
    }

    private static Gen<string> OneOf(params string[] values) => Gen.Int[0, values.Length - 1].Select(at => values[at]);

    private static ResourceUrl Parsed(string text) =>
        ResourceUrl.Parse(text) is { Value: { } address } ? address
            : throw new InvalidOperationException($"“{text}” is refused: {ResourceUrl.Parse(text).Refusal!.Why}");
}

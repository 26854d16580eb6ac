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
            $"https://arxiv.org/abs/{id}?context=cs.CL",
        ];
        Assert.All(ways, way => Assert.Equal(new ResourceUrl($"https://arxiv.org/abs/{id}", $"arxiv:{id}"), Parsed(way)));
    });

    [Fact]
    public void What_says_nothing_about_the_work_does_not_count() => Gen.Select(Word, Word).Sample((host, path) =>
    {
        var key = Parsed($"https://{host}.org/{path}").Key;
        string[] ways =
        [
            $"http://{host}.org/{path}", $"https://www.{host}.org/{path}/",
            $"https://{host.ToUpperInvariant()}.ORG:443/{path}", $"{host}.org/{path}#part",
            $"https://{host}.org/{path}?utm_source=a&utm_medium=b&gclid=c",
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
    [InlineData("nonsense", "not a link")]
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

using System.Text;

using LlmGuide.Core.Lookup;
using LlmGuide.Core.Lookup.Pages;
using LlmGuide.Core.Tests.Databases;

namespace LlmGuide.Core.Tests.Lookup.Pages;

/// <summary>A page is read in the characters that it was written in, by the rules of the web.</summary>
public sealed class CharsetTests
{
    private const string Cyrillic = "Языковые модели";

    static CharsetTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("windows-1251", "windows-1251", Cyrillic)]
    [InlineData("Windows-1251", "windows-1251", Cyrillic)]
    [InlineData("cp1251", "windows-1251", Cyrillic)]
    [InlineData("\"windows-1251\"", "windows-1251", Cyrillic)]
    [InlineData("koi8-r", "koi8-r", Cyrillic)]
    [InlineData("iso-8859-5", "iso-8859-5", Cyrillic)]
    [InlineData("Shift_JIS", "shift_jis", "言語モデル入門")]
    [InlineData("x-sjis", "shift_jis", "言語モデル入門")]
    [InlineData("euc-jp", "euc-jp", "言語モデル入門")]
    [InlineData("iso-2022-jp", "iso-2022-jp", "言語モデル入門")]
    [InlineData("gbk", "gbk", "大型语言模型")]
    [InlineData("gb2312", "gbk", "大型语言模型")]
    [InlineData("gb18030", "gb18030", "大型语言模型")]
    [InlineData("big5", "big5", "大型語言模型")]
    [InlineData("euc-kr", "euc-kr", "언어 모델")]
    [InlineData("ks_c_5601-1987", "euc-kr", "언어 모델")]
    [InlineData("windows-1250", "windows-1250", "Łukasz, Dvořák")]
    [InlineData("iso-8859-2", "iso-8859-2", "Łukasz, Dvořák")]
    [InlineData("windows-1253", "windows-1253", "Γλωσσικά μοντέλα")]
    [InlineData("iso-8859-9", "windows-1254", "İstanbul’da")]
    [InlineData("windows-874", "windows-874", "แบบจำลองภาษา")]
    [InlineData("utf-16", "utf-16", Cyrillic)]
    [InlineData("utf-16le", "utf-16", Cyrillic)]
    [InlineData("utf-16be", "utf-16BE", Cyrillic)]
    [InlineData("ISO-8859-1", "windows-1252", "It’s “smart” – really… €5")]
    [InlineData("latin1", "windows-1252", "It’s “smart” – really… €5")]
    [InlineData("us-ascii", "windows-1252", "It’s “smart” – really… €5")]
    public void A_name_in_the_header_is_read_as_the_standard_has_it(string header, string written, string title) =>
        Assert.Equal(title, Scan(header, "", written, title).Title);

    [Theory]
    [InlineData("<meta charset=windows-1251>", "windows-1251")]
    [InlineData("<meta charset=\"Windows-1251\" />", "windows-1251")]
    [InlineData("<META HTTP-EQUIV='Content-Type' CONTENT='text/html; CHARSET=koi8-r'>", "koi8-r")]
    [InlineData("<meta content='text/html;charset = \"windows-1251\"' http-equiv=content-type>", "windows-1251")]
    [InlineData("<?xml version='1.0' encoding='windows-1251'?>", "windows-1251")]
    [InlineData("<meta charset=utf-16>", "utf-8")]
    [InlineData("", "utf-8")]
    public void Without_a_header_the_page_says_it_itself(string said, string written) =>
        Assert.Equal(Cyrillic, Scan(null, said, written, Cyrillic).Title);

    [Theory]
    [InlineData("windows-1251", "utf-8")]
    [InlineData(null, "utf-16")]
    [InlineData("iso-8859-1", "utf-16BE")]
    public void A_mark_at_the_start_goes_before_every_name(string? header, string written) =>
        Assert.Equal(Cyrillic, Scan(header, "\uFEFF", written, Cyrillic).Title);

    [Fact]
    public void The_header_goes_before_the_page() =>
        Assert.Equal(Cyrillic, Scan("windows-1251", "<meta charset=utf-8>", "windows-1251", Cyrillic).Title);

    [Fact]
    public void What_is_not_named_and_no_UTF_8_is_Windows_1252() =>
        Assert.Equal("Größe – “so”", Scan(null, "", "windows-1252", "Größe – “so”").Title);

    [Fact]
    public void What_the_page_says_of_itself_late_counts_as_well() => Assert.Equal(
        Cyrillic,
        Scan(null, $"<!-- {new string('x', 2000)} --><meta charset=windows-1251>", "windows-1251", Cyrillic).Title);

    [Theory]
    [InlineData("x-klingon", "")]
    [InlineData(null, "<meta charset=x-klingon>")]
    public void An_unknown_name_is_said_where_the_page_cannot_be_read_without(string? header, string said)
    {
        Assert.Equal("x-klingon", Scan(header, said, "windows-1251", Cyrillic).UnknownCharset);
        Assert.Null(Scan(header, said, "utf-8", Cyrillic).UnknownCharset);
    }

    [Fact]
    public async Task Whoever_pastes_its_address_is_told()
    {
        await using var database = await TestDatabases.Sqlite().MigratedAsync();
        database.Web.At("https://old.example.org/page", FakeWebClient.Text("") with
        {
            Charset = "x-klingon",
            Body = Encoding.GetEncoding("windows-1251").GetBytes($"<title>{Cyrillic}</title>"),
        });
        var found = await database.Get<MetadataLookup>().RunAsync("https://old.example.org/page", GuideDatabase.Cancelled);
        Assert.Equal(
            (WorkMetadata.None, "The page is written in “x-klingon”, which cannot be read here."), (found.Value!.Facts, found.Value.Why));
    }

    private static PageScan Scan(string? header, string said, string written, string title) => PageText.Scan(
        new LookupResponse(200, null, "200 OK")
        {
            MediaType = "text/html",
            Charset = header,
            Body = Encoding.GetEncoding(written).GetBytes($"{said}<title>{title}</title>"),
        },
        CancellationToken.None);
}

using LlmGuide.Web.Caching;
using LlmGuide.Web.Shared;
using LlmGuide.Web.Shared.Display;

using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LlmGuide.Web.Tests.Caching;

public sealed class VariantTests
{
    [Fact]
    public async Task An_unknown_query_key_finds_the_copy_that_is_there()
    {
        await using var site = await Site.WithPageAsync(_ => Site.Html("x"), "page");

        await site.TextAsync("/page");
        await site.TextAsync("/page?utm_source=a");
        await site.TextAsync("/page?utm_source=b&fbclid=1");

        Assert.Equal(1, site.Rendered);
    }

    [Fact]
    public async Task A_page_cannot_show_the_next_reader_what_it_does_not_know()
    {
        await using var site = await Site.WithPageAsync(context => Site.Html($"back to {context.Request.QueryString}"), "page", "kind");

        Assert.Contains("back to <", await site.TextAsync("/page?session=secret"), StringComparison.Ordinal);
        Assert.Contains(
            "back to ?page=2&kind=a&kind=b%20c<", await site.TextAsync("/page?kind=b+c&x=y&PAGE=2&kind=a"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_value_of_a_known_query_key_has_its_copy()
    {
        await using var site = await Site.WithPageAsync(context => Site.Html($"page {context.Request.Query["page"]}"), "page");

        foreach (var number in new[] { "1", "2", "1", "2" })
        {
            Assert.Contains($"page {number}", await site.TextAsync($"/page?page={number}"), StringComparison.Ordinal);
        }

        Assert.Equal(2, site.Rendered);
    }

    [Fact]
    public async Task A_key_without_a_value_does_not_give_its_page_to_readers_who_have_no_such_key()
    {
        await using var site = await Site.WithPageAsync(
            context => Site.Html(context.Request.Query.ContainsKey("print") ? "all open" : "folded"), "print");

        Assert.Contains("all open", await site.TextAsync("/page?print="), StringComparison.Ordinal);
        Assert.Contains("folded", await site.TextAsync("/page"), StringComparison.Ordinal);
        Assert.Contains("folded", await site.TextAsync("/page?utm_source=print"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_very_long_value_is_answered_and_not_kept()
    {
        await using var site = await Site.WithPageAsync(_ => Site.Html("x"), "q");
        var address = "/page?q=" + new string('a', 201);

        await site.TextAsync(address);
        await site.TextAsync(address);
        await site.TextAsync("/page?q=" + new string('a', 200));
        await site.TextAsync("/page?q=" + new string('a', 200));

        Assert.Equal(3, site.Rendered);
    }

    [Fact]
    public async Task There_is_a_copy_for_each_theme_and_odd_cookies_share_that_of_the_system()
    {
        await using var site = await Site.WithPageAsync(context => Site.Html(ReadingTheme.Of(context.Request)));

        foreach (var (cookie, theme) in new[]
        {
            ("theme=light", "light"), ("a=b; theme=dark", "dark"), ("theme=system", "system"), ("theme=LIGHT", "system"),
            ("theme=x1", "system"), ("theme=", "system"), ("mytheme=dark", "system"), ("theme=d%61rk", "dark"),
        })
        {
            Assert.Contains(theme, await site.TextAsync("/page", ("Cookie", cookie)), StringComparison.Ordinal);
        }

        Assert.Equal(3, site.Rendered);
    }

    [Theory]
    [InlineData("gzip, deflate, br, zstd", "br")]
    [InlineData("GZIP;q=0.5, BR", "br")]
    [InlineData("br;q=0.5, gzip;q=1.0", "gzip")]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("br; q=0.2, identity", null)]
    [InlineData("*", "br")]
    [InlineData("*;q=0", null)]
    [InlineData("deflate, zstd", null)]
    [InlineData("br;q=nonsense", null)]
    [InlineData("*;q=0.5, br;q=0", "gzip")]
    public async Task The_encoding_follows_the_weights_and_never_mixes_copies(string accepted, string? expected)
    {
        await using var site = await Site.WithPageAsync(_ => Site.Html("x"));

        foreach (var (asked, given)
        in new[] { (accepted, expected), ("br", "br"), ("gzip", "gzip"), ("identity", null), (accepted, expected) })
        {
            using var response = await site.GetAsync("/page", ("Accept-Encoding", asked));
            Assert.Equal(given, response.Content.Headers.ContentEncoding.SingleOrDefault());
        }

        Assert.Equal(3, site.Rendered);
    }

    [Fact]
    public async Task Copies_are_apart_by_host_unless_pages_name_one_public_address()
    {
        await using var apart = await Site.WithPageAsync(context => Site.Html(context.Request.Host.Value!));
        Assert.Contains("a.example", await apart.TextAsync("/page", ("Host", "a.example")), StringComparison.Ordinal);
        Assert.Contains("b.example", await apart.TextAsync("/page", ("Host", "b.example")), StringComparison.Ordinal);

        await using var same = await Site.StartAsync(
            app => app.MapGet("/page", () => Site.Html("x")).CachedForReaders(),
            services => services.AddSingleton(Options.Create(new SiteOptions { PublicUrl = "https://guide.example" })));
        await same.TextAsync("/page", ("Host", "a.example"));
        await same.TextAsync("/page", ("Host", "b.example"));
        Assert.Equal(1, same.Rendered);
    }

    [Fact]
    public async Task Other_headers_make_no_copies()
    {
        await using var site = await Site.WithPageAsync(_ => Site.Html("x"));

        await site.TextAsync("/page", ("Accept-Language", "de"), ("User-Agent", "a"));
        await site.TextAsync("/page", ("Accept-Language", "fr"), ("Cache-Control", "no-cache"), ("Accept", "*/*"));

        Assert.Equal(1, site.Rendered);
    }
}

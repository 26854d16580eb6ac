using LlmGuide.Web.Caching;
using LlmGuide.Web.Caching.Headers;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticAssets;

namespace LlmGuide.Web.Tests.Caching;

public sealed class ResponseHeaderTests
{
    private const string Policy =
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'self'; "
        + "object-src 'none'; form-action 'self'; frame-ancestors 'self'";

    [Fact]
    public async Task Every_answer_says_what_a_browser_may_do_with_it_once()
    {
        await using var site = await Site.WithPageAsync(_ => Site.Html("x"));
        foreach (var address in new[] { "/page", "/page", "/nowhere" })
        {
            using var response = await site.GetAsync(address);

            Assert.Equal([Policy], response.Headers.GetValues("Content-Security-Policy"));
            Assert.Equal(["nosniff"], response.Headers.GetValues("X-Content-Type-Options"));
            Assert.Equal(["strict-origin-when-cross-origin"], response.Headers.GetValues("Referrer-Policy"));
            Assert.Equal(["camera=(), geolocation=(), microphone=()"], response.Headers.GetValues("Permissions-Policy"));
            Assert.Equal(["same-origin"], response.Headers.GetValues("Cross-Origin-Opener-Policy"));
        }
    }

    [Fact]
    public async Task A_page_may_allow_itself_more()
    {
        await using var site = await Site.StartAsync(app =>
            app.MapGet("/page", () => Site.Html("x")).WithMetadata(new ContentSecurityAttribute("style-src-attr 'unsafe-inline'")));

        using var response = await site.GetAsync("/page");

        Assert.Equal([Policy + "; style-src-attr 'unsafe-inline'"], response.Headers.GetValues("Content-Security-Policy"));
    }

    [Fact]
    public async Task Anonymous_readers_of_pages_are_told_what_to_fetch_ahead()
    {
        await using var site = await Site.StartAsync(app =>
        {
            app.MapGet("/page", () => Site.Html("x")).CachedForReaders();
            app.MapGet("/data", () => Results.Json(1)).CachedForReaders();
        });
        await site.TextAsync("/page");

        using var page = await site.GetAsync("/page");
        using var data = await site.GetAsync("/data");
        using var signedIn = await site.GetAsync("/page", Site.SignedIn);
        using var rules = await site.GetAsync("/speculation-rules.json");

        Assert.Equal(["\"/speculation-rules.json\""], page.Headers.GetValues("Speculation-Rules"));
        Assert.False(data.Headers.Contains("Speculation-Rules"));
        Assert.False(signedIn.Headers.Contains("Speculation-Rules"));
        Assert.Equal("application/speculationrules+json", rules.Content.Headers.ContentType?.MediaType);
        using var document = System.Text.Json.JsonDocument.Parse(
            await rules.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("moderate", document.RootElement.GetProperty("prefetch")[0].GetProperty("eagerness").GetString());
    }

    [Theory]
    [InlineData("fonts/source-4.1.woff2", "public, max-age=31536000, immutable")]
    [InlineData("app.css", "no-cache")]
    public async Task A_font_is_kept_for_ever_since_its_name_has_its_version(string file, string expected)
    {
        await using var site = await Site.StartAsync(app => app.MapGet("/" + file, (HttpContext context) =>
        {
            context.Response.Headers.CacheControl = "no-cache";
            return Results.Bytes([1]);
        }).WithMetadata(new StaticAssetDescriptor { Route = file, AssetPath = file }));

        using var response = await site.GetAsync("/" + file);

        Assert.Equal([expected], response.Headers.GetValues("Cache-Control"));
        Assert.Equal(["nosniff"], response.Headers.GetValues("X-Content-Type-Options"));
        Assert.False(response.Headers.Contains("Content-Security-Policy"));
    }
}

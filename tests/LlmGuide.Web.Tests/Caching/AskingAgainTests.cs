using System.Net;

namespace LlmGuide.Web.Tests.Caching;

public sealed class AskingAgainTests
{
    [Fact]
    public async Task A_reader_whose_copy_is_current_gets_304_without_a_body()
    {
        await using var site = await Site.WithPageAsync(_ => Site.Html("x"));
        using var first = await site.GetAsync("/page", ("Accept-Encoding", "br"));
        var tag = first.Headers.ETag!.ToString();

        using var again = await site.GetAsync("/page", ("Accept-Encoding", "br"), ("If-None-Match", tag));

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(tag, again.Headers.ETag?.ToString());
        Assert.Equal(first.Headers.CacheControl, again.Headers.CacheControl);
        Assert.Equal(first.Headers.Vary, again.Headers.Vary);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal(1, site.Rendered);
    }

    [Fact]
    public async Task Every_copy_has_a_tag_of_its_own()
    {
        await using var site = await Site.WithPageAsync(_ => Site.Html("x"));
        var tags = new HashSet<string>(StringComparer.Ordinal);
        foreach (var coding in new[] { "br", "gzip", "identity" })
        {
            foreach (var theme in new[] { "theme=light", "theme=dark" })
            {
                using var response = await site.GetAsync("/page", ("Accept-Encoding", coding), ("Cookie", theme));
                tags.Add(response.Headers.ETag!.Tag);
            }
        }

        Assert.Equal(6, tags.Count);
    }

    [Fact]
    public async Task A_copy_from_before_a_change_is_replaced()
    {
        await using var site = await Site.WithPageAsync(_ => Site.Html("x"));
        using var first = await site.GetAsync("/page");
        await site.Cache.EvictAsync(["catalogue"], TestContext.Current.CancellationToken);

        using var again = await site.GetAsync("/page", ("If-None-Match", first.Headers.ETag!.ToString()));

        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task HEAD_says_what_GET_says_and_shares_its_copy(bool headFirst)
    {
        await using var site = await Site.WithPageAsync(_ => Site.Html(new string('x', 5_000)));
        await site.SendAsync(headFirst ? HttpMethod.Head : HttpMethod.Get, "/page", null);

        using var head = await site.SendAsync(HttpMethod.Head, "/page", null);
        using var get = await site.GetAsync("/page");

        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.NotEmpty(await get.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal(Said(get), Said(head));
        Assert.Equal(1, site.Rendered);
    }

    [Fact]
    public async Task HEAD_is_answered_to_a_signed_in_visitor_too()
    {
        await using var site = await Site.WithPageAsync(_ => Site.Html("x"));

        using var head = await site.SendAsync(HttpMethod.Head, "/page", null, Site.SignedIn);

        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal("no-store, private", head.Headers.CacheControl?.ToString());
    }

    private static string Said(HttpResponseMessage response) => string.Join('\n', response.Headers.Concat(response.Content.Headers)
        .Where(header => header.Key is not "Age")
        .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}")
        .Order(StringComparer.Ordinal));
}

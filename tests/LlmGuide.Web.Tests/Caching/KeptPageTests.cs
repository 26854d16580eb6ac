using System.IO.Compression;
using System.Net;

using LlmGuide.Web.Caching;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace LlmGuide.Web.Tests.Caching;

public sealed class KeptPageTests
{
    [Fact]
    public async Task A_page_is_rendered_once_and_the_second_reader_gets_the_same_bytes()
    {
        await using var site = await Site.WithPageAsync(_ => Site.Html(Guid.NewGuid().ToString()));

        var first = await site.TextAsync("/page");
        var second = await site.TextAsync("/page");

        Assert.Equal(first, second);
        Assert.Equal(1, site.Rendered);
    }

    [Fact]
    public async Task Many_readers_at_once_wait_for_one_rendering()
    {
        await using var site = await Site.StartAsync(app => app.MapGet("/page", async (CancellationToken cancellation) =>
        {
            await Task.Delay(300, cancellation);
            return Site.Html("slow");
        }).CachedForReaders());

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => site.TextAsync("/page")));

        Assert.Equal(1, site.Rendered);
    }

    [Fact]
    public async Task Readers_who_wait_are_served_although_the_one_who_asked_first_has_left()
    {
        var begun = new TaskCompletionSource();
        await using var site = await Site.StartAsync(app => app.MapGet("/page", async (HttpContext context) =>
        {
            begun.TrySetResult();
            await Task.Delay(500, context.RequestAborted);
            return Site.Html("finished");
        }).CachedForReaders());

        using var leaving = new CancellationTokenSource();
        var first = site.LeaveAsync("/page", leaving.Token);
        await begun.Task;
        var second = site.GetAsync("/page");
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);

        using var response = await second;
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(1, site.Rendered);
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    [InlineData(null)]
    public async Task The_kept_bytes_are_the_compressed_ones(string? coding)
    {
        await using var site = await Site.WithPageAsync(_ => Site.Html(new string('x', 10_000) + Guid.NewGuid()));
        (string, string)[] headers = coding is null ? [] : [("Accept-Encoding", coding)];

        var rendered = await BytesAsync(site, headers);
        using var response = await site.GetAsync("/page", headers);
        var kept = await BytesAsync(site, headers);

        Assert.Equal(1, site.Rendered);
        Assert.Equal(rendered, kept);
        Assert.Equal(coding, response.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Equal(kept.Length, response.Content.Headers.ContentLength);
        Assert.StartsWith("<!doctype html><p>xxxxx", await DecodeAsync(kept, coding), StringComparison.Ordinal);
        Assert.Equal(coding is null, kept.Length > 10_000);
    }

    [Fact]
    public async Task Browsers_keep_a_copy_and_ask_whether_it_is_current()
    {
        await using var site = await Site.WithPageAsync(_ => Site.Html("hello"));
        foreach (var age in new TimeSpan?[] { null, TimeSpan.Zero })
        {
            using var response = await site.GetAsync("/page");

            Assert.Equal("public, must-revalidate, max-age=0", response.Headers.CacheControl?.ToString());
            Assert.Equal(["Accept-Encoding", "Cookie"], response.Headers.Vary);
            Assert.False(response.Headers.ETag!.IsWeak);
            Assert.Equal(age, response.Headers.Age);
        }
    }

    private static async Task<byte[]> BytesAsync(Site site, (string Name, string Value)[] headers)
    {
        using var response = await site.GetAsync("/page", headers);
        return await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<string> DecodeAsync(byte[] body, string? coding)
    {
        Stream stream = new MemoryStream(body);
        stream = coding switch
        {
            "br" => new BrotliStream(stream, CompressionMode.Decompress),
            "gzip" => new GZipStream(stream, CompressionMode.Decompress),
            _ => stream,
        };
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}

using System.Net;
using System.Security.Claims;

using LlmGuide.Web.Caching;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace LlmGuide.Web.Tests.Caching;

public sealed class RefusalTests
{
    [Fact]
    public async Task A_signed_in_visitor_neither_gets_a_kept_page_nor_leaves_one()
    {
        await using var site = await Site.WithPageAsync(context => Site.Html(context.Request.Headers.Cookie.ToString()));

        await site.TextAsync("/page", Site.SignedIn);
        Assert.DoesNotContain("Identity", await site.TextAsync("/page", ("Cookie", "theme=dark")), StringComparison.Ordinal);
        using var again = await site.GetAsync("/page", Site.SignedIn);

        Assert.Equal(3, site.Rendered);
        Assert.Contains("Identity", await again.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal("no-store, private", again.Headers.CacheControl?.ToString());
        Assert.Null(again.Headers.ETag);
    }

    [Fact]
    public async Task A_request_with_credentials_in_a_header_neither_gets_a_kept_page_nor_leaves_one()
    {
        await using var site = await Site.WithPageAsync(_ => Site.Html("x"));

        await site.TextAsync("/page", ("Authorization", "Bearer x"));
        await site.TextAsync("/page", ("Authorization", "Bearer x"));

        Assert.Equal(2, site.Rendered);
    }

    [Fact]
    public async Task What_a_signed_in_visitor_gets_is_not_compressed()
    {
        await using var site = await Site.WithPageAsync(_ => Site.Html(new string('x', 5_000)));

        using var response = await site.GetAsync("/page", Site.SignedIn, ("Accept-Encoding", "br"));

        Assert.Empty(response.Content.Headers.ContentEncoding);
    }

    [Theory]
    [InlineData("no-cache, no-store")]
    [InlineData("private, max-age=60")]
    public async Task A_page_that_says_so_is_not_kept(string cacheControl)
    {
        await using var site = await Site.WithPageAsync(context =>
        {
            context.Response.Headers.CacheControl = cacheControl;
            return Site.Html("an island");
        });

        await AssertNeverKeptAsync(site, HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_page_for_a_visitor_who_is_known_by_other_means_is_not_kept()
    {
        await using var site = await Site.StartAsync(
            app =>
            {
                app.Use((context, next) =>
                {
                    context.User = new ClaimsPrincipal(new ClaimsIdentity("certificate"));
                    return next(context);
                });
                app.MapGet("/page", () => Site.Html("x")).CachedForReaders();
            });

        await AssertNeverKeptAsync(site, HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_page_that_sets_a_cookie_is_not_kept_and_no_proxy_may_share_it(bool late)
    {
        await using var site = await Site.WithPageAsync(context =>
        {
            void Set() => context.Response.Cookies.Append("a", "b");
            if (late)
            {
                context.Response.OnStarting(() =>
                {
                    Set();
                    return Task.CompletedTask;
                });
            }
            else
            {
                Set();
            }

            return Site.Html("x");
        });

        var response = await AssertNeverKeptAsync(site, HttpStatusCode.OK);
        Assert.Equal("no-store, private", response.Headers.CacheControl?.ToString());
    }

    [Theory]
    [InlineData(301)]
    [InlineData(404)]
    [InlineData(500)]
    public async Task Only_a_page_that_was_found_is_kept(int status)
    {
        await using var site = await Site.WithPageAsync(_ => Results.Content("sorry", "text/html", statusCode: status));

        await AssertNeverKeptAsync(site, (HttpStatusCode)status);
    }

    [Fact]
    public async Task The_page_for_errors_keeps_the_status_of_the_error()
    {
        await using var site = await Site.StartAsync(app => app.MapGet("/not-found", () => Site.Html("lost")).CachedForReaders());

        Assert.Equal(HttpStatusCode.OK, (await site.GetAsync("/not-found")).StatusCode);
        foreach (var address in new[] { "/nowhere", "/elsewhere" })
        {
            using var response = await site.GetAsync(address);
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
            Assert.Contains(
                "lost", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_page_that_is_too_large_is_answered_and_not_kept()
    {
        await using var site = await Site.WithPageAsync(_ => Site.Html(new string('x', 1024 * 1024)));

        Assert.Equal((await site.TextAsync("/page")).Length, (await site.TextAsync("/page")).Length);
        Assert.Equal(2, site.Rendered);
    }

    private static async Task<HttpResponseMessage> AssertNeverKeptAsync(Site site, HttpStatusCode status)
    {
        await site.TextAsync("/page");
        var response = await site.GetAsync("/page");
        Assert.Equal(status, response.StatusCode);
        Assert.Null(response.Headers.ETag);
        Assert.Null(response.Headers.Age);
        Assert.Equal(2, site.Rendered);
        return response;
    }
}

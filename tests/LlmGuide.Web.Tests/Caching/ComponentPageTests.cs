using System.Net;
using System.Text.RegularExpressions;

using LlmGuide.Web.Caching;

using Microsoft.AspNetCore.Builder;

namespace LlmGuide.Web.Tests.Caching;

/// <summary>
/// Razor components with an interactive render mode configured, which is what makes the framework ask for tokens everywhere.
/// </summary>
public sealed partial class ComponentPageTests
{
    [Fact]
    public async Task A_component_page_is_kept_and_sets_no_cookie()
    {
        await using var site = await StartAsync();
        using var first = await site.GetAsync("/delivery/reading/attention");
        using var second = await site.GetAsync("/delivery/reading/attention");

        foreach (var response in new[] { first, second })
        {
            Assert.False(response.Headers.Contains("Set-Cookie"));
            Assert.False(response.Headers.Contains("Pragma"));
            Assert.Equal("public, must-revalidate, max-age=0", response.Headers.CacheControl?.ToString());
        }

        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
        Assert.Equal(1, site.Rendered);
    }

    [Fact]
    public async Task A_component_page_is_forgotten_by_the_tag_that_it_gave_while_rendering()
    {
        await using var site = await StartAsync();
        await site.TextAsync("/delivery/reading/attention");

        await site.Cache.EvictAsync(["topic:attention"], TestContext.Current.CancellationToken);
        await site.TextAsync("/delivery/reading/attention");

        Assert.Equal(2, site.Rendered);
    }

    [Fact]
    public async Task A_component_page_answers_HEAD()
    {
        await using var site = await StartAsync();

        using var head = await site.SendAsync(HttpMethod.Head, "/delivery/reading/attention", null);
        using var get = await site.GetAsync("/delivery/reading/attention");

        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal(get.Headers.ETag, head.Headers.ETag);
        Assert.Equal(HttpStatusCode.OK, (await site.SendAsync(HttpMethod.Head, "/delivery/form", null)).StatusCode);
    }

    [Fact]
    public async Task A_component_page_that_finds_nothing_is_404_without_a_cookie_and_not_kept()
    {
        await using var site = await StartAsync();

        using var first = await site.GetAsync("/delivery/missing");
        using var second = await site.GetAsync("/delivery/missing");

        Assert.Equal(HttpStatusCode.NotFound, second.StatusCode);
        Assert.False(second.Headers.Contains("Set-Cookie"));
        Assert.Null(second.Headers.ETag);
    }

    [Fact]
    public async Task A_form_page_gets_its_token_and_takes_its_post()
    {
        await using var site = await StartAsync();
        using var page = await site.GetAsync("/delivery/form", ("Accept-Encoding", "br"));

        Assert.Empty(page.Content.Headers.ContentEncoding);
        using var answer = await PostAsync(site, "/delivery/form", page);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(
            "said hello", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_was_put_on_a_shared_page_by_mistake_is_refused()
    {
        await using var site = await StartAsync();
        using var page = await site.GetAsync("/delivery/form-by-mistake");

        using var answer = await PostAsync(site, "/delivery/form-by-mistake", page);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_signed_in_visitor_gets_a_token_on_a_reading_page()
    {
        await using var site = await StartAsync();
        using var page = await site.GetAsync("/delivery/form-by-mistake", Site.SignedIn);

        using var answer = await PostAsync(site, "/delivery/form-by-mistake", page);

        Assert.Equal("no-store, private", page.Headers.CacheControl?.ToString());
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private static Task<Site> StartAsync() => Site.StartAsync(app =>
        app.MapRazorComponents<RootComponent>().AddInteractiveServerRenderMode().AnswerHead());

    private static async Task<HttpResponseMessage> PostAsync(Site site, string address, HttpResponseMessage page)
    {
        var html = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var cookies =
            page.Headers.TryGetValues("Set-Cookie", out var set) ? string.Join("; ", set.Select(cookie => cookie.Split(';')[0])) : "";
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["_handler"] = "say",
            ["Word"] = "hello",
            ["__RequestVerificationToken"] = Token().Match(html).Groups["token"].Value,
        });
        return await site.SendAsync(HttpMethod.Post, address, form, ("Cookie", cookies));
    }

    [GeneratedRegex("""name="__RequestVerificationToken" value="(?<token>[^"]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();
}

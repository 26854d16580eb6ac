using System.Collections.Concurrent;

using LlmGuide.Web.Caching;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.DependencyInjection;

namespace LlmGuide.Web.Tests.Caching;

public sealed class EvictionTests
{
    [Fact]
    public async Task A_change_to_a_topic_removes_the_pages_that_show_it_and_no_others()
    {
        await using var site = await Site.StartAsync(app => app.MapGet("/topics/{slug}", (string slug, HttpContext context) =>
        {
            context.TagPage("topic:" + slug);
            return Site.Html(slug + Guid.NewGuid());
        }).CachedForReaders());
        var attention = await site.TextAsync("/topics/attention");
        var moe = await site.TextAsync("/topics/moe");

        await site.Cache.EvictAsync(["topic:attention"], TestContext.Current.CancellationToken);

        Assert.NotEqual(attention, await site.TextAsync("/topics/attention"));
        Assert.Equal(moe, await site.TextAsync("/topics/moe"));
    }

    [Fact]
    public async Task A_change_removes_every_copy_of_a_page()
    {
        await using var site = await Site.WithPageAsync(_ => Site.Html("x"));
        (string, string)[] accepted = [("Accept-Encoding", "br"), ("Accept-Encoding", "gzip"), ("Cookie", "theme=dark")];
        foreach (var header in accepted)
        {
            await site.TextAsync("/page", header);
        }

        await site.Cache.EvictAsync(["catalogue"], TestContext.Current.CancellationToken);
        foreach (var header in accepted)
        {
            await site.TextAsync("/page", header);
        }

        Assert.Equal(6, site.Rendered);
    }

    [Fact]
    public async Task A_page_that_was_begun_before_a_change_is_not_kept_after_it()
    {
        var state = "before";
        var read = new TaskCompletionSource();
        var changed = new TaskCompletionSource();
        await using var site = await Site.StartAsync(app => app.MapGet("/page", async () =>
        {
            var seen = state;
            read.TrySetResult();
            await changed.Task;
            return Site.Html(seen);
        }).CachedForReaders());

        var first = site.TextAsync("/page");
        await read.Task;
        state = "after";
        await site.Cache.EvictAsync(["catalogue"], TestContext.Current.CancellationToken);
        changed.SetResult();

        Assert.Contains("before", await first, StringComparison.Ordinal);
        Assert.Contains("after", await site.TextAsync("/page"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_is_kept_just_after_a_change_is_forgotten_too()
    {
        var store = new SlowStore();
        await using var site = await Site.StartAsync(
            app => app.MapGet("/page", () => Site.Html("x")).CachedForReaders(),
            services => services.AddSingleton<IOutputCacheStore>(store));
        store.BeforeKeeping = () => site.Cache.EvictAsync(["catalogue"], TestContext.Current.CancellationToken);
        await site.TextAsync("/page");
        store.BeforeKeeping = () => ValueTask.CompletedTask;

        await site.TextAsync("/page");
        await site.TextAsync("/page");

        Assert.Equal(2, site.Rendered);
    }

    [Fact]
    public async Task A_page_may_say_itself_what_it_always_shows()
    {
        await using var site = await Site.StartAsync(app =>
            app.MapGet("/page", () => Site.Html("x")).WithMetadata(new ReadingPageAttribute { Tags = ["about"] }));
        await site.TextAsync("/page");

        await site.Cache.EvictAsync(["catalogue"], TestContext.Current.CancellationToken);
        await site.TextAsync("/page");
        Assert.Equal(1, site.Rendered);

        await site.Cache.EvictAsync(["about"], TestContext.Current.CancellationToken);
        await site.TextAsync("/page");
        Assert.Equal(2, site.Rendered);
    }

    /// <summary>A store in which something can happen between the decision to keep a page and the keeping.</summary>
    private sealed class SlowStore : IOutputCacheStore
    {
        private readonly ConcurrentDictionary<string, byte[]> _pages = new(StringComparer.Ordinal);

        public Func<ValueTask> BeforeKeeping { get; set; } = () => ValueTask.CompletedTask;

        public ValueTask EvictByTagAsync(string tag, CancellationToken cancellationToken)
        {
            _pages.Clear();
            return ValueTask.CompletedTask;
        }

        public ValueTask<byte[]?> GetAsync(string key, CancellationToken cancellationToken) =>
            ValueTask.FromResult(_pages.GetValueOrDefault(key));

        public async ValueTask SetAsync(string key, byte[] value, string[]? tags, TimeSpan validFor, CancellationToken cancellationToken)
        {
            await BeforeKeeping();
            _pages[key] = value;
        }
    }
}

using System.Net;
using System.Text.Json;

using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

using LlmGuide.Core.Figures;
using LlmGuide.Web.Tests.Revisions;

using Microsoft.Extensions.DependencyInjection;

namespace LlmGuide.Web.Tests.Catalogue.Figures;

/// <summary>Figures where readers and programs meet them.</summary>
public sealed class FigurePageTests
{
    [Fact]
    public async Task A_figure_that_a_curator_places_is_drawn_in_the_topic_listed_and_told_to_programs()
    {
        await using var site = await PathSite.StartAsync();
        using var ada = await site.BrowserAsync();
        await PathSite.EditAsync(
            ada, "tokenization", ("Introduction", "Look:\n\n![The *cache*](figure:kv-cache)"), ("Reason", "A picture."));
        Assert.Equal("/topics/tokenization", ada.Location);

        var page = await PageAsync(site.Host, "/topics/tokenization");
        var figure = page.QuerySelector("figure#fig-kv-cache")!;
        Assert.Equal("The cache", figure.QuerySelector("figcaption")!.TextContent);
        Assert.NotNull(figure.QuerySelector("svg[role=img][aria-labelledby=fig-kv-cache-t] > title#fig-kv-cache-t"));
        Assert.NotNull(page.QuerySelector("script[type=module][src^='/js/figures/kv-cache.']"));

        using var topic = JsonDocument.Parse(await site.Host.TextAsync("/api/v1/topics/tokenization"));
        var told = Assert.Single(topic.RootElement.GetProperty("figures").EnumerateArray());
        Assert.Equal("kv-cache", told.GetProperty("slug").GetString());
        Assert.Equal(figure.QuerySelector("desc")!.TextContent, told.GetProperty("description").GetString());

        using var file = await site.Host.GetAsync(told.GetProperty("url").GetString()!);
        Assert.Equal("image/svg+xml", file.Content.Headers.ContentType!.MediaType);
        var list = await PageAsync(site.Host, "/figures");
        Assert.NotNull(list.QuerySelector("#fig-kv-cache a[href='/topics/tokenization#fig-kv-cache']"));
    }

    [Fact]
    public async Task A_figure_that_there_is_not_is_refused_at_its_field()
    {
        await using var site = await PathSite.StartAsync();
        using var ada = await site.BrowserAsync();
        await PathSite.EditAsync(ada, "tokenization", ("Introduction", "![a](figure:nothing-of-the-kind)"));
        Assert.Equal(HttpStatusCode.OK, ada.Status);
        Assert.Contains("There is no figure “nothing-of-the-kind”.", ada.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_figure_that_ships_is_listed_and_every_script_is_one_of_a_figure()
    {
        await using var host = await GuideHost.StartAsync();
        var library = host.Services.GetRequiredService<FigureLibrary>();
        Assert.Empty(library.Faults);
        var page = await PageAsync(host, "/figures");
        Assert.Equal(
            library.Figures.Select(figure => figure.Anchor).Order(StringComparer.Ordinal),
            page.QuerySelectorAll("figure.fig").Select(figure => figure.Id!).Order(StringComparer.Ordinal));
        Assert.Equal(
            FigureScript.All.Order(StringComparer.Ordinal),
            library.Figures.Select(figure => figure.Module).OfType<string>()
                .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    private static async Task<IHtmlDocument> PageAsync(GuideHost host, string path) =>
        await new HtmlParser().ParseDocumentAsync(await host.TextAsync(path), GuideHost.Cancelled);
}
